import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

import { Refusal } from '../refusal.ts';
import { formatTime } from '../values/time.ts';
import type { Scope } from './scope.ts';

/** A key as it is stored: of its secret only the SHA-256. */
export type ApiKey = {
  readonly id: string;
  readonly name: string;
  readonly secretHash: Buffer;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  /** null: never. */
  readonly expiresAt: string | null;
  /** To the minute; null: not yet. */
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
};

/** What a caller presents: `ss_<id>.<secret>`. */
export type PresentedKey = { readonly id: string; readonly secret: string };

/** What a new key is to be. */
export type NewKey = {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** null: it never expires. */
  readonly lifetimeMs: number | null;
};

/**
 * Makes a key of 64 random bits that may be known and 256 that must not. `text` is what its holder presents, and is nowhere else.
 *
 * @throws Refusal BAD_PARAMETER when its name cannot be one.
 */
export const makeKey = (
  { name, scopes, lifetimeMs }: NewKey,
  nowMs: number,
): { readonly key: ApiKey; readonly text: string } => {
  const id = randomBytes(8).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  const key = {
    id,
    name: parseKeyName(name),
    secretHash: hashSecret(secret),
    scopes,
    createdAt: formatTime(nowMs),
    expiresAt: lifetimeMs === null ? null : formatTime(nowMs + lifetimeMs),
    lastUsedAt: null,
    revokedAt: null,
  };
  return { key, text: `ss_${id}.${secret}` };
};

/** Parses a presented key; null when it has not the shape of one. */
export const parseKeyText = (text: string): PresentedKey | null => {
  const [, id, secret] = SHAPE.exec(text) ?? [];
  return id === undefined || secret === undefined ? null : { id, secret };
};

/** Parses the id of a key, with or without its prefix; null for anything else, a whole key too. */
export const parseKeyId = (text: string): string | null => /^(?:ss_)?([0-9a-f]{16})$/.exec(text)?.[1] ?? null;

/** One round will do: nobody guesses 256 random bits, and each request is checked. */
const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Whether it is the key's secret. A key that is not there takes as long as a wrong secret, so that time does not tell ids. */
export const isSecretOf = (key: ApiKey | null, secret: string): boolean =>
  timingSafeEqual(hashSecret(secret), key?.secretHash ?? NO_HASH) && key !== null;

/** Whether it opens anything at a moment. */
export const isValidAt = ({ expiresAt, revokedAt }: ApiKey, now: string): boolean =>
  revokedAt === null && (expiresAt === null || now < expiresAt);

/** What people call a key is one line, so that it can be listed. */
const parseKeyName = (text: string): string => {
  const name = text.trim().normalize('NFC');
  if (NAME.test(name)) return name;
  throw new Refusal('BAD_PARAMETER', 'The name of a key has 1 to 100 characters, none of them a control.');
};

const SHAPE = /^ss_([0-9a-f]{16})\.([\w-]{43})$/;
const NAME = /^[^\p{Cc}\p{Cs}\u2028\u2029]{1,100}$/u;
const NO_HASH = Buffer.alloc(32);
