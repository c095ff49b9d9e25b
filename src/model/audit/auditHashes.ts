import { createHash, createHmac } from 'node:crypto';

import { compareTexts } from '../compare.ts';

/** The SHA-256 of variables, hex; null if there are none or they nest too deeply to serialize. Needs no secret, so it can run early. */
export const digestVariables = (variables: object | null): string | null => {
  if (variables === null || Object.keys(variables).length === 0) return null;
  try {
    return createHash('sha256').update(canonicalJson(variables)).digest('hex');
  } catch {
    return null;
  }
};

/**
 * The form in which the audit stores a digest, hex. It is keyed with a secret of the database, so that a reader of the audit alone cannot
 * hash all user names to find the one that matches.
 */
export const sealDigest = (secret: string, digest: string | null): string | null =>
  digest === null ? null : createHmac('sha256', secret).update(digest).digest('hex');

/** Serializes to JSON so that equal values have equal texts: sorted keys, no spaces. */
const canonicalJson = (value: unknown): string => {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .toSorted(([a], [b]) => compareTexts(a, b))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
};
