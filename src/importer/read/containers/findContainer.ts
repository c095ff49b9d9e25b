/** How a file is packed, found by its first bytes. */
export type Container = 'gzip' | 'xz' | 'zstd' | 'tar' | 'zip' | 'wtmpdb';

/** The first header of a tar archive. */
const HEAD_BYTES = 512;
/** More than any magic number. */
const MAGIC_BYTES = 16;
const NEWLINE = 0x0a;

/** Whether a container can be recognized by this beginning. A line of text is enough: a pipe may bring the next one much later. */
export const isHeadComplete = (head: Buffer): boolean =>
  head.length >= HEAD_BYTES || (head.length >= MAGIC_BYTES && head.includes(NEWLINE));

const MAGICS: readonly (readonly [Container, Buffer])[] = [
  ['gzip', Buffer.from([0x1f, 0x8b])],
  ['xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00])],
  ['zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd])],
  // The beginning of an archive, of an empty one, and of one in several parts.
  ['zip', Buffer.from('PK\u0003\u0004')],
  ['zip', Buffer.from('PK\u0005\u0006')],
  ['zip', Buffer.from('PK\u0007\u0008')],
  // A SQLite database.
  ['wtmpdb', Buffer.from('SQLite format 3\0')],
];

/** Finds the container by a complete head; null for any other content. */
export const findContainer = (head: Buffer): Container | null => {
  const found = MAGICS.find(([, magic]) => head.subarray(0, magic.length).equals(magic));
  if (found !== undefined) return found[0];
  if (isSkippableFrame(head)) return 'zstd';
  return isTarHeader(head) ? 'tar' : null;
};

/** pzstd and zstd's seekable format begin with such a frame. */
const isSkippableFrame = (head: Buffer): boolean =>
  head.length >= 4 && (head.readUInt32LE() & 0xfffffff0) >>> 0 === 0x184d2a50;

const TAR_MAGIC = 257;
const TAR_CHECKSUM = 148;

/** Old archives have no magic number, but each header has a checksum. */
const isTarHeader = (head: Buffer): boolean => {
  if (head.length < HEAD_BYTES || head[0] === 0) return false;
  if (head.toString('latin1', TAR_MAGIC, TAR_MAGIC + 5) === 'ustar') return true;
  const written = head.toString('latin1', TAR_CHECKSUM, TAR_CHECKSUM + 8);
  if (!/^ *[0-7]+[ \0]+$/.test(written)) return false;
  const header = Buffer.from(head.subarray(0, HEAD_BYTES)).fill(' ', TAR_CHECKSUM, TAR_CHECKSUM + 8);
  return header.reduce((sum, byte) => sum + byte, 0) === Number.parseInt(written, 8);
};
