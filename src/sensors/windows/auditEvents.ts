import { isAuditProvider } from './windowsRecord.ts';
import type { WindowsRecord } from './windowsRecord.ts';

/**
 * The ids of the events of the audit policy: all that the provider's manifest has in Windows 7 to 10 and those of Microsoft's list of events to monitor.
 * https://github.com/repnz/etw-providers-docs · https://learn.microsoft.com/windows-server/identity/ad-ds/plan/appendix-l--events-to-monitor
 */
const DOCUMENTED = `1100-1102 1104-1105 1108
  4608-4612 4614-4616 4618 4621-4622 4624-4627 4634 4646-4668 4670-4675 4688-4707 4709-4720 4722-4735 4737-4794 4797-4803 4816-4826 4830
  4864-4900 4902 4904-4913 4928-4937 4944-4954 4956-4958 4960-4965 4976-4985
  5024-5025 5027-5035 5037-5051 5056-5071 5120-5127 5136-5159 5168-5170 5376-5382
  5440-5444 5446-5453 5456-5468 5471-5474 5477-5480 5483-5485 5632-5633 5712 5888-5890
  6144-6145 6272-6281 6400-6410 6416-6424 8191`;

const IDS = new Set(
  DOCUMENTED.split(/\s+/).flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  }),
);

/** Whether the Security log's own provider wrote an event that is not documented. */
export const isUnknownAudit = ({ channel, provider, eventId }: WindowsRecord): boolean =>
  channel === 'security' && isAuditProvider(provider) && !IDS.has(eventId);
