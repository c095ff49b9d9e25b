import type { Database } from '../../db/client.ts';
import { selectApiKeys } from '../../db/access/selectApiKeys.ts';
import { updateLastUse } from '../../db/access/updateApiKey.ts';

import { isSecretOf, isValidAt } from '../../model/access/apiKey.ts';
import type { ApiKey, PresentedKey } from '../../model/access/apiKey.ts';
import { formatTime } from '../../model/values/time.ts';

/** The keys of the database, as a server knows them. */
export type KeyRing = {
  /**
   * The key that was presented, null when it opens nothing: it is unknown, expired or revoked, or the secret is another.
   *
   * @throws OutageError when the keys cannot be read.
   */
  readonly find: (presented: PresentedKey) => Promise<ApiKey | null>;
};

/** How long a revoked key may still open a server. */
export const KEYS_FRESH_MS = 5000;
/** How soon the keys are read again for one that is not among them: how long a new key may not be known yet. */
const RETRY_MS = 500;
const USE_NOTED_MS = 60_000;

type Known = { readonly keys: ReadonlyMap<string, ApiKey>; readonly readMs: number };

/**
 * Reads all keys at once and keeps them for five seconds, rather than asking for each: however many requests there are, and however many
 * keys are made up, there is one statement in half a second at most, and nothing that grows.
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
      // A wrong secret reads again, too: time must not tell which ids there are.
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

/** Gives what writes the use of a key down, once a minute, and never in the way of an answer. */
const makeUseNotes = (database: Database, clockMs: () => number): ((key: ApiKey) => void) => {
  const notedMs = new Map<string, number>();
  return ({ id }) => {
    const nowMs = clockMs();
    if (nowMs - (notedMs.get(id) ?? -Infinity) < USE_NOTED_MS) return;
    notedMs.set(id, nowMs);
    // Missed while the database is away, or is a replica: the next minute's will do.
    updateLastUse(database, id, formatTime(Date.now())).catch(() => undefined);
  };
};
