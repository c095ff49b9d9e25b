import type { HostCoverageStatus } from '../api/documents.ts';

/** What the events of a host prove about a time. */
export const COVERAGE: Readonly<Record<HostCoverageStatus, string>> = {
  COVERED: 'The events of the host cover this time.',
  BEFORE_FIRST_EVENT: 'The host has no events before this time: somebody may have been on without a record.',
  AFTER_LAST_EVENT: 'The host has no events after this time: later logins and logouts may be missing.',
  GAP: 'The host was silent around this time: records may be missing.',
  HOST_DOWN: 'The host was shut down.',
};
