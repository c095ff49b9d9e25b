import { readText } from '../fieldValues.ts';
import type { WindowsRecord } from './windowsRecord.ts';

/**
 * Whether a record reports that its host started, which ends all sessions of the host.
 *
 * These are Security 4608 (Windows is starting up), 4624 of type 0 (the logon of SYSTEM at the start) and System 12 (the kernel started).
 * A start may write all three; each is stored, because any of them may be missing. 6005 (the event log started) is not used: it repeats
 * 12 and is written late. An automatic login can follow 4608 after 0.7 s, and a later 6005 would end its session.
 */
export const isHostStart = (record: WindowsRecord): boolean => {
  const { channel, provider, eventId, fields } = record;
  if (channel === 'security') {
    return eventId === 4608 || (eventId === 4624 && readText(fields, 'LogonType') === '0');
  }
  // Event ids of the System log are used by several providers.
  return channel === 'system' && eventId === 12 && (provider === '' || provider.endsWith('kernel-general'));
};
