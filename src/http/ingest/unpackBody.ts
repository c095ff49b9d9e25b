import { promisify } from 'node:util';
import { gunzip, gunzipSync } from 'node:zlib';

import type { BodyRefusal } from './bodyRecords.ts';

/** The maximum size of a body of /ingest, after decompression. */
export const MAX_PLAIN_BYTES = 8 * 1_048_576;

/** Recognizes gzip by its first bytes, because shippers do not always declare it. */
const isPacked = (body: Buffer): boolean => body[0] === 0x1f && body[1] === 0x8b;

/** Decompresses a body; null if it exceeds a limit. For an uncompressed body only the size is checked. */
export const unpackWithin = async (body: Buffer, maxBytes: number): Promise<Buffer | BodyRefusal | null> => {
  if (!isPacked(body)) return body.length > maxBytes ? null : body;
  try {
    return await promisify(gunzip)(body, { maxOutputLength: maxBytes });
  } catch (error) {
    return isTooLarge(error) ? null : DAMAGED;
  }
};

/** Decompresses a body of up to 8 MiB. Blocks the thread. */
export const unpackBlocking = (body: Buffer): Buffer | BodyRefusal => {
  if (!isPacked(body)) return body;
  try {
    return gunzipSync(body, { maxOutputLength: MAX_PLAIN_BYTES });
  } catch (error) {
    return isTooLarge(error) ? TOO_LARGE : DAMAGED;
  }
};

const isTooLarge = (error: unknown): boolean =>
  (error as { readonly code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE';

const TOO_LARGE: BodyRefusal = {
  status: 413,
  code: 'BODY_TOO_LARGE',
  message: 'The decompressed body exceeds 8 MiB; send fewer records per request.',
};

const DAMAGED: BodyRefusal = {
  status: 400,
  code: 'BAD_ENCODING',
  message: 'The body is not valid gzip; compress it again.',
};
