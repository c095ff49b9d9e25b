import { isUtf8 } from 'node:buffer';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';

/** A record of a body: parsed JSON or a line of text, or what is wrong with it. `line` is its place, from 1. */
export type BodyRecord = { readonly line: number } & (
  { readonly kind: 'VALUE'; readonly value: unknown } | { readonly kind: 'FAILED'; readonly reason: string }
);

export type IngestBody =
  | { readonly kind: 'RECORDS'; readonly records: readonly BodyRecord[] }
  | {
      readonly kind: 'REFUSED';
      readonly status: number;
      readonly code: string;
      readonly message: string;
    };

const MAX_UNPACKED_BYTES = 8 * 1_048_576;

/** Reads the records of a body: a JSON array, one JSON object, or lines of JSON or text; packed with gzip or not. */
export const readIngestBody = async (body: unknown, encoding: string | undefined): Promise<IngestBody> => {
  if (!Buffer.isBuffer(body) || body.length === 0) return EMPTY;
  if (encoding !== undefined && !/^(?:identity|gzip)$/i.test(encoding)) {
    return refused(415, 'UNSUPPORTED_MEDIA_TYPE', 'Send the body with content-encoding gzip, or none.');
  }
  const isPacked = body[0] === 0x1f && body[1] === 0x8b;
  const plain = isPacked ? await unpack(body) : body;
  return Buffer.isBuffer(plain) ? readPlain(plain) : plain;
};

const refused = (status: number, code: string, message: string): IngestBody => ({
  kind: 'REFUSED',
  status,
  code,
  message,
});

const EMPTY = refused(400, 'BAD_JSON', 'The body is empty; send lines of JSON or text, or a JSON array.');

const unpack = async (body: Buffer): Promise<Buffer | IngestBody> => {
  try {
    return await promisify(gunzip)(body, { maxOutputLength: MAX_UNPACKED_BYTES });
  } catch (error) {
    return (error as { readonly code?: unknown }).code === 'ERR_BUFFER_TOO_LARGE'
      ? refused(
          413,
          'BODY_TOO_LARGE',
          'The body is over 8 MiB when unpacked; send fewer records in a request.',
        )
      : refused(400, 'BAD_ENCODING', 'The body is damaged gzip.');
  }
};

const readPlain = (plain: Buffer): IngestBody => {
  const isDamaged = !isUtf8(plain);
  const text = plain.toString(isDamaged ? 'latin1' : 'utf8').replace(/^\uFEFF/, '');
  const start = text.trimStart();
  if (isDamaged && start.startsWith('[')) return refused(400, 'BAD_JSON', 'The body is not UTF-8.');
  if (start.startsWith('[')) return readArray(start);
  const lines = text
    .split('\n')
    .map((line, index) => (isDamaged ? readDamaged(line, index + 1) : readLine(line, index + 1)));
  const records = lines.filter((record) => record !== null);
  const whole = records.length > 1 && start.startsWith('{\n') ? parse(start) : undefined;
  return {
    kind: 'RECORDS',
    records: whole === undefined ? records : [{ kind: 'VALUE', line: 1, value: whole }],
  };
};

const readArray = (text: string): IngestBody => {
  const values = parse(text);
  if (!Array.isArray(values)) return refused(400, 'BAD_JSON', 'The body is not a valid JSON array.');
  return {
    kind: 'RECORDS',
    records: values.map((value: unknown, index) => ({ kind: 'VALUE', line: index + 1, value })),
  };
};

/** A line of a body that is not UTF-8, read as Latin-1: an attacker's user name must not hide a line. */
const readDamaged = (latin1: string, line: number): BodyRecord | null => {
  const bytes = Buffer.from(latin1, 'latin1');
  if (isUtf8(bytes)) return readLine(bytes.toString('utf8'), line);
  const record = readLine(latin1, line);
  return latin1.trim().startsWith('{') ? { kind: 'FAILED', line, reason: 'not UTF-8' } : record;
};

const readLine = (text: string, line: number): BodyRecord | null => {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (!trimmed.startsWith('{')) return { kind: 'VALUE', line, value: trimmed };
  const value = parse(trimmed);
  return value === undefined ? { kind: 'FAILED', line, reason: 'not JSON' } : { kind: 'VALUE', line, value };
};

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
