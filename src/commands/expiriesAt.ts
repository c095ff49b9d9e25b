import type { Config } from '../config/config.ts';

import type { Expiries } from '../domain/maintainDatabase.ts';

import { formatTime } from '../model/values/time.ts';

/** What is no longer kept at a moment. EARLIEST refuses events, and drops none that are stored. */
export const expiriesAt = (
  { retentionMs, auditMs }: Pick<Config, 'retentionMs' | 'auditMs'>,
  nowMs: number,
): Expiries => ({
  events: retentionMs === null ? null : formatTime(nowMs - retentionMs),
  audit: auditMs === null ? null : formatTime(nowMs - auditMs),
});
