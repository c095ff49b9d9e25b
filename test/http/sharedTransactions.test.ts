import { expect, test } from '@jest/globals';

import { INGEST, useApi } from '../support/api.ts';
import { awaitUntil } from '../support/awaitUntil.ts';
import { useDatabase } from '../support/database.ts';
import { aNumberedLogin } from '../support/events.ts';
import { awaitWaiting, withSessionsLocked } from '../support/lockedEvents.ts';

const database = useDatabase();
const api = useApi(database);

const countStored = async (): Promise<number | null> =>
  (await database().writePool.query('select from session_event')).rowCount;

test('a client that disconnects while its request waits with others costs nobody anything', async () => {
  const disconnect = new AbortController();
  const answers: Promise<Response>[] = [];
  await withSessionsLocked(database(), async () => {
    answers.push(
      ...[0, 1, 2, 3].map(async (n) =>
        fetch(api().url, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify({ query: INGEST, variables: { events: [aNumberedLogin(n)] } }),
          ...(n === 2 && { signal: disconnect.signal }),
        }),
      ),
    );
    // Each of them: a group that waits for too long is stored again one by one.
    await awaitWaiting(database(), 4);
    disconnect.abort();
    await expect(answers[2]).rejects.toMatchObject({ name: 'AbortError' });
  });
  for (const n of [0, 1, 3]) expect((await answers[n])?.status).toBe(200);
  await awaitUntil('all four are stored', async () => (await countStored()) === 4);
});
