import { readText } from './fieldValues.ts';
import type { WindowsRecord } from './recognizeRecord.ts';

/**
 * Whether a record tells that its host started, which ends all its sessions.
 *
 * Security 4608 (Windows is starting up) and 4624 of type 0 (the logon of SYSTEM at the start), System 12 (the kernel started) and 6005
 * (the event log started). One start may write all four; each is stored, as any of them may be missing.
 */
export const isHostStart = (record: WindowsRecord): boolean => {
  const { channel, provider, eventId, fields } = record;
  if (channel === 'security') {
    return eventId === 4608 || (eventId === 4624 && readText(fields, 'LogonType') === '0');
  }
  const startProvider = channel === 'system' ? START_PROVIDERS.get(eventId) : undefined;
  return startProvider !== undefined && (provider === '' || provider.endsWith(startProvider));
};

/** Event ids of the System log are used by several providers; these mean a start. */
const START_PROVIDERS: ReadonlyMap<number, string> = new Map([
  [12, 'kernel-general'],
  [6005, 'eventlog'],
]);
