import type { Database } from '../../db/client.ts';
import { selectApiKeys } from '../../db/access/selectApiKeys.ts';
import { updateLastUse } from '../../db/access/updateApiKey.ts';

import { isSecretOf, isValidAt } from '../../model/access/apiKey.ts';
import type { ApiKey, PresentedKey } from '../../model/access/apiKey.ts';
import { formatTime } from '../../model/values/time.ts';

/** The keys of the database, as cached by a server. */
export type KeyRing = {
  /**
   * Finds the presented key; null if it is unknown, expired or revoked, or if the secret is wrong.
   *
   * @throws OutageError when the keys cannot be read.
   */
  readonly find: (presented: PresentedKey) => Promise<ApiKey | null>;
};

/** How long a server may still accept a revoked key. */
export const KEYS_FRESH_MS = 5000;
/** The shortest time between two reads for keys that are not found. A server accepts a new key at the latest after this time. */
const RETRY_MS = 500;
const USE_NOTED_MS = 60_000;

type Known = { readonly keys: ReadonlyMap<string, ApiKey>; readonly readMs: number };

/**
 * Reads all keys with one statement and caches them for five seconds. However many requests arrive, and however many made-up keys they
 * present, the database gets at most one such statement per half second, and the cache does not grow.
 */
export const makeKeyRing = (database: Database, clockMs = (): number => performance.now()): KeyRing => {
  let known: Known = { keys: new Map(), readMs: -Infinity };
  let reading: Promise<Known> | null = null;
  const noteUse = makeUseNotes(database, clockMs);

  const read = async (): Promise<Known> => {
    const readMs = clockMs();
    const keys = await selectApiKeys(database);
    known = { keys: new Map(keys.map((key) => [key.id, key])), readMs };
    return known;
  };
  const readOnce = async (): Promise<Known> => {
    reading ??= read().finally(() => {
      reading = null;
    });
    return reading;
  };
  const isYounger = (ageMs: number): boolean => clockMs() - known.readMs < ageMs;

  return {
    find: async (presented) => {
      const fresh = isYounger(KEYS_FRESH_MS) ? known : await readOnce();
      // A wrong secret also reads the keys again: otherwise the response time would reveal which ids exist.
      const key =
        match(fresh, presented) ?? (isYounger(RETRY_MS) ? null : match(await readOnce(), presented));
      if (key !== null) noteUse(key);
      return key;
    },
  };
};

const match = ({ keys }: Known, { id, secret }: PresentedKey): ApiKey | null => {
  const key = keys.get(id) ?? null;
  return isSecretOf(key, secret) && key !== null && isValidAt(key, formatTime(Date.now())) ? key : null;
};

/** Returns a function that records the use of a key, at most once a minute per key. No request waits for it. */
const makeUseNotes = (database: Database, clockMs: () => number): ((key: ApiKey) => void) => {
  const notedMs = new Map<string, number>();
  return ({ id }) => {
    const nowMs = clockMs();
    if (nowMs - (notedMs.get(id) ?? -Infinity) < USE_NOTED_MS) return;
    notedMs.set(id, nowMs);
    // This fails while the database is down or is a replica. The next use after a minute tries again.
    updateLastUse(database, id, formatTime(Date.now())).catch(() => undefined);
  };
};
