import { createInflateRaw, inflateRawSync } from 'node:zlib';

import { ContainerError } from './ContainerError.ts';
import type { Buffers } from './peek.ts';

/** Unpacks the deflated content of a ZIP archive's member. */
export const inflateRaw = (packed: Buffers): Buffers => inflate(packed, 'ZIP', () => {});

/** With pieces of a megabyte, garbage that was not collected yet took some 20 MB more. */
const CHUNKS = { chunkSize: 131_072 };
/** A piece of this size unpacks to at most 17 MB. */
const PIECE_BYTES = 16_384;

/** What deflated content unpacks to, and how many of the bytes belong to it. */
export type Inflated = { readonly content: Buffer; readonly usedBytes: number };

/**
 * Unpacks deflated content that ends within these bytes and is small; null for any other, and for damaged content. Many small contents in one file take a tenth
 * of the time that a stream for each takes.
 */
export const inflateSmall = (packed: Buffer): Inflated | null => {
  try {
    const unpacked: unknown = inflateRawSync(packed.subarray(0, SMALL_BYTES), {
      info: true,
      maxOutputLength: MAX_SMALL,
    });
    const { buffer, engine } = unpacked as {
      readonly buffer: Buffer;
      readonly engine: { readonly bytesWritten: number };
    };
    return { content: buffer, usedBytes: engine.bytesWritten };
  } catch {
    return null;
  }
};

const SMALL_BYTES = 4_096;
const MAX_SMALL = 131_072;

/**
 * Unpacks deflated content. All that could be unpacked before the piece with an error is passed on: an iterated stream would drop it.
 *
 * @param onRest Takes the bytes behind the deflated content that were read with it.
 */
export async function* inflate(packed: Buffers, name: string, onRest: (rest: Buffer) => void): Buffers {
  const stream = createInflateRaw(CHUNKS);
  let ready: Buffer[] = [];
  let isAtEnd = false;
  stream.on('data', (content: Buffer) => ready.push(content));
  const failed = new Promise<Error>((resolve) => {
    stream.once('error', resolve);
  });
  const ended = new Promise<null>((resolve) => {
    stream.once('end', () => {
      isAtEnd = true;
      resolve(null);
    });
  });
  const write = async (piece: Buffer): Promise<Error | null> =>
    Promise.race([
      failed,
      new Promise<Error | null>((resolve) => {
        stream.write(piece, (error) => resolve(error ?? null));
      }),
      ended,
    ]);
  const take = (): readonly Buffer[] => {
    const taken = ready;
    ready = [];
    return taken;
  };
  try {
    let error: Error | null = null;
    let before = 0;
    for await (const content of packed) {
      for (let at = 0; at < content.length && error === null && !isAtEnd; at += PIECE_BYTES) {
        error = await write(content.subarray(at, at + PIECE_BYTES));
        yield* take();
      }
      if (isAtEnd) onRest(content.subarray(stream.bytesWritten - before));
      if (error !== null || isAtEnd) break;
      before += content.length;
    }
    if (error === null) {
      stream.end();
      error = await Promise.race([failed, ended]);
      yield* take();
    }
    if (error !== null) throw new ContainerError(`damaged or incomplete ${name}: ${error.message}`);
  } finally {
    stream.destroy();
  }
}
