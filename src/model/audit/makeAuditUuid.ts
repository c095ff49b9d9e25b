import { randomUUID } from 'node:crypto';

let lastMs = 0;
let sequence = 0;

/** Makes a version 7 UUID (RFC 9562) for a time. UUIDs of the same process and millisecond sort in the order in which they were made. */
export const makeAuditUuid = (nowMs: number): string => {
  sequence = nowMs === lastMs ? (sequence + 1) & 0xfff : 0;
  lastMs = nowMs;
  const time = nowMs.toString(16).padStart(12, '0');
  // The last 62 bits of a UUID are random; Node generates those of many UUIDs at a time.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${sequence.toString(16).padStart(3, '0')}-${randomUUID().slice(19)}`;
};
