import type { Database } from '../db/client.ts';
import {
  countErasable,
  countTraces,
  deleteSessionsOf,
  eraseBatch,
  finishAccounts,
  finishHost,
  selectUnfinished,
} from '../db/erasure.ts';
import type { Erasure, HostCount, Traces } from '../db/erasure.ts';
import { updateHostSessions } from '../db/stitch/updateHostSessions.ts';
import { withMaintenanceLock } from '../db/withMaintenanceLock.ts';

import { accountKey } from '../model/account.ts';

const ALWAYS = '0001-01-01T00:00:00.000000Z';

/** What an erasure did. */
export type ErasureReport = {
  readonly hosts: readonly HostCount[];
  /** Sessions that were written anew or taken away. */
  readonly sessions: number;
  readonly accounts: number;
  /** What a look for the account finds afterwards; null without an account. */
  readonly left: Traces | null;
};

/**
 * Erases events and host starts, and leaves sessions, hosts and accounts as if those had never come, while ingest and queries go on. A run
 * that was cut off is put right by the next one, whatever that erases.
 *
 * @returns null when another process maintains, rebuilds or erases.
 */
export const eraseEvents = async (database: Database, erasure: Erasure): Promise<ErasureReport | null> =>
  withMaintenanceLock(database, async () => {
    const hosts: HostCount[] = [];
    for (const { hostname } of await countErasable(database, erasure)) {
      hosts.push({ hostname, ...(await eraseOn(database, { ...erasure, hostname })) });
    }
    const { hostnames, accountKeys } = await selectUnfinished(database);
    const keptFrom = (await database.partitions.list())[0]?.from ?? ALWAYS;
    let sessions = 0;
    for (const hostname of hostnames) {
      sessions += (await updateHostSessions(database, hostname)).changed;
      await finishHost(database, hostname, keptFrom);
    }
    // Retention may have dropped its events, and left its sessions and its name.
    const whole = isWhole(erasure) ? erasure.account : null;
    if (whole !== null) sessions += await deleteSessionsOf(database, whole);
    const named = whole === null ? accountKeys : [...accountKeys, accountKey(whole)];
    const accounts = await finishAccounts(database, named);
    const left = erasure.account === null ? null : await countTraces(database, erasure.account);
    return { hosts, sessions, accounts, left };
  });

const isWhole = ({ hostname, from, until, source }: Erasure): boolean =>
  [hostname, from, until, source].every((bound) => bound === null);

const eraseOn = async (database: Database, erasure: Erasure): Promise<Omit<HostCount, 'hostname'>> => {
  const total = { events: 0, hostStarts: 0 };
  for (;;) {
    const { events, hostStarts } = await eraseBatch(database, erasure);
    if (events + hostStarts === 0) return total;
    total.events += events;
    total.hostStarts += hostStarts;
  }
};
