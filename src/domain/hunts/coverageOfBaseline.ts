import type { Host } from '../../model/host.ts';

export type BaselineCoverage = 'COVERED' | 'INSUFFICIENT_BASELINE';

/** Whether a host's events reach back to the beginning of a baseline: what no log could show is not new. */
export const coverageOfBaseline = (from: string, host: Host | null): BaselineCoverage => {
  const { firstSeenAt = null } = host ?? {};
  return firstSeenAt !== null && firstSeenAt <= from ? 'COVERED' : 'INSUFFICIENT_BASELINE';
};
