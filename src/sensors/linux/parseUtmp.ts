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

/**
 * The layout of a record: glibc has one for machines with 32-bit time (384 bytes) and one for machines with 64-bit time (400). macOS has its own (628),
 * also of 32-bit time.
 */
export type UtmpLayout = { readonly recordBytes: 384 | 400 | 628; readonly endian: 'LE' | 'BE' };

/** The usual first: x86_64 and 32-bit machines, aarch64, s390x, big-endian machines with 32-bit time, and macOS. */
export const UTMP_LAYOUTS: readonly UtmpLayout[] = [
  { recordBytes: 384, endian: 'LE' },
  { recordBytes: 400, endian: 'LE' },
  { recordBytes: 400, endian: 'BE' },
  { recordBytes: 384, endian: 'BE' },
  { recordBytes: 628, endian: 'LE' },
];

type TextField = { readonly at: number; readonly length: number };

/** Where the values of a record are. The type is followed by two bytes of padding. */
type Places = {
  readonly type: number;
  readonly maxType: number;
  readonly pid: number;
  readonly line: TextField;
  readonly user: TextField;
  readonly host: TextField;
  readonly seconds: number;
  readonly micros: number;
  /** Null if the record has no address. */
  readonly address: number | null;
  /** The unused bytes reach to the end of the record. */
  readonly unused: number;
};

const GLIBC = {
  type: 0,
  maxType: 9,
  pid: 4,
  line: { at: 8, length: 32 },
  user: { at: 44, length: 32 },
  host: { at: 76, length: 256 },
} as const;

const PLACES: Readonly<Record<UtmpLayout['recordBytes'], Places>> = {
  384: { ...GLIBC, seconds: 340, micros: 344, address: 348, unused: 364 },
  400: { ...GLIBC, seconds: 344, micros: 352, address: 360, unused: 376 },
  // struct utmpx32 of Apple's Libc. Type 10 is the signature of the file, type 11 a shutdown.
  628: {
    type: 296,
    maxType: 11,
    pid: 292,
    line: { at: 260, length: 32 },
    user: { at: 0, length: 256 },
    host: { at: 308, length: 256 },
    seconds: 300,
    micros: 304,
    address: null,
    unused: 564,
  },
};

/**
 * Parses a record as glibc or macOS writes it; null if the bytes are not a record. https://man7.org/linux/man-pages/man5/utmp.5.html
 *
 * Programs may leave old bytes behind the NUL of a text and in unused bytes, so only the meaning of the record is checked.
 *
 * @param bytes Exactly one record.
 */
export const parseUtmp = (bytes: Buffer, { recordBytes, endian }: UtmpLayout): UtmpRecord | null => {
  const places = PLACES[recordBytes];
  const isLittle = endian === 'LE';
  const type = isLittle ? bytes.readInt16LE(places.type) : bytes.readInt16BE(places.type);
  if (type < 0 || type > places.maxType) return null;
  const readInt = (at: number): number => (isLittle ? bytes.readInt32LE(at) : bytes.readInt32BE(at));
  const readLong = (at: number): bigint => (isLittle ? bytes.readBigInt64LE(at) : bytes.readBigInt64BE(at));
  const isWide = recordBytes === 400;
  const seconds = isWide ? readLong(places.seconds) : BigInt(readInt(places.seconds) >>> 0);
  const micros = isWide ? readLong(places.micros) : BigInt(readInt(places.micros));
  // The end of a process may have no time, a login always has one.
  const earliest = type === USER_PROCESS ? 1n : 0n;
  const isPossible = seconds >= earliest && seconds <= MAX_SECONDS && micros >= 0n && micros < 1_000_000n;
  if (!isPossible) return null;
  const line = readText(bytes, places.line);
  // Attackers choose the names of users, but not of terminals.
  if (CONTROL_CHARACTER.test(line)) return null;
  // Otherwise zeros in the middle of a record would be an empty record, and garbage would be a login in 1970.
  const isDoubtful = type === 0 || (type === USER_PROCESS && seconds < EARLIEST);
  if (isDoubtful && !isClean(bytes, places)) return null;
  const { address } = places;
  return {
    ut_type: type,
    ut_pid: readInt(places.pid),
    ut_line: line,
    ut_user: readText(bytes, places.user),
    ut_host: readText(bytes, places.host),
    ut_addr: address === null ? '' : formatAddress(bytes.subarray(address, address + 16)),
    ut_tv: Number(seconds * 1_000_000n + micros),
  };
};

/**
 * Whether bytes are without doubt a record: one that names a terminal and a time, and whose unused bytes are zeros. By such records a file is
 * recognized, and the next record is found behind damage that moved it.
 *
 * @param bytes Exactly one record.
 * @param parsed The result of parseUtmp, if it is known.
 */
export const isCertainUtmp = (bytes: Buffer, layout: UtmpLayout, parsed?: UtmpRecord | null): boolean => {
  const places = PLACES[layout.recordBytes];
  if (bytes[places.type + 2] !== 0 || bytes[places.type + 3] !== 0) return false;
  const record = parsed === undefined ? parseUtmp(bytes, layout) : parsed;
  if (record === null || record.ut_type === 0 || record.ut_line === '') return false;
  return record.ut_tv >= Number(EARLIEST) * 1_000_000 && isClean(bytes, places);
};

const USER_PROCESS = 7;
/** The maximum of 32 bits without sign: February 2106. */
const MAX_SECONDS = 0xffff_ffffn;
/** 1980. Clocks without a battery begin in 1970 or 1980. */
const EARLIEST = 315_532_800n;

const CONTROL_CHARACTER = /\p{Cc}/u;

/** Reads a text up to its NUL, or up to the end of its field. */
const readText = (bytes: Buffer, { at, length }: TextField): string => {
  const field = bytes.subarray(at, at + length);
  const end = field.indexOf(0);
  return field.toString('utf8', 0, end < 0 ? length : end);
};

/** Whether all bytes without a meaning are zeros. */
const isClean = (bytes: Buffer, { line, user, host, unused }: Places): boolean =>
  isZero(bytes.subarray(unused)) &&
  [line, user, host].every(({ at, length }) => {
    const field = bytes.subarray(at, at + length);
    const end = field.indexOf(0);
    return end < 0 || isZero(field.subarray(end));
  });

const isZero = (bytes: Buffer): boolean => bytes.every((byte) => byte === 0);

/** Formats an address: four bytes followed by zeros for IPv4, sixteen bytes for IPv6, in network order. */
const formatAddress = (bytes: Buffer): string => {
  if (isZero(bytes)) return '';
  if (isZero(bytes.subarray(4))) return bytes.subarray(0, 4).join('.');
  return bytes.toString('hex').replaceAll(/(.{4})(?!$)/g, '$1:');
};
