import { crc32 } from 'node:zlib';

import { makeByteReader } from './byteReader.ts';
import type { ByteReader } from './byteReader.ts';
import { ContainerError } from './ContainerError.ts';
import { inflate, inflateSmall } from './inflate.ts';
import type { Buffers } from './peek.ts';

/**
 * Unpacks gzip. Several members are one text, as when rotated logs are joined with `cat`. Each is unpacked by itself: zlib drops the end of a
 * member if what follows begins like another one and is damaged.
 * https://datatracker.ietf.org/doc/html/rfc1952#section-2.3
 */
export async function* unpackGzip(packed: Buffers): Buffers {
  const bytes = makeByteReader(packed, 'damaged or incomplete gzip: unexpected end of file');
  do yield* unpackMember(bytes);
  while (await skipPadding(bytes));
}

async function* unpackMember(bytes: ByteReader): Buffers {
  await skipHeader(bytes);
  let checksum = 0;
  let length = 0;
  for await (const content of unpackDeflated(bytes)) {
    checksum = crc32(content, checksum);
    length += content.length;
    yield content;
  }
  const trailer = await bytes.take(8);
  if (trailer.readUInt32LE(0) !== checksum || trailer.readUInt32LE(4) !== length % 2 ** 32) {
    throw new ContainerError('damaged gzip: its checksum or its size is wrong');
  }
}

async function* unpackDeflated(bytes: ByteReader): Buffers {
  const piece = await bytes.takeAny();
  const small = piece === null ? null : inflateSmall(piece);
  if (piece !== null) bytes.putBack(piece.subarray(small?.usedBytes ?? 0));
  if (small === null) yield* inflate(listPieces(bytes), 'gzip', bytes.putBack);
  else yield small.content;
}

const skipHeader = async (bytes: ByteReader): Promise<void> => {
  const magic = await bytes.take(2);
  if (magic.readUInt16BE() !== MAGIC) {
    throw new ContainerError('damaged gzip: the bytes behind its end are not gzip, and are not read');
  }
  const [method = 0, flags = 0] = await bytes.take(8);
  if (method !== DEFLATE || (flags & RESERVED) !== 0) {
    throw new ContainerError('damaged gzip: its header is wrong');
  }
  if ((flags & EXTRA) !== 0) await bytes.skip((await bytes.take(2)).readUInt16LE());
  if ((flags & NAME) !== 0) await skipText(bytes);
  if ((flags & COMMENT) !== 0) await skipText(bytes);
  if ((flags & HEADER_CHECKSUM) !== 0) await bytes.skip(2);
};

const MAGIC = 0x1f8b;
const DEFLATE = 8;
const HEADER_CHECKSUM = 2;
const EXTRA = 4;
const NAME = 8;
const COMMENT = 16;
const RESERVED = 0xe0;

/** Skips a text and the NUL at its end. */
const skipText = async (bytes: ByteReader): Promise<void> => {
  while ((await bytes.take(1)).readUInt8() !== 0);
};

async function* listPieces(bytes: ByteReader): Buffers {
  for (let piece = await bytes.takeAny(); piece !== null; piece = await bytes.takeAny()) yield piece;
}

/** Skips the NULs that fill a block of a tape behind a member. Returns whether other bytes follow. */
const skipPadding = async (bytes: ByteReader): Promise<boolean> => {
  for (let piece = await bytes.takeAny(); piece !== null; piece = await bytes.takeAny()) {
    const at = piece.findIndex((byte) => byte !== 0);
    if (at < 0) continue;
    bytes.putBack(piece.subarray(at));
    return true;
  }
  return false;
};
