import { AggregatorRegistry, Registry } from 'prom-client';
import type { MetricObjectWithValues, MetricValue } from 'prom-client';

/** The metrics of one process, as data that can be sent to another. */
export type MetricsOfProcess = readonly MetricObjectWithValues<MetricValue<string>>[];

/** The content type of printed metrics. */
export const METRICS_TYPE = Registry.PROMETHEUS_CONTENT_TYPE;

/**
 * Prints the metrics of all processes of a server in the format of Prometheus. Counts are added up; where a sum has no meaning, the metric names
 * its aggregator, such as the longest block of the event loop of any process.
 */
export const printMetrics = async (processes: readonly MetricsOfProcess[]): Promise<string> =>
  AggregatorRegistry.aggregate(
    processes.map((metrics) =>
      metrics.map((metric) => (metric.aggregator === 'omit' ? earliest(metric) : metric)),
    ),
  ).metrics();

/** prom-client omits the time at which the process started. A server started with the first of its processes. */
const earliest = (metric: MetricsOfProcess[number]): MetricsOfProcess[number] => ({
  ...metric,
  aggregator: 'min',
});
