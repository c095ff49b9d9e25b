import { createReadStream } from 'node:fs';
import { addAbortSignal, pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

export const STANDARD_INPUT = '-';

/** A piece of the content of a file, and the number of bytes that were read from the file for it. */
export type Chunk = { readonly content: Buffer; readonly bytes: number };

/**
 * Reads a file (or `-`, standard input) in pieces of 128 KiB, so that memory does not depend on its size. Gzip is unpacked, and text with a
 * UTF-16 byte order mark is converted to UTF-8.
 *
 * @throws errors of the file system and of zlib, and an AbortError when the signal aborts.
 */
export async function* openInput(file: string, signal: AbortSignal): AsyncGenerator<Chunk> {
  const read = { bytes: 0 };
  const packed = await peek(count(openStream(file, signal), read));
  const isPacked = findEncoding(packed.first) === 'gzip';
  const plain = isPacked ? await peek(unpack(packed.all)) : packed;
  const encoding = findEncoding(plain.first);
  let before = 0;
  for await (const content of encoding === null || encoding === 'gzip'
    ? plain.all
    : recode(plain.all, encoding)) {
    yield { content, bytes: read.bytes - before };
    before = read.bytes;
  }
}

/** With pieces of a megabyte, garbage that was not collected yet took some 20 MB more. */
const BLOCK_BYTES = 131_072;
/** Recognized by the first two bytes. */
const ENCODINGS = [
  { mark: Buffer.from([0x1f, 0x8b]), name: 'gzip' },
  { mark: Buffer.from([0xff, 0xfe]), name: 'utf-16le' },
  { mark: Buffer.from([0xfe, 0xff]), name: 'utf-16be' },
] as const;

type Encoding = (typeof ENCODINGS)[number]['name'];

/** Finds how to unpack or convert a file by its beginning; null when it is read unchanged. */
export const findEncoding = (beginning: Buffer): Encoding | null =>
  ENCODINGS.find(({ mark }) => beginning.subarray(0, 2).equals(mark))?.name ?? null;

type Buffers = AsyncGenerator<Buffer, void>;

const openStream = (file: string, signal: AbortSignal): Readable =>
  file === STANDARD_INPUT
    ? addAbortSignal(signal, process.stdin)
    : createReadStream(file, { highWaterMark: BLOCK_BYTES, signal });

async function* count(stream: Readable, read: { bytes: number }): Buffers {
  for await (const chunk of stream) {
    read.bytes += (chunk as Buffer).length;
    yield chunk as Buffer;
  }
}

/** Returns the first piece, with at least two bytes unless the input is shorter, and all pieces including the first. */
const peek = async (chunks: Buffers): Promise<{ readonly first: Buffer; readonly all: Buffers }> => {
  let first = Buffer.alloc(0);
  while (first.length < 2) {
    const next = await chunks.next();
    if (next.done === true) break;
    first = Buffer.concat([first, next.value]);
  }
  const all = async function* (): Buffers {
    if (first.length > 0) yield first;
    yield* chunks;
  };
  return { first, all: all() };
};

/** Unpacks gzip. Several members are one text, as when rotated logs are joined with `cat`. */
async function* unpack(packed: Buffers): Buffers {
  const gunzip = createGunzip({ chunkSize: BLOCK_BYTES });
  // The error is thrown to the reader of the stream.
  pipeline(Readable.from(packed), gunzip, () => undefined);
  for await (const chunk of gunzip) yield chunk as Buffer;
}

async function* recode(chunks: Buffers, encoding: Exclude<Encoding, 'gzip'>): Buffers {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}
