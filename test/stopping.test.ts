import { expect, test } from '@jest/globals';

import { INGEST } from './support/api.ts';
import { awaitUntil } from './support/awaitUntil.ts';
import { useDatabase } from './support/database.ts';
import { aNumberedLogin } from './support/events.ts';
import { awaitWaiting, withEventsLocked } from './support/lockedEvents.ts';
import { spawnMain } from './support/spawnMain.ts';
import type { MainProcess } from './support/spawnMain.ts';

const database = useDatabase();

const start = async (): Promise<{ readonly main: MainProcess; readonly url: string }> => {
  const { connectionString = '' } = database().writePool.options;
  const main = spawnMain({ settings: { DATABASE_URL: connectionString, AUTH: 'none' } });
  return { main, url: (await main.url) ?? main.errors() };
};

test('a second Ctrl-C and the end of the terminal do not interrupt the graceful stop', async () => {
  const { main, url } = await start();
  const answers: Promise<Response>[] = [];
  await withEventsLocked(database(), async () => {
    const body = JSON.stringify({ query: '{ sessionEvents { nodes { hostname } } }' });
    const headers = { 'content-type': 'application/json', connection: 'close' };
    answers.push(fetch(url, { method: 'POST', headers, body }));
    await awaitWaiting(database(), 1);
    main.child.kill('SIGINT');
    await awaitUntil('it stops', async () => main.output().includes('Stopping'));
    main.child.kill('SIGINT');
    main.child.stdout?.destroy();
    main.child.stderr?.destroy();
    main.child.kill('SIGHUP');
  });
  expect(await (await answers[0])?.json()).toEqual({
    data: { sessionEvents: { nodes: [] } },
    extensions: expect.anything(),
  });
  expect(await main.ended).toBe(0);
});

test('the end of its terminal stops a server gracefully', async () => {
  const { main } = await start();
  main.child.stdout?.destroy();
  main.child.stderr?.destroy();
  main.child.kill('SIGHUP');
  expect(await main.ended).toBe(0);
});

/** Sends small batches one after another until the server is gone; returns the source ids of those that it accepted. */
const ship = async (url: string, shipper: number, onAccepted: () => void): Promise<readonly string[]> => {
  const accepted: string[] = [];
  for (let batch = 0; ; batch += 1) {
    const sourceIds = [1, 2, 3].map((n) => `shipper${shipper}/${batch}-${n}`);
    const events = sourceIds.map((sourceId, n) => aNumberedLogin(n, { hostname: `HOST${n}`, sourceId }));
    const sent = fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query: INGEST, variables: { events } }),
    });
    const answer = await sent.then(async (response) => response.json()).catch(() => null);
    if (answer === null) return accepted;
    expect(answer).toMatchObject({ data: { ingestSessionEvents: { accepted: 3 } } });
    accepted.push(...sourceIds);
    onAccepted();
  }
};

test.each([
  ['SIGTERM', 'exactly those are stored'],
  ['SIGKILL', 'those are stored'],
] as const)(
  'of small batches over many connections that are accepted before %s, %s',
  async (signal, _promise) => {
    await database().writePool.query('delete from session_event');
    const { main, url } = await start();
    let count = 0;
    const onAccepted = (): void => {
      count += 1;
      if (count === 100) main.child.kill(signal);
    };
    const shipped = await Promise.all(
      Array.from({ length: 16 }, async (_, shipper) => ship(url, shipper, onAccepted)),
    );
    expect(await main.ended).toBe(signal === 'SIGTERM' ? 0 : null);
    const { rows } = await database().writePool.query<{ source_id: string }>(
      'select source_id from session_event',
    );
    const stored = rows.map((row) => row.source_id);
    const accepted = shipped.flat();
    expect(accepted.length).toBeGreaterThanOrEqual(300);
    if (signal === 'SIGTERM') expect(stored.toSorted()).toEqual(accepted.toSorted());
    else expect(stored).toEqual(expect.arrayContaining(accepted));
  },
);
