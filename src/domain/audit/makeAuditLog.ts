import { getAuditSecret, insertAuditEntries } from '../../db/audit/insertAuditEntries.ts';
import type { Database } from '../../db/client.ts';
import { OutageError } from '../../db/errors.ts';

import type { AuditEntry } from '../../model/audit/auditEntry.ts';
import { digestVariables, sealDigest } from '../../model/audit/auditHashes.ts';
import { makeAuditUuid } from '../../model/audit/makeAuditUuid.ts';
import { eachInSlices, mapInSlices } from '../../model/mapInSlices.ts';
import { formatTime } from '../../model/values/time.ts';

/** What is known when a request has been answered. The hashes are computed later, so that they do not delay other requests. */
export type AuditDraft = Omit<AuditEntry, 'uuid' | 'time' | 'documentHash' | 'variablesHash'> & {
  /** SHA-256 of the document, hex. */
  readonly documentDigest: string | null;
  /** Null if there are none, or too many to hash. `bytes` is an upper bound of their size. */
  readonly variables: { readonly values: object; readonly bytes: number } | null;
};

/** Writes the audit entries of a server. */
export type AuditLog = {
  /** Queues an entry. Never waits and never throws. */
  readonly record: (draft: AuditDraft) => void;
  readonly countWaiting: () => number;
  /** Writes the queued entries. Passes those that cannot be written to onGivenUp. */
  readonly close: () => Promise<void>;
};

export type AuditOptions = {
  /** Called after each batch with the number of entries written. */
  readonly onStored: (count: number) => void;
  /** Called with an entry that will not reach Postgres and must be kept elsewhere. `cause` is the error; null if the queue was full or closed. */
  readonly onGivenUp: (entry: AuditEntry, cause: unknown) => void;
  readonly maxWaiting?: number;
};

const MAX_WAITING = 10_000;
const BATCH = 1000;
const PERIOD_MS = 1000;
/** Larger variables are hashed immediately: kept for a second, those of many requests would take too much memory. */
const SMALL_BYTES = 4096;

type Pending = { readonly entry: AuditEntry; draft: AuditDraft; digest: string | null; isDigested: boolean };

/**
 * Makes the audit log of a server. Entries wait in memory for at most a second and are written in batches. While Postgres is down, up to
 * `maxWaiting` entries are kept, by default ten thousand. The others are passed complete to onGivenUp, so that none is lost silently.
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
    // Before the write, so that variables are released even while Postgres is down.
    await eachInSlices(waiting, digest);
    const batch = waiting.slice(0, BATCH);
    if (batch.length === 0) return false;
    // The batch may contain entries that arrived in the meantime.
    for (const pending of batch) digest(pending);
    try {
      secret ??= await getAuditSecret(database);
      await insertAuditEntries(database, await mapInSlices(batch, seal));
      isAway = false;
      onStored(batch.length);
    } catch (error) {
      isAway = error instanceof OutageError;
      if (isAway) return false;
      // Postgres would reject the batch again on a retry, and the entries after it would never be written.
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
      // The first call may have waited for a write already running, which does not include the latest entries.
      await write();
      if (timer !== null) clearTimeout(timer);
      for (const pending of waiting.splice(0)) onGivenUp(seal(pending), null);
    },
  };
};

/** Computes the digest of the variables and releases them. */
const digest = (pending: Pending): void => {
  if (pending.isDigested) return;
  pending.digest = digestVariables(pending.draft.variables?.values ?? null);
  pending.draft = { ...pending.draft, variables: null };
  pending.isDigested = true;
};
