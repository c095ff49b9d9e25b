import { createHash } from 'node:crypto';

import type { Config } from '../../config/config.ts';

import { eraseEvents, wholeAccountOf } from '../../domain/eraseEvents.ts';

import { countErasable } from '../../db/erasure/countErasable.ts';
import type { HostCount } from '../../db/erasure/countErasable.ts';
import type { Erasure } from '../../db/erasure/erasure.ts';

import { formatAccount } from '../../model/account.ts';

import { auditCommand } from '../auditCommand.ts';
import { untilStopped } from '../untilStopped.ts';
import { withOwnDatabase } from '../withOwnDatabase.ts';
import type { OwnDatabase } from '../withOwnDatabase.ts';
import { parseErasure, ERASE_USAGE } from './parseErasure.ts';

const DEADLINE_MS = 60_000;

/** Messages go to standard error; standard output contains only the report. */
const say = (line: string): unknown => process.stderr.write(`erase: ${line}\n`);

/** Counts or erases as the owner of the tables, and prints a report that can be kept as proof. */
export const runErase = async (readSettings: () => Config, words: readonly string[]): Promise<void> => {
  // --help must also work while the settings have mistakes.
  const asked = parseErasure(words, () => readSettings().hostnames);
  if (asked.kind === 'HELP') {
    process.stdout.write(ERASE_USAGE);
    return;
  }
  if (asked.kind === 'MISTAKE') {
    say(asked.message);
    process.exitCode = 2;
    return;
  }
  const config = readSettings();
  // One connection for the lock, two for a host's sessions, one for the audit.
  await withOwnDatabase({ config, writeConnections: 4, deadlineMs: DEADLINE_MS, say }, async (own) => {
    print(asked.erasure, await (asked.kind === 'COUNT' ? count : erase)(own, asked.erasure));
  });
};

const count = async ({ database, signal }: OwnDatabase, erasure: Erasure): Promise<Found> => {
  const hosts = await untilStopped(signal, countErasable(database, erasure));
  say(hosts.length === 0 ? NOTHING : 'nothing was erased; add --yes to erase these events.');
  return { kind: 'COUNT', ...sumOf(hosts), hosts };
};

const erase = async ({ database, signal }: OwnDatabase, erasure: Erasure): Promise<Found> => {
  const report = await auditCommand(
    { database, command: { name: 'erase', values: writeBounds(erasure) }, signal, say },
    async () => eraseEvents(database, erasure),
    (erased) => {
      const { events, contextEvents } = sumOf(erased?.hosts ?? []);
      return erased === null ? null : { rows: events + contextEvents };
    },
  );
  if (report === null)
    throw new Error(
      'another process is maintaining, rebuilding or erasing this database; try again when it has finished.',
    );
  const { hosts, left, withItsUid } = report;
  if (hosts.length === 0 && report.sessions === 0) say(NOTHING);
  if (withItsUid.length > 0) say(OF_ITS_UID);
  if (wholeAccountOf(erasure) !== null && Object.values(left ?? {}).some((traces) => traces > 0)) {
    say('events of the account remain, or arrived during the erasure; run it again.');
    process.exitCode = 1;
  }
  return { kind: 'ERASED', ...sumOf(hosts), ...report };
};

type Found = Sum & { readonly kind: 'COUNT' | 'ERASED'; readonly hosts: readonly HostCount[] };

type Sum = { readonly events: number; readonly contextEvents: number };

const sumOf = (hosts: readonly HostCount[]): Sum => ({
  events: hosts.reduce((sum, { events }) => sum + events, 0),
  contextEvents: hosts.reduce((sum, { contextEvents }) => sum + contextEvents, 0),
});

const NOTHING = 'no stored event matches.';
const OF_ITS_UID =
  'withItsUid counts events that were kept: they have no user and belong to no session of the account, but have a uid that the account had on their host.';

const writeBounds = ({ account, ...bounds }: Erasure) => ({
  ...bounds,
  account: account === null ? null : formatAccount(account),
});

/** The hash covers the report without the hash, as one line of JSON. */
const print = (erasure: Erasure, found: Found): void => {
  const report = { at: new Date().toISOString(), asked: writeBounds(erasure), ...found };
  const sha256 = createHash('sha256').update(JSON.stringify(report)).digest('hex');
  process.stdout.write(`${JSON.stringify({ ...report, sha256 }, null, 2)}\n`);
};
