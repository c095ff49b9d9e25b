import type { UtmpLayout } from '../../src/sensors/linux/parseUtmp.ts';

/** The fields of a record that a test sets. All others are empty. */
export type UtmpFields = {
  readonly type: number;
  readonly pid?: number;
  readonly line?: string;
  readonly user?: string;
  readonly host?: string;
  /** In network byte order: 4 bytes for IPv4 or 16 for IPv6. */
  readonly address?: readonly number[];
  readonly seconds?: number;
  readonly micros?: number;
};

/**
 * Writes a record in the layout of glibc's struct utmp (bits/utmp.h): short type, int pid, char line[32] id[4] user[32] host[256], two shorts of
 * exit, session and time of 32 or 64 bits, int32 addr[4], char unused[20]. Or in that of macOS (struct utmpx32 of Libc): char user[256] id[4]
 * line[32], int pid, short type, two bytes, time of 32 bits, char host[256], 64 bytes.
 */
export const makeUtmpRecord = (layout: UtmpLayout, fields: UtmpFields): Buffer => {
  const { type, pid = 0, line = '', user = '', host = '', address = [], seconds = 0, micros = 0 } = fields;
  const view = new DataView(new ArrayBuffer(layout.recordBytes));
  const bytes = Buffer.from(view.buffer);
  const isLittle = layout.endian === 'LE';
  const isMac = layout.recordBytes === 628;
  view.setInt16(isMac ? 296 : 0, type, isLittle);
  view.setInt32(isMac ? 292 : 4, pid, isLittle);
  bytes.write(line, isMac ? 260 : 8);
  bytes.write(user, isMac ? 0 : 44);
  bytes.write(host, isMac ? 308 : 76);
  if (layout.recordBytes === 400) {
    view.setBigInt64(344, BigInt(seconds), isLittle);
    view.setBigInt64(352, BigInt(micros), isLittle);
    bytes.set(address, 360);
  } else {
    view.setInt32(isMac ? 300 : 340, seconds | 0, isLittle);
    view.setInt32(isMac ? 304 : 344, micros, isLittle);
    if (!isMac) bytes.set(address, 348);
  }
  return bytes;
};
