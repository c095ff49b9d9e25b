import { createReadStream } from 'node:fs';
import { addAbortSignal, pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

export const STANDARD_INPUT = '-';

/** A piece of what a file holds, and how many of the file's bytes were read for it. */
export type Chunk = { readonly content: Buffer; readonly bytes: number };

/**
 * Reads a file (or `-`, standard input) in pieces of 128 KiB, so that memory is flat in its size. What is gzip is unpacked, and
 * what begins with a UTF-16 byte order mark is given as UTF-8.
 *
 * @throws the file system's or zlib's error, and an AbortError when the signal aborts.
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

/** With a megabyte, what the collector has not yet freed took some 20 MB more. */
const BLOCK_BYTES = 131_072;
/** By the first two bytes. */
const ENCODINGS = [
  { mark: Buffer.from([0x1f, 0x8b]), name: 'gzip' },
  { mark: Buffer.from([0xff, 0xfe]), name: 'utf-16le' },
  { mark: Buffer.from([0xfe, 0xff]), name: 'utf-16be' },
] as const;

type Encoding = (typeof ENCODINGS)[number]['name'];

/** How a file that begins so is to be unpacked or recoded; null when it is read as it is. */
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

/** The first piece, long enough to hold a mark unless there is no more, and all pieces with it. */
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

/** Several gzip members one after the other are one text, as `cat` makes them of rotated logs. */
async function* unpack(packed: Buffers): Buffers {
  const gunzip = createGunzip({ chunkSize: BLOCK_BYTES });
  // The error is thrown to whoever reads.
  pipeline(Readable.from(packed), gunzip, () => undefined);
  for await (const chunk of gunzip) yield chunk as Buffer;
}

async function* recode(chunks: Buffers, encoding: Exclude<Encoding, 'gzip'>): Buffers {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}
