import { asFields } from '../fields.ts';
import type { Fields } from '../fields.ts';
import { openLine, readLabels } from './lokiLine.ts';
import { formatNanoseconds } from './unixTime.ts';
import type { Inner, Wrapper } from './wrapper.ts';

/**
 * Lines in Grafana Loki: as logcli and the API return them, and as Promtail, Alloy and others push them.
 * https://grafana.com/docs/loki/latest/reference/loki-http-api · https://grafana.com/docs/loki/latest/query/logcli
 */
export const LOKI: readonly Wrapper[] = [
  {
    name: 'Loki, a line of logcli or of Grafana',
    of: 'OBJECT',
    marks: ['line', 'timestamp'],
    open: ({ line, timestamp, labels, fields }) => {
      if (typeof line !== 'string') return null;
      const time = formatNanoseconds(timestamp) ?? (typeof timestamp === 'string' ? timestamp : undefined);
      return [openLine(line, asFields(labels ?? fields), time)];
    },
  },
  {
    // Explore's download as CSV
    name: 'Loki, a row of Grafana',
    of: 'OBJECT',
    marks: ['Line'],
    open: ({ Line: line, labels, tsNs, Date: date, Time: time, ...others }) => {
      if (typeof line !== 'string') return null;
      const stated = formatNanoseconds(tsNs) ?? date ?? time;
      const ofStream = typeof labels === 'string' ? parseLabels(labels) : {};
      return [openLine(line, { ...others, ...ofStream }, typeof stated === 'string' ? stated : undefined)];
    },
  },
  {
    name: 'Loki, the answer of a query',
    of: 'OBJECT',
    marks: ['status', 'data'],
    open: ({ data }) => {
      const { resultType, result } = asFields(data);
      return resultType === 'streams' && Array.isArray(result) ? result.flatMap(openStream) : null;
    },
  },
  {
    name: 'Loki, a push',
    of: 'OBJECT',
    marks: ['streams'],
    open: ({ streams }) => (Array.isArray(streams) ? streams.flatMap(openStream) : null),
  },
];

/** Labels in JSON. */
const parseLabels = (labels: string): Fields => {
  try {
    return asFields(JSON.parse(labels));
  } catch {
    return {};
  }
};

/** A stream with its labels, and its values: the time in nanoseconds and the line, or an object with both in older pushes. */
const openStream = (value: unknown): readonly Inner[] => {
  const { stream, labels, values, entries } = asFields(value);
  const ofStream = typeof labels === 'string' ? readLabels(labels) : asFields(stream);
  if (Array.isArray(values)) {
    return values.map((pair: unknown) => {
      const [time, line, metadata] = Array.isArray(pair) ? (pair as readonly unknown[]) : [];
      return openLine(line, { ...ofStream, ...readMetadata(metadata) }, formatNanoseconds(time));
    });
  }
  if (!Array.isArray(entries)) return [{ value }];
  return entries.map((entry: unknown) => {
    const { ts, line } = asFields(entry);
    return openLine(line, ofStream, typeof ts === 'string' ? ts : undefined);
  });
};

/** Labels of one line: alone in a push, in groups in an answer. */
const readMetadata = (metadata: unknown): Fields => {
  const { structuredMetadata, parsed, ...others } = asFields(metadata);
  return { ...others, ...asFields(structuredMetadata), ...asFields(parsed) };
};
