import { createHash, createHmac } from 'node:crypto';

import { compareTexts } from '../compare.ts';

/** The SHA-256 of variables, hex; null when there are none, or they nest too deeply to be written. Needs no secret, so it can be had early. */
export const digestVariables = (variables: object | null): string | null => {
  if (variables === null || Object.keys(variables).length === 0) return null;
  try {
    return createHash('sha256').update(canonicalJson(variables)).digest('hex');
  } catch {
    return null;
  }
};

/**
 * What the audit keeps of a digest, hex. With a secret of the database: who sees the audit alone cannot try all user names until one
 * gives the hash.
 */
export const sealDigest = (secret: string, digest: string | null): string | null =>
  digest === null ? null : createHmac('sha256', secret).update(digest).digest('hex');

/** Writes JSON so that equal values give equal texts: keys sorted, no spaces. */
const canonicalJson = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => compareTexts(a, b))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
};
