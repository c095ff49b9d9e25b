import { createPublicKey } from 'node:crypto';
import type { KeyObject } from 'node:crypto';
import { readFile } from 'node:fs/promises';

import { createLocalJWKSet } from 'jose';
import type { JSONWebKeySet, JWTVerifyGetKey } from 'jose';

/**
 * Reads an issuer's public keys from a file: a JWKS (RFC 7517), or one key or certificate in PEM format.
 *
 * @throws Error that describes the problem of the file.
 */
export const readKeyFile = async (file: string): Promise<JWTVerifyGetKey> => {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw problem(`cannot be read (${(error as NodeJS.ErrnoException).code ?? 'unknown'})`);
  });
  if (!text.trimStart().startsWith('{')) {
    if (text.includes('PRIVATE KEY')) throw problem(PRIVATE);
    const key = parseKey(() => createPublicKey(text));
    return async () => key;
  }
  const set = parseKeySet(text);
  for (const key of set.keys) {
    const { d, k } = key ?? {};
    if (d !== undefined || k !== undefined) throw problem(PRIVATE);
    parseKey(() => createPublicKey({ key, format: 'jwk' }));
  }
  return createLocalJWKSet(set);
};

const PRIVATE = 'contains a private or secret key; use the public key';
const MIN_RSA_BITS = 2048;

const problem = (message: string): Error => new Error(`OIDC_KEY_FILE ${message}.`);

const parseKeySet = (text: string): JSONWebKeySet => {
  const set = parseJson(text) as { readonly keys?: unknown };
  const isSet = Array.isArray(set.keys) && set.keys.length > 0;
  if (!isSet) throw problem('is not a JWKS: {"keys": […]} with at least one key');
  return set as JSONWebKeySet;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw problem('is neither valid JSON nor PEM');
  }
};

const parseKey = (parse: () => KeyObject): KeyObject => {
  let key: KeyObject;
  try {
    key = parse();
  } catch {
    throw problem('contains a key that is not a public key as JWK or PEM');
  }
  const bits = key.asymmetricKeyDetails?.modulusLength;
  if (bits !== undefined && bits < MIN_RSA_BITS)
    throw problem(`has a key of ${bits} bits; at least ${MIN_RSA_BITS} are required`);
  return key;
};
