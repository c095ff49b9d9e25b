import { laterOf } from '../model/ingestCounts.ts';
import type { IngestCounts } from '../model/ingestCounts.ts';

import type { Verdict } from './recordBatch.ts';

/** Counts verdicts by what they are. */
export const countVerdicts = (verdicts: readonly Verdict[]): IngestCounts => {
  const counts = { ACCEPTED: 0, DUPLICATE: 0, REJECTED: 0 };
  let newestTime: string | null = null;
  for (const verdict of verdicts) {
    counts[verdict.status] += 1;
    if (verdict.status === 'ACCEPTED') newestTime = laterOf(newestTime, verdict.key.time);
  }
  return {
    accepted: counts.ACCEPTED,
    duplicates: counts.DUPLICATE,
    rejected: counts.REJECTED,
    skipped: 0,
    newestTime,
  };
};
