import { readFileSync } from 'node:fs';

import { beforeAll, describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

import { INGEST, useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { aLogin } from '../support/events.ts';

const api = useApi(useDatabase());

const read = (name: string): string =>
  readFileSync(new URL(`../../docs/operating/${name}`, import.meta.url), 'utf8');

type Alerts = {
  readonly groups: readonly {
    readonly rules: readonly { readonly alert: string; readonly expr: string }[];
  }[];
};

type Dashboard = {
  readonly panels: readonly {
    readonly title: string;
    readonly targets: readonly { readonly expr: string }[];
  }[];
};

const RULES = (parse(read('alerts.yml')) as Alerts).groups.flatMap(({ rules }) => rules);
const { panels: PANELS } = JSON.parse(read('grafana-dashboard.json')) as Dashboard;
const EXPRESSIONS = [
  ...RULES.map(({ alert, expr }) => ({ title: `alert ${alert}`, expr })),
  ...PANELS.flatMap(({ title, targets }) => targets.map(({ expr }) => ({ title: `panel ${title}`, expr }))),
];

/** Metrics and the series of histograms. Prometheus itself makes `up`. */
const METRIC = /\b(?:sessionscope|process|nodejs)_\w+/g;
/** Labels that Prometheus adds to every series, and that of histogram buckets. */
const PROMETHEUS_LABELS = new Set(['instance', 'job', 'le']);
/** Metrics that only a server with a replica has; test/http/replica.test.ts scrapes one. */
const OF_REPLICAS = new Set(['sessionscope_replica_used', 'sessionscope_replica_lag_seconds']);
const LABELS = /(?:by \(([\w, ]+)\)|(\w+)(?:=~|!~|!=|=)")/g;

let scraped = '';

beforeAll(async () => {
  // A batch and a refused request fill every metric with a series.
  await api().query(INGEST, { events: [aLogin({ time: new Date(Date.now() - 60_000).toISOString() })] });
  await api().query('{ nothing }');
  scraped = await (await fetch(new URL('/metrics', api().url))).text();
});

/** The lines of a metric in the scrape. */
const seriesOf = (metric: string): readonly string[] =>
  scraped.split('\n').filter((line) => line.startsWith(`${metric}{`) || line.startsWith(`${metric} `));

describe('alert rules and dashboard', () => {
  test.each(EXPRESSIONS)('$title uses metrics that the server has', ({ expr }) => {
    const metrics = expr.match(METRIC) ?? [];
    if (expr !== 'up{job="sessionscope"} == 0') expect(metrics).not.toEqual([]);
    for (const metric of metrics.filter((name) => !OF_REPLICAS.has(name)))
      expect({ metric, series: seriesOf(metric) }).not.toEqual({ metric, series: [] });
  });

  test.each(EXPRESSIONS)('$title uses labels that its metrics have', ({ expr }) => {
    const lines = (expr.match(METRIC) ?? []).flatMap(seriesOf).join('\n');
    const labels = [...expr.matchAll(LABELS)].flatMap(([, grouped, matched = '']) =>
      (grouped ?? matched).split(/, */),
    );
    const unknown = labels.filter((label) => !PROMETHEUS_LABELS.has(label) && !lines.includes(`${label}="`));
    expect(unknown).toEqual([]);
  });
});

test('docs/operating.md says what to do for each alert', () => {
  const page = readFileSync(new URL('../../docs/operating.md', import.meta.url), 'utf8');
  const missing = RULES.map(({ alert }) => alert).filter((alert) => !page.includes(alert));
  expect(missing).toEqual([]);
});
