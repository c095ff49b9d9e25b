import type { UtmpRecord } from './parseUtmp.ts';

/** The length of a record without trimming: type (1), time (8), id (8), pid (4), user (32), line (16) and host (128), without padding. */
export const UTX_BYTES = 197;

/** A record of utx.log. The end of a session has its id, and neither its line nor its user. */
export type UtxRecord = { readonly id: string; readonly record: UtmpRecord };

/**
 * Parses a record of FreeBSD's utx.log; null if the bytes are not a record. Numbers are in network order, the time is in microseconds. The types
 * become those of utmp, which have other numbers on FreeBSD.
 * https://github.com/freebsd/freebsd-src/blob/main/lib/libc/gen/utxdb.h, pututxline.c
 *
 * @param trimmed One record without its length, and without the NULs at its end.
 */
export const parseUtx = (trimmed: Buffer): UtxRecord | null => {
  const type = TYPES.get(trimmed[0] ?? 0);
  if (type === undefined || !isUtxBeginning(trimmed)) return null;
  const bytes = Buffer.concat([trimmed], UTX_BYTES);
  const [user, line, host] = TEXTS.map((field) => readText(bytes, field));
  if (user === undefined || line === undefined || host === undefined) return null;
  // Damage may leave a type and a time, but not the form of the texts: only a login has them.
  if (type === USER_PROCESS ? user === '' || line === '' : `${user}${line}${host}` !== '') return null;
  const record = {
    ut_type: type,
    ut_pid: bytes.readInt32BE(17),
    ut_line: line,
    ut_user: user,
    ut_host: host,
    ut_addr: '',
    ut_tv: Number(bytes.readBigUInt64BE(1)),
  };
  return { id: bytes.toString('hex', 9, 17), record };
};

/** Whether the first bytes of a record have a known type and a possible time. */
export const isUtxBeginning = (trimmed: Buffer): boolean => {
  const micros = Buffer.concat([trimmed], UTX_BYTES).readBigUInt64BE(1);
  return TYPES.has(trimmed[0] ?? 0) && micros >= EARLIEST && micros <= LATEST;
};

/** The types that FreeBSD writes to utx.log, and those of utmp: start, old and new time, login, end of a session, shutdown (as on macOS). */
const TYPES: ReadonlyMap<number, number> = new Map([
  [1, 2],
  [2, 4],
  [3, 3],
  [4, 7],
  [7, 8],
  [8, 11],
]);

/** 1980, where clocks without a battery begin. The format is of 2010. */
const EARLIEST = 315_532_800_000_000n;
/** February 2106. */
const LATEST = 0xffff_ffffn * 1_000_000n;

const USER_PROCESS = 7;

type TextField = { readonly at: number; readonly length: number };

/** User, line and host. */
const TEXTS: readonly TextField[] = [
  { at: 21, length: 32 },
  { at: 53, length: 16 },
  { at: 69, length: 128 },
];

/** Reads a text, behind which FreeBSD writes NULs only; undefined if it has other bytes, or control characters. */
const readText = (bytes: Buffer, { at, length }: TextField): string | undefined => {
  const field = bytes.subarray(at, at + length);
  const end = field.indexOf(0);
  const text = field.toString('utf8', 0, end < 0 ? length : end);
  const isClean = end < 0 || field.subarray(end).every((byte) => byte === 0);
  return isClean && !/[\p{Cc}\uFFFD]/u.test(text) ? text : undefined;
};
