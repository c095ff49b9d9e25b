import { Agent } from 'node:http';
import { join } from 'node:path';

import { launchBrowser } from '../../support/browser.ts';
import { BATCH, measureApi } from '../measureIngest.ts';
import { formatCount } from '../measurement.ts';
import type { Measurement } from '../measurement.ts';
import { postQuery } from '../postQuery.ts';
import { spawnChild } from '../spawnChild.ts';
import type { Child } from '../spawnChild.ts';
import type { Store } from '../withStore.ts';
import { BUSY_HOST, makeManySessions } from './makeManySessions.ts';
import { listViews, measureDemo, measureFirstPictures } from './measureFirstPictures.ts';
import { measureRows } from './measureRows.ts';
import { measureTimeline } from './measureTimeline.ts';

type Options = {
  /** Thousands of events in the store. */
  readonly batches: number;
  /** Of the host with very many sessions. */
  readonly sessions: number;
  readonly accounts: number;
  /** Of the table that is scrolled. */
  readonly rows: number;
  readonly rounds: number;
  readonly report: (measurement: Measurement) => void;
};

const MONTH_MS = 30 * 86_400_000;
const HOST = 'DC01';

/** Measures the explorer in Chromium: the first pictures of all views, the lanes of a host with very many sessions, and a long table. */
export const measureExplorer = async (
  { api, client, folder, period }: Store,
  { batches, sessions, accounts, rows, rounds, report }: Options,
): Promise<void> => {
  const browser = await launchBrowser();
  const agent = new Agent({ keepAlive: true });
  const add = (measurements: readonly Measurement[]): void => measurements.forEach(report);
  try {
    const demo = await spawnChild({
      script: 'src/cli.js',
      words: ['demo'],
      environment: { DATA_DIR: join(folder, 'demo'), PORT: '0' },
      folder,
    });
    add(await measureDemo(browser, demo.origin, rounds));
    await demo.stop();
    const year = formatRange(period.fromMs, period.untilMs);
    const views = listViews({ range: year, host: HOST, ...(await findSession(agent, api)) });
    const stored = `${formatCount(batches * BATCH)} events`;
    add(await measureFirstPictures(browser, api.origin, { views, rounds, stored }));
    add(await measureRows(browser, api.origin, { range: year, rows }));
    const month = { fromMs: period.untilMs - MONTH_MS, untilMs: period.untilMs };
    const events = [...makeManySessions({ sessions, accounts, ...month })];
    const contestant = { target: api, events: events.values() };
    await measureApi(agent, contestant, { batches: Math.floor(events.length / BATCH) });
    const rest = { size: events.length % BATCH, connections: 1 };
    await measureApi(agent, contestant, { batches: 1, shape: rest });
    await client.query('vacuum analyze');
    const range = formatRange(month.fromMs, month.untilMs);
    add(await measureTimeline(browser, api.origin, { range, host: BUSY_HOST }));
    // Another shape: many accounts with few sessions each.
    add(await measureTimeline(browser, api.origin, { range: year, host: HOST }));
  } finally {
    agent.destroy();
    await browser.close();
  }
};

/** A range as parameters of the page. */
const formatRange = (fromMs: number, untilMs: number): string =>
  `from=${new Date(fromMs).toISOString()}&until=${new Date(untilMs).toISOString()}`;

/** A session of the host and its account, without noise, which the views leave out. */
const findSession = async (
  agent: Agent,
  api: Child,
): Promise<{ readonly sessionId: string; readonly user: string }> => {
  const query = `{ host(hostname: "${HOST}") { sessions(filter: { excludeNoise: true }, first: 1) { nodes { id user } } } }`;
  const answer = JSON.parse(await postQuery(agent, api, JSON.stringify({ query }))) as {
    data: { host: { sessions: { nodes: readonly { id: string; user: string }[] } } };
  };
  const [session] = answer.data.host.sessions.nodes;
  if (session === undefined) throw new Error(`${HOST} has no session.`);
  return { sessionId: session.id, user: session.user };
};
