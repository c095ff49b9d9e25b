import { Decompress } from 'fzstd';
import makeXxhash from 'xxhash-wasm';
import type { XXHashAPI } from 'xxhash-wasm';

import { makeByteReader } from './byteReader.ts';
import type { ByteReader } from './byteReader.ts';
import { ContainerError } from './ContainerError.ts';
import type { Buffers } from './peek.ts';

const MAGIC = 0xfd2fb528;
const SKIPPABLE = 0x184d2a50;
const INCOMPLETE = 'incomplete zstd';
const DAMAGED = 'damaged zstd';
/** The limit of the zstd command. */
const MAX_WINDOW_BYTES = 128 * 1_048_576;
const MAX_BLOCK_BYTES = 131_072;
const RLE_BLOCK = 1;

/**
 * Unpacks zstd. Several frames are one text, as when rotated logs are joined with `cat`.
 *
 * fzstd checks neither the size of the window nor checksums, and unpacks all that it is given at once. So each frame is given to it block by block:
 * https://datatracker.ietf.org/doc/html/rfc8878#section-3.1
 */
export async function* unpackZstd(packed: Buffers): Buffers {
  const bytes = makeByteReader(packed, INCOMPLETE);
  const xxhash = await makeXxhash();
  while (!(await bytes.isAtEnd())) {
    const start = await bytes.take(4);
    const magic = start.readUInt32LE();
    if ((magic & 0xfffffff0) >>> 0 === SKIPPABLE) await bytes.skip((await bytes.take(4)).readUInt32LE());
    else if (magic === MAGIC) yield* unpackFrame(bytes, xxhash, start);
    else throw new ContainerError(DAMAGED);
  }
}

async function* unpackFrame(bytes: ByteReader, xxhash: XXHashAPI, start: Buffer): Buffers {
  const { head, hasChecksum } = await readHead(bytes);
  const hash = xxhash.create64();
  let ready: Uint8Array[] = [];
  const frame = new Decompress((content) => ready.push(content));
  frame.push(Buffer.concat([start, head]));
  for (let isLast = false; !isLast;) {
    const blockHead = await bytes.take(3);
    const fields = blockHead.readUIntLE(0, 3);
    isLast = (fields & 1) === 1;
    const size = fields >> 3;
    if (size > MAX_BLOCK_BYTES) throw new ContainerError(DAMAGED);
    const block = await bytes.take(((fields >> 1) & 3) === RLE_BLOCK ? 1 : size);
    const checksum = isLast && hasChecksum ? await bytes.take(4) : Buffer.alloc(0);
    try {
      frame.push(Buffer.concat([blockHead, block, checksum]), isLast);
    } catch {
      throw new ContainerError(DAMAGED);
    }
    for (const content of ready) {
      if (content.length === 0) continue;
      hash.update(content);
      yield Buffer.from(content.buffer, content.byteOffset, content.length);
    }
    ready = [];
    if (checksum.length > 0 && BigInt(checksum.readUInt32LE()) !== (hash.digest() & 0xffffffffn)) {
      throw new ContainerError('damaged zstd: its checksum is wrong');
    }
  }
}

type FrameHead = { readonly head: Buffer; readonly hasChecksum: boolean };

/** Reads the header of a frame after its magic number. */
const readHead = async (bytes: ByteReader): Promise<FrameHead> => {
  const descriptor = await bytes.take(1);
  const flags = descriptor.readUInt8();
  const isSingleSegment = (flags & 0x20) !== 0;
  const window = await bytes.take(isSingleSegment ? 0 : 1);
  const dictionary = await bytes.take([0, 1, 2, 4][flags & 3] ?? 0);
  const size = await bytes.take([isSingleSegment ? 1 : 0, 2, 4, 8][flags >> 6] ?? 0);
  if (dictionary.some((byte) => byte !== 0)) {
    throw new ContainerError('zstd with a dictionary of its own; unpack it with zstd -d -D DICTIONARY');
  }
  const windowBytes = isSingleSegment ? readSize(size) : readWindow(window.readUInt8());
  if (windowBytes > MAX_WINDOW_BYTES) {
    throw new ContainerError('zstd with a window of more than 128 MiB; unpack it with zstd -d --long=31');
  }
  return {
    head: Buffer.concat([descriptor, window, dictionary, size]),
    hasChecksum: (flags & 4) !== 0,
  };
};

const readSize = (size: Buffer): number =>
  size.length === 8 ? Number(size.readBigUInt64LE()) : size.readUIntLE(0, size.length);

const readWindow = (descriptor: number): number => {
  const base = 2 ** (10 + (descriptor >> 3));
  return base + (base / 8) * (descriptor & 7);
};
