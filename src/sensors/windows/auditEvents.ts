import { isAuditProvider } from './windowsRecord.ts';
import type { WindowsRecord } from './windowsRecord.ts';

/**
 * The ids that Windows documents for the events of its audit policy, first and last of each range.
 * https://learn.microsoft.com/windows-server/identity/ad-ds/plan/appendix-l--events-to-monitor
 */
const DOCUMENTED: readonly (readonly [number, number])[] = [
  [1100, 1108],
  [4608, 4675],
  [4688, 4830],
  [4864, 4985],
  [5024, 5071],
  [5120, 5169],
  [5376, 5485],
  [5632, 5633],
  [5712, 5712],
  [5888, 5890],
  [6144, 6145],
  [6272, 6281],
  [6400, 6424],
  [8191, 8191],
];

/** Whether the Security log's own provider wrote an event that is not documented. */
export const isUnknownAudit = ({ channel, provider, eventId }: WindowsRecord): boolean =>
  channel === 'security' &&
  isAuditProvider(provider) &&
  !DOCUMENTED.some(([first, last]) => eventId >= first && eventId <= last);
