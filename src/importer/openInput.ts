import { createReadStream } from 'node:fs';
import { addAbortSignal, pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';

export const STANDARD_INPUT = '-';

/** A piece of what a file holds, and how many of the file's bytes were read for it. */
export type Chunk = { readonly content: Buffer; readonly bytes: number };

/**
 * Reads a file (or `-`, standard input) in pieces of up to a megabyte, so that memory is flat in its size. What is gzip is unpacked, and
 * what begins with a UTF-16 byte order mark is given as UTF-8.
 *
 * @throws the file system's or zlib's error, and an AbortError when the signal aborts.
 */
export async function* openInput(file: string, signal: AbortSignal): AsyncGenerator<Chunk> {
  const read = { bytes: 0 };
  const packed = await peek(count(openStream(file, signal), read));
  const isPacked = packed.first.subarray(0, 2).equals(GZIP);
  const plain = isPacked ? await peek(unpack(packed.all)) : packed;
  const encoding = UTF_16.find(({ mark }) => plain.first.subarray(0, 2).equals(mark));
  let before = 0;
  for await (const content of encoding === undefined ? plain.all : recode(plain.all, encoding.name)) {
    yield { content, bytes: read.bytes - before };
    before = read.bytes;
  }
}

const BLOCK_BYTES = 1_048_576;
const GZIP = Buffer.from([0x1f, 0x8b]);
const UTF_16 = [
  { mark: Buffer.from([0xff, 0xfe]), name: 'utf-16le' },
  { mark: Buffer.from([0xfe, 0xff]), name: 'utf-16be' },
] as const;

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

async function* recode(chunks: Buffers, encoding: (typeof UTF_16)[number]['name']): Buffers {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of chunks) yield Buffer.from(decoder.decode(chunk, { stream: true }));
  yield Buffer.from(decoder.decode());
}
