import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';

import { makeAuditLog } from '../domain/audit/makeAuditLog.ts';

import type { Database } from '../db/client.ts';

import type { AuditEntry } from '../model/audit/auditEntry.ts';
import { auditOutcomeOf } from '../model/audit/auditOutcome.ts';
import { Refusal } from '../model/refusal.ts';

import { StoppedError, untilStopped } from './untilStopped.ts';

/** A command of the operator that changes the database. */
type Command = {
  readonly name: 'keysAdd' | 'keysRevoke' | 'erase';
  /** The arguments; the audit stores a hash of them. */
  readonly values: object;
};

/** The result of a command in its audit entry; null when it changed nothing. */
type Effect = Partial<Pick<AuditEntry, 'keyId' | 'rows'>> | null;

/**
 * Runs a command and records it in the audit of its database, also when it fails, because it may have done part of its work. An entry that
 * Postgres does not store is printed in full; the command has run, and its result is still returned.
 */
export const auditCommand = async <T>(
  { database, command, signal, say }: Audited,
  work: () => Promise<T>,
  effectOf: (result: T) => Effect,
): Promise<T> => {
  const startedMs = performance.now();
  const leave = async (effect: NonNullable<Effect>, errorCodes: readonly string[]): Promise<void> => {
    const audit = makeAuditLog(database, {
      onStored: () => undefined,
      onGivenUp: (entry) => say(`the audit could not store ${JSON.stringify(entry)}`),
    });
    audit.record({
      ...NOTHING,
      callerKind: 'COMMAND',
      callerName: operator(),
      requestId: randomUUID(),
      operationType: 'COMMAND',
      operationName: command.name,
      variables: { values: command.values, bytes: 0 },
      outcome: errorCodes.includes(INTERRUPTED) ? 'FAILED' : auditOutcomeOf(errorCodes, 200),
      errorCodes,
      durationMs: performance.now() - startedMs,
      ...effect,
    });
    await audit.close();
  };
  let result: T;
  try {
    result = await untilStopped(signal, work());
  } catch (error) {
    await leave({}, [codeOf(error)]);
    throw error;
  }
  const effect = effectOf(result);
  if (effect !== null) await leave(effect, []);
  return result;
};

const INTERRUPTED = 'INTERRUPTED';

const codeOf = (error: unknown): string => {
  if (error instanceof StoppedError) return INTERRUPTED;
  return error instanceof Refusal ? error.code : 'INTERNAL_SERVER_ERROR';
};

type Audited = {
  readonly database: Database;
  readonly command: Command;
  /** Aborts when the process is asked to stop. */
  readonly signal: AbortSignal;
  /** Prints a line to the terminal. */
  readonly say: (line: string) => unknown;
};

/** Fields that the entry of a command does not have, or not always. */
const NOTHING = {
  keyId: null,
  rows: null,
  address: null,
  rootFields: [],
  documentDigest: null,
  cost: null,
  accepted: null,
  duplicates: null,
  rejected: null,
};

/** The user of the operating system; a container may run as a uid that has no name. */
const operator = (): string => {
  try {
    return userInfo().username;
  } catch {
    return `uid ${process.getuid?.() ?? 'unknown'}`;
  }
};
