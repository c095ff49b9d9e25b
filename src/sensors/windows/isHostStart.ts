import { readText } from '../fieldValues.ts';
import type { WindowsRecord } from './windowsRecord.ts';

/**
 * Whether a record tells that its host started, which ends all its sessions.
 *
 * Security 4608 (Windows is starting up) and 4624 of type 0 (the logon of SYSTEM at the start), System 12 (the kernel started). One
 * start may write all three; each is stored, as any of them may be missing. Not 6005 (the event log started): it repeats 12 and comes
 * late, and an automatic login follows 4608 by as little as 0.7 s; 6005 would end that session falsely.
 */
export const isHostStart = (record: WindowsRecord): boolean => {
  const { channel, provider, eventId, fields } = record;
  if (channel === 'security') {
    return eventId === 4608 || (eventId === 4624 && readText(fields, 'LogonType') === '0');
  }
  // Event ids of the System log are used by several providers.
  return channel === 'system' && eventId === 12 && (provider === '' || provider.endsWith('kernel-general'));
};
