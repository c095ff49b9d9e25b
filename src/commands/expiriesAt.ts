import type { Config } from '../config/config.ts';

import type { Expiries } from '../domain/maintainDatabase.ts';

import { formatTime } from '../model/values/time.ts';

/** Returns the times before which data has expired. EARLIEST has no part in this: it rejects new events, and drops no stored ones. */
export const expiriesAt = (
  { retentionMs, auditMs }: Pick<Config, 'retentionMs' | 'auditMs'>,
  nowMs: number,
): Expiries => ({
  events: retentionMs === null ? null : formatTime(nowMs - retentionMs),
  audit: auditMs === null ? null : formatTime(nowMs - auditMs),
});
