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
 * exit, session and time of 32 or 64 bits, int32 addr[4], char unused[20].
 */
export const makeUtmpRecord = (layout: UtmpLayout, fields: UtmpFields): Buffer => {
  const { type, pid = 0, line = '', user = '', host = '', address = [], seconds = 0, micros = 0 } = fields;
  const view = new DataView(new ArrayBuffer(layout.recordBytes));
  const isLittle = layout.endian === 'LE';
  view.setInt16(0, type, isLittle);
  view.setInt32(4, pid, isLittle);
  const bytes = Buffer.from(view.buffer);
  bytes.write(line, 8);
  bytes.write(user, 44);
  bytes.write(host, 76);
  if (layout.recordBytes === 384) {
    view.setInt32(340, seconds | 0, isLittle);
    view.setInt32(344, micros, isLittle);
    bytes.set(address, 348);
  } else {
    view.setBigInt64(344, BigInt(seconds), isLittle);
    view.setBigInt64(352, BigInt(micros), isLittle);
    bytes.set(address, 360);
  }
  return bytes;
};
