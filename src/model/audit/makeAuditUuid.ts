import { randomUUID } from 'node:crypto';

let lastMs = 0;
let sequence = 0;

/** Makes a UUID of version 7 (RFC 9562) of a moment; those of one process and millisecond sort as they were made. */
export const makeAuditUuid = (nowMs: number): string => {
  sequence = nowMs === lastMs ? (sequence + 1) & 0xfff : 0;
  lastMs = nowMs;
  const time = nowMs.toString(16).padStart(12, '0');
  // The last 62 bits of a UUID are random; Node draws those of many UUIDs at a time.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, '0')}-${randomUUID().slice(19)}`;
};
