import { expect } from '@jest/globals';

import type { Database } from '../../../src/db/client.ts';

import { awaitUntil } from '../awaitUntil.ts';

/** Returns lines of auth.log with a failed login from each of these ports of the client. */
export const failedLogins = (host: string, fromPort: number, count: number): string =>
  Array.from({ length: count }, (_, index) => {
    const port = fromPort + index;
    return `2026-11-16T10:00:00.250001+01:00 ${host} sshd[${port}]: Failed password for root from 203.0.113.7 port ${port} ssh2\n`;
  }).join('');

const SELECT = `select src_port as port, to_char(time at time zone 'UTC', 'HH24:MI:SS.US') as time
  from session_event where hostname = $1 order by src_port`;

type Row = { readonly port: number; readonly time: string };

/** Waits until as many logins of the host are stored as were sent, and returns the ports and the different times of all that are stored. */
export const awaitLogins = async (
  { writePool }: Database,
  host: string,
  count: number,
): Promise<{ readonly ports: readonly number[]; readonly times: readonly string[] }> => {
  const list = async () => (await writePool.query<Row>(SELECT, [host.toUpperCase()])).rows;
  await awaitUntil(`${count} logins of ${host} are stored`, async () => (await list()).length >= count);
  const rows = await list();
  return { ports: rows.map(({ port }) => port), times: [...new Set(rows.map(({ time }) => time))] };
};

export const portsFrom = (first: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => first + index);

/** Waits until these logins of the host are stored, and checks that each is stored once, with its microseconds, and no other. */
export const expectLogins = async (
  database: Database,
  host: string,
  { first, count }: { readonly first: number; readonly count: number },
): Promise<void> =>
  expect(await awaitLogins(database, host, count)).toEqual({
    ports: portsFrom(first, count),
    times: ['09:00:00.250001'],
  });
