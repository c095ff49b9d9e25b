import { expect, test } from '@jest/globals';

import { useApi } from '../../support/api.ts';
import { useDatabase } from '../../support/database.ts';
import { accepted, opened } from '../../support/ingest/sshdLines.ts';
import { useSend } from '../../support/ingest/useSend.ts';

const database = useDatabase();
const api = useApi(database);
const send = useSend(api);

const PIDS = Array.from({ length: 10 }, (_, n) => 101 + n * 7);

const countOpen = async (host: string): Promise<number> => {
  const { data } = await api().query(
    `query ($host: String!) { sessions(filter: { hostname: { eq: $host } }, first: 100) { nodes { endReason srcIp } } }`,
    { host },
  );
  const nodes: readonly { endReason: string | null }[] = data.sessions.nodes;
  expect(nodes.every(({ endReason }) => endReason === null)).toBe(true);
  return nodes.length;
};

test('the two lines of a login are one session if the later line arrives first', async () => {
  for (const pid of PIDS) {
    await send(opened('TURNED', pid));
    await send(accepted('TURNED', pid));
  }
  expect(await countOpen('TURNED')).toBe(PIDS.length);
});

test('or if both arrive at once over different connections', async () => {
  await Promise.all(PIDS.flatMap((pid) => [send(opened('ATONCE', pid)), send(accepted('ATONCE', pid))]));
  expect(await countOpen('ATONCE')).toBe(PIDS.length);
});
