import { readText } from '../fieldValues.ts';
import type { WindowsRecord } from './windowsRecord.ts';

/** What a record reports about its host. LAST_SEEN: that the host was seen at the time in the record's data. */
export type HostFact = 'HOST_START' | 'HOST_STOP' | 'HOST_SEEN' | 'LAST_SEEN';

/**
 * Finds what a record reports about its host; null for a record about anything else.
 *
 * Starts are Security 4608 (Windows is starting up), 4624 of type 0 (the logon of SYSTEM at the start) and System 12 (the kernel started).
 * A start may write all three; each is stored, because any of them may be missing. 6005 (the event log started) is not used: it repeats
 * 12 and is written late. An automatic login can follow 4608 after 0.7 s, and a later 6005 would end its session.
 *
 * Stops are System 13 (the kernel stops) and Security 4609 (Windows shuts down, and ends all logon sessions), which few versions write.
 * 6006 and Security 1100 report that the event log service stopped, which an attacker can cause, too, and 1074 that a shutdown was
 * requested. These and 6013 (the daily uptime) prove that the host ran; so does 6008, for the last time that was recorded before a crash.
 */
export const findHostFact = (record: WindowsRecord): HostFact | null => {
  const { channel, provider, eventId, fields } = record;
  if (channel === 'security') {
    if (eventId === 4624) return readText(fields, 'LogonType') === '0' ? 'HOST_START' : null;
    return SECURITY.get(eventId) ?? null;
  }
  // Event ids of the System log are used by several providers.
  const fact = channel === 'system' ? SYSTEM.get(eventId) : undefined;
  return fact !== undefined && (provider === '' || provider.endsWith(fact.provider)) ? fact.reports : null;
};

const SECURITY: ReadonlyMap<number, HostFact> = new Map([
  [4608, 'HOST_START'],
  [4609, 'HOST_STOP'],
  [1100, 'HOST_SEEN'],
]);

const [KERNEL, EVENT_LOG] = ['kernel-general', 'eventlog'] as const;

const SYSTEM: ReadonlyMap<number, { readonly provider: string; readonly reports: HostFact }> = new Map([
  [12, { provider: KERNEL, reports: 'HOST_START' }],
  [13, { provider: KERNEL, reports: 'HOST_STOP' }],
  [6006, { provider: EVENT_LOG, reports: 'HOST_SEEN' }],
  [6008, { provider: EVENT_LOG, reports: 'LAST_SEEN' }],
  [6013, { provider: EVENT_LOG, reports: 'HOST_SEEN' }],
]);
