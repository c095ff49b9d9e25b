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

/** People read standard error; standard output has the report alone. */
const say = (line: string): unknown => process.stderr.write(`erase: ${line}\n`);

/** Counts or erases, as the tables' owner, and prints a report that can be kept as proof. */
export const runErase = async (readSettings: () => Config, words: readonly string[]): Promise<void> => {
  // Whoever asks for help may be about to find out which settings there are.
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
  say(hosts.length === 0 ? NOTHING : 'nothing was erased; --yes erases this.');
  return { kind: 'COUNT', ...sumOf(hosts), hosts };
};

const erase = async ({ database, signal }: OwnDatabase, erasure: Erasure): Promise<Found> => {
  const report = await auditCommand(
    { database, command: { name: 'erase', values: writeBounds(erasure) }, signal, say },
    async () => eraseEvents(database, erasure),
    (erased) => {
      const { events, hostStarts } = sumOf(erased?.hosts ?? []);
      return erased === null ? null : { rows: events + hostStarts };
    },
  );
  if (report === null)
    throw new Error(
      'another process maintains, rebuilds or erases this database; try again when it is done.',
    );
  const { hosts, left, withItsUid } = report;
  if (hosts.length === 0) say(NOTHING);
  if (withItsUid.length > 0) say(OF_ITS_UID);
  if (wholeAccountOf(erasure) !== null && Object.values(left ?? {}).some((traces) => traces > 0)) {
    say('something is left of the account, or came meanwhile; run it again.');
    process.exitCode = 1;
  }
  return { kind: 'ERASED', ...sumOf(hosts), ...report };
};

type Found = Sum & { readonly kind: 'COUNT' | 'ERASED'; readonly hosts: readonly HostCount[] };

type Sum = { readonly events: number; readonly hostStarts: number };

const sumOf = (hosts: readonly HostCount[]): Sum => ({
  events: hosts.reduce((sum, { events }) => sum + events, 0),
  hostStarts: hosts.reduce((sum, { hostStarts }) => sum + hostStarts, 0),
});

const NOTHING = 'nothing that is stored matches this.';
const OF_ITS_UID =
  'withItsUid counts events that stay: they name nobody and are in no session of the account, but carry a uid that it had on their host.';

const writeBounds = ({ account, ...bounds }: Erasure) => ({
  ...bounds,
  account: account === null ? null : formatAccount(account),
});

/** The hash is of the report without it, as one line of JSON. */
const print = (erasure: Erasure, found: Found): void => {
  const report = { at: new Date().toISOString(), asked: writeBounds(erasure), ...found };
  const sha256 = createHash('sha256').update(JSON.stringify(report)).digest('hex');
  process.stdout.write(`${JSON.stringify({ ...report, sha256 }, null, 2)}\n`);
};
