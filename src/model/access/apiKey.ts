import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

import { Refusal } from '../refusal.ts';
import { formatTime } from '../values/time.ts';
import type { Scope } from './scope.ts';

/** A stored key: it has only the SHA-256 of the secret. */
export type ApiKey = {
  readonly id: string;
  readonly name: string;
  readonly secretHash: Buffer;
  readonly scopes: readonly Scope[];
  readonly createdAt: string;
  /** null if the key never expires. */
  readonly expiresAt: string | null;
  /** To the minute; null if the key has not been used. */
  readonly lastUsedAt: string | null;
  readonly revokedAt: string | null;
};

/** The parts of a key that a caller presents: `ss_<id>.<secret>`. */
export type PresentedKey = { readonly id: string; readonly secret: string };

/** The properties of a new key. */
export type NewKey = {
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** null if the key never expires. */
  readonly lifetimeMs: number | null;
};

/**
 * Makes a key with a public id of 64 random bits and a secret of 256. The holder presents `text`, which is not stored anywhere.
 *
 * @throws Refusal BAD_PARAMETER for an invalid name.
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

/** Parses a presented key; null if it does not have the format of a key. */
export const parseKeyText = (text: string): PresentedKey | null => {
  const [, id, secret] = SHAPE.exec(text) ?? [];
  return id === undefined || secret === undefined ? null : { id, secret };
};

/** Parses the id of a key, with or without its prefix; null for anything else, including a whole key. */
export const parseKeyId = (text: string): string | null => /^(?:ss_)?([0-9a-f]{16})$/.exec(text)?.[1] ?? null;

/** One round of hashing is enough: 256 random bits cannot be guessed, and each request pays for the check. */
const hashSecret = (secret: string): Buffer => createHash('sha256').update(secret).digest();

/** Whether the secret is that of the key. A missing key takes as long as a wrong secret, so that the time does not reveal which ids exist. */
export const isSecretOf = (key: ApiKey | null, secret: string): boolean =>
  timingSafeEqual(hashSecret(secret), key?.secretHash ?? NO_HASH) && key !== null;

/** Whether the key is valid at a given time. */
export const isValidAt = ({ expiresAt, revokedAt }: ApiKey, now: string): boolean =>
  revokedAt === null && (expiresAt === null || now < expiresAt);

/** The name of a key is a single line, so that it can be listed. */
const parseKeyName = (text: string): string => {
  const name = text.trim().normalize('NFC');
  if (NAME.test(name)) return name;
  throw new Refusal(
    'BAD_PARAMETER',
    'The name of a key must have 1 to 100 characters and no control characters.',
  );
};

const SHAPE = /^ss_([0-9a-f]{16})\.([\w-]{43})$/;
const NAME = /^[^\p{Cc}\p{Cs}\u2028\u2029]{1,100}$/u;
const NO_HASH = Buffer.alloc(32);
