/** A record of utmp, wtmp or btmp, with the names of utmp(5). */
export type UtmpRecord = {
  readonly ut_type: number;
  readonly ut_pid: number;
  readonly ut_line: string;
  readonly ut_user: string;
  readonly ut_host: string;
  /** The address of the remote host; '' if there is none. */
  readonly ut_addr: string;
  /** Seconds and microseconds of Unix time, as one number of microseconds. */
  readonly ut_tv: number;
};

/** The layout of a record: glibc has one for machines with 32-bit time and one for machines with 64-bit time. */
export type UtmpLayout = { readonly recordBytes: 384 | 400; readonly endian: 'LE' | 'BE' };

/** The usual first: x86_64 and 32-bit machines, aarch64, s390x, and big-endian machines with 32-bit time. */
export const UTMP_LAYOUTS: readonly UtmpLayout[] = [
  { recordBytes: 384, endian: 'LE' },
  { recordBytes: 400, endian: 'LE' },
  { recordBytes: 400, endian: 'BE' },
  { recordBytes: 384, endian: 'BE' },
];

/**
 * Parses a record as glibc writes it; null if the bytes are not a record. https://man7.org/linux/man-pages/man5/utmp.5.html
 *
 * @param bytes Exactly one record.
 */
export const parseUtmp = (bytes: Buffer, { recordBytes, endian }: UtmpLayout): UtmpRecord | null => {
  const isLittle = endian === 'LE';
  const readInt = (at: number): number => (isLittle ? bytes.readInt32LE(at) : bytes.readInt32BE(at));
  const readLong = (at: number): bigint => (isLittle ? bytes.readBigInt64LE(at) : bytes.readBigInt64BE(at));
  const isWide = recordBytes === 400;
  const type = isLittle ? bytes.readInt16LE(0) : bytes.readInt16BE(0);
  const seconds = isWide ? readLong(344) : BigInt(readInt(340) >>> 0);
  const micros = isWide ? readLong(352) : BigInt(readInt(344));
  const [line, user, host] = [readText(bytes, 8, 32), readText(bytes, 44, 32), readText(bytes, 76, 256)];
  const address = isWide ? 360 : 348;
  const isPossible =
    type >= 0 &&
    type <= MAX_TYPE &&
    bytes.readUInt16LE(2) === 0 &&
    seconds >= 0n &&
    seconds <= MAX_SECONDS &&
    micros >= 0n &&
    micros < 1_000_000n &&
    bytes.subarray(address + 16).every((byte) => byte === 0);
  if (!isPossible || line === null || user === null || host === null) return null;
  return {
    ut_type: type,
    ut_pid: readInt(4),
    ut_line: line,
    ut_user: user,
    ut_host: host,
    ut_addr: formatAddress(bytes.subarray(address, address + 16)),
    ut_tv: Number(seconds * 1_000_000n + micros),
  };
};

const MAX_TYPE = 9;
/** The maximum of 32 bits without sign: February 2106. */
const MAX_SECONDS = 0xffff_ffffn;

/** Reads a text up to its NUL, or up to the end of its field; null if anything follows the NUL. */
const readText = (bytes: Buffer, at: number, length: number): string | null => {
  const field = bytes.subarray(at, at + length);
  const end = field.indexOf(0);
  if (end < 0) return field.toString('utf8');
  return field.subarray(end).every((byte) => byte === 0) ? field.toString('utf8', 0, end) : null;
};

/** Formats an address: four bytes followed by zeros for IPv4, sixteen bytes for IPv6, in network order. */
const formatAddress = (bytes: Buffer): string => {
  if (bytes.every((byte) => byte === 0)) return '';
  if (bytes.subarray(4).every((byte) => byte === 0)) return bytes.subarray(0, 4).join('.');
  return bytes.toString('hex').replaceAll(/(.{4})(?!$)/g, '$1:');
};
