import { promisify } from 'node:util';
import { gunzip, gunzipSync } from 'node:zlib';

import type { BodyRefusal } from './bodyRecords.ts';

const MAX_PLAIN_BYTES = 8 * 1_048_576;

/** Whether a body is gzip, by its first bytes: shippers do not always declare it. */
const isPacked = (body: Buffer): boolean => body[0] === 0x1f && body[1] === 0x8b;

/** Unpacks a body; null when it is larger than a limit. A body that is not packed is only measured. */
export const unpackWithin = async (body: Buffer, maxBytes: number): Promise<Buffer | BodyRefusal | null> => {
  if (!isPacked(body)) return body.length > maxBytes ? null : body;
  try {
    return await promisify(gunzip)(body, { maxOutputLength: maxBytes });
  } catch (error) {
    return isTooLarge(error) ? null : DAMAGED;
  }
};

/** Unpacks a body of any size, and blocks its thread for so long. */
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
  message: 'The body is over 8 MiB when unpacked; send fewer records in a request.',
};

const DAMAGED: BodyRefusal = { status: 400, code: 'BAD_ENCODING', message: 'The body is damaged gzip.' };
