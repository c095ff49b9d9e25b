import type { Database } from '../db/client.ts';
import {
  countErasable,
  countTraces,
  countWithUid,
  deleteSessionsOf,
  selectUids,
} from '../db/erasure/countErasable.ts';
import type { HostCount, Traces, UidCount } from '../db/erasure/countErasable.ts';
import { eraseDropped } from '../db/erasure/eraseDropped.ts';
import { eraseBatch, eraseNamelessBatch } from '../db/erasure/eraseBatch.ts';
import type { Erased, HostErasure } from '../db/erasure/eraseBatch.ts';
import type { Erasure } from '../db/erasure/erasure.ts';
import { finishAccounts } from '../db/erasure/finishAccounts.ts';
import { finishHost, selectUnfinished } from '../db/erasure/unfinished.ts';
import { withErasureLock } from '../db/erasure/withErasureLock.ts';
import { eraseNotes } from '../db/joinNotes.ts';
import { updateHostSessions } from '../db/stitch/updateHostSessions.ts';

import { accountKey } from '../model/account.ts';
import type { Account } from '../model/account.ts';
import { NEVER } from '../model/session/sessionRank.ts';

/** The result of an erasure. */
export type ErasureReport = {
  readonly hosts: readonly HostCount[];
  /** The number of sessions that were rewritten or deleted. */
  readonly sessions: number;
  readonly accounts: number;
  /** What the database still contains of the account afterwards; null without an account. */
  readonly left: Traces | null;
  /**
   * Events that were kept because they name no user and are in no session of the account, but that have a uid that the account had on their
   * host. A person has to decide whose they are: a uid may be shared or reused.
   */
  readonly withItsUid: readonly UidCount[];
};

/**
 * Erases events and context events while ingest and queries continue. Sessions, hosts and accounts are then as if the erased records had never
 * been ingested. The next erasure, of any records, finishes an interrupted one; so does finishErasures.
 *
 * @returns null if another process is maintaining, rebuilding or erasing.
 */
export const eraseEvents = async (database: Database, erasure: Erasure): Promise<ErasureReport | null> =>
  withErasureLock(database, async () => {
    const { account } = erasure;
    const uids = account === null ? [] : await selectUids(database, account);
    const hosts: HostCount[] = [];
    for (const { hostname } of await countErasable(database, erasure)) {
      hosts.push(await eraseOn(database, { ...erasure, hostname }));
    }
    await eraseNotes(database, erasure);
    const host = wholeHostOf(erasure);
    const dropped = host === null ? 0 : await eraseDropped(database, host);
    const done = await finish(database, wholeAccountOf(erasure));
    const left = account === null ? null : await countTraces(database, account);
    const withItsUid = await countWithUid(database, uids);
    return { hosts, ...done, sessions: dropped + done.sessions, left, withItsUid };
  });

/** Finishes interrupted erasures. Returns null if another process is maintaining, rebuilding or erasing. */
export const finishErasures = async (database: Database): Promise<Finished | null> =>
  withErasureLock(database, async () => finish(database, null));

type Finished = Pick<ErasureReport, 'sessions' | 'accounts'>;

const finish = async (database: Database, whole: Account | null): Promise<Finished> => {
  const { hostnames, accountKeys } = await selectUnfinished(database);
  // Without partitions, retention may have dropped all events.
  const keptFrom = (await database.partitions.list())[0]?.from ?? NEVER;
  let sessions = 0;
  for (const hostname of hostnames) {
    sessions += (await updateHostSessions(database, hostname)).changed;
    await finishHost(database, hostname, keptFrom);
  }
  // Retention may have dropped the account's events and kept its sessions and its name.
  if (whole !== null) sessions += await deleteSessionsOf(database, whole);
  const named = whole === null ? accountKeys : [...accountKeys, accountKey(whole)];
  return { sessions, accounts: named.length === 0 ? 0 : await finishAccounts(database, named) };
};

/** The account if the erasure covers all of its records, otherwise null. */
export const wholeAccountOf = ({ hostname, account, from, until, source }: Erasure): Account | null =>
  [hostname, from, until, source].every((bound) => bound === null) ? account : null;

/** The host if the erasure covers all of its records, otherwise null. */
const wholeHostOf = ({ hostname, account, from, until, source }: Erasure): string | null =>
  [account, from, until, source].every((bound) => bound === null) ? hostname : null;

const eraseOn = async (database: Database, erasure: HostErasure): Promise<HostCount> => {
  const nameless =
    erasure.account === null ? NONE : await repeat(async () => eraseNamelessBatch(database, erasure));
  const named = await repeat(async () => eraseBatch(database, erasure));
  return {
    hostname: erasure.hostname,
    events: named.events + nameless.events,
    contextEvents: named.contextEvents + nameless.contextEvents,
    eventsWithoutUser: nameless.events + nameless.contextEvents,
  };
};

const NONE: Erased = { events: 0, contextEvents: 0 };

/** Erases batches until a batch is empty; returns the totals. */
const repeat = async (erase: () => Promise<Erased>): Promise<Erased> => {
  let total = NONE;
  for (;;) {
    const { events, contextEvents } = await erase();
    if (events + contextEvents === 0) return total;
    total = { events: total.events + events, contextEvents: total.contextEvents + contextEvents };
  }
};
