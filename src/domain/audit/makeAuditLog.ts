import { getAuditSecret, insertAuditEntries } from '../../db/audit/insertAuditEntries.ts';
import type { Database } from '../../db/client.ts';
import { OutageError } from '../../db/errors.ts';

import type { AuditEntry } from '../../model/audit/auditEntry.ts';
import { digestVariables, sealDigest } from '../../model/audit/auditHashes.ts';
import { makeAuditUuid } from '../../model/audit/makeAuditUuid.ts';
import { eachInSlices, mapInSlices } from '../../model/mapInSlices.ts';
import { formatTime } from '../../model/values/time.ts';

/** What is known when a request was answered; the rest is worked out later, out of the way of others. */
export type AuditDraft = Omit<AuditEntry, 'uuid' | 'time' | 'documentHash' | 'variablesHash'> & {
  /** SHA-256 of the document, hex. */
  readonly documentDigest: string | null;
  /** null: none, or too many to hash. `bytes`: how large they are at most. */
  readonly variables: { readonly values: object; readonly bytes: number } | null;
};

/** The audit, as a server writes it. */
export type AuditLog = {
  /** Takes an entry; never waits, never fails. */
  readonly record: (draft: AuditDraft) => void;
  readonly countWaiting: () => number;
  /** Writes what waits. What cannot be written is given up. */
  readonly close: () => Promise<void>;
};

export type AuditOptions = {
  /** Told how many were written. */
  readonly onStored: (count: number) => void;
  /** Gets an entry that Postgres will not have from us: it must be kept elsewhere. `cause` is null when there was no room for it. */
  readonly onGivenUp: (entry: AuditEntry, cause: unknown) => void;
  readonly maxWaiting?: number;
};

const MAX_WAITING = 10_000;
const BATCH = 1000;
const PERIOD_MS = 1000;
/** Larger variables are hashed at once: kept for a second, those of many requests would be much. */
const SMALL_BYTES = 4096;

type Pending = { readonly entry: AuditEntry; draft: AuditDraft; digest: string | null; isDigested: boolean };

/**
 * Makes the audit of a server: entries wait in memory for a second at most, and are written many at a time. While Postgres is away up to
 * ten thousand are kept; what does not fit is given up to who made this, whole, so that nothing is lost in silence.
 */
export const makeAuditLog = (
  database: Database,
  { onStored, onGivenUp, maxWaiting = MAX_WAITING }: AuditOptions,
): AuditLog => {
  let waiting: Pending[] = [];
  let secret: string | null = null;
  let writing: Promise<void> | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isAway = false;

  const seal = ({ entry, draft, digest }: Pending): AuditEntry =>
    secret === null
      ? entry
      : {
          ...entry,
          documentHash: sealDigest(secret, draft.documentDigest),
          variablesHash: sealDigest(secret, digest),
        };
  const writeBatch = async (): Promise<boolean> => {
    // Variables are let go of, also while Postgres is away.
    await eachInSlices(waiting, digest);
    const batch = waiting.slice(0, BATCH);
    if (batch.length === 0) return false;
    // Some may have come meanwhile.
    for (const pending of batch) digest(pending);
    try {
      secret ??= await getAuditSecret(database);
      await insertAuditEntries(database, await mapInSlices(batch, seal));
      isAway = false;
      onStored(batch.length);
    } catch (error) {
      isAway = error instanceof OutageError;
      if (isAway) return false;
      // Asked again, Postgres would refuse it again, and with it all that come after.
      for (const pending of batch) onGivenUp(seal(pending), error);
    }
    waiting = waiting.slice(batch.length);
    return waiting.length > 0;
  };
  const write = async (): Promise<void> => {
    writing ??= (async () => {
      while (await writeBatch());
    })().finally(() => {
      writing = null;
    });
    return writing;
  };
  const tick = async (): Promise<void> => {
    timer = null;
    await write();
    if (waiting.length > 0) schedule();
  };
  const schedule = (): void => {
    timer ??= setTimeout(() => void tick(), PERIOD_MS).unref();
  };
  return {
    record: (draft) => {
      const nowMs = Date.now();
      const { documentDigest: _, variables: __, ...known } = draft;
      const entry = {
        ...known,
        uuid: makeAuditUuid(nowMs),
        time: formatTime(nowMs),
        documentHash: null,
        variablesHash: null,
      };
      const pending: Pending = { entry, draft, digest: null, isDigested: false };
      if (waiting.length >= maxWaiting) {
        digest(pending);
        onGivenUp(seal(pending), null);
        return;
      }
      if ((draft.variables?.bytes ?? 0) > SMALL_BYTES) digest(pending);
      waiting.push(pending);
      schedule();
      if (waiting.length >= BATCH && !isAway) setImmediate(() => void write());
    },
    countWaiting: () => waiting.length,
    close: async () => {
      if (timer !== null) clearTimeout(timer);
      await write();
      // Another one may have been under way, without the latest.
      await write();
      if (timer !== null) clearTimeout(timer);
      for (const pending of waiting.splice(0)) onGivenUp(seal(pending), null);
    },
  };
};

/** Digests variables and lets go of them. */
const digest = (pending: Pending): void => {
  if (pending.isDigested) return;
  pending.digest = digestVariables(pending.draft.variables?.values ?? null);
  pending.draft = { ...pending.draft, variables: null };
  pending.isDigested = true;
};
