import { expect, test } from '@jest/globals';

import { awaitUntil } from './support/awaitUntil.ts';
import { useDatabase } from './support/database.ts';
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
