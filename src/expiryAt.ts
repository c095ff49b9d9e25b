import { formatTime } from './model/values/time.ts';

import type { Config } from './config.ts';

/** What retention no longer keeps at a moment; null keeps everything. EARLIEST refuses events, and drops none that are stored. */
export const expiryAt = ({ retentionMs }: Pick<Config, 'retentionMs'>, nowMs: number): string | null =>
  retentionMs === null ? null : formatTime(nowMs - retentionMs);
