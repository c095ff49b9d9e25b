import type { LoginType } from '../../model/action.ts';

/**
 * Returns CAR's login type of a Windows LogonType (https://learn.microsoft.com/windows/security/threat-protection/auditing/event-4624);
 * null for types that are not listed. 0 is a host start; 7 and 13 are unlocks.
 */
export const loginTypeOf = (logonType: string): LoginType | null => LOGIN_TYPES.get(logonType) ?? null;

/** Whether Windows made a logon to check a password at an unlock or a reconnect. These logons do not open a session. */
export const isUnlockLogon = (logonType: string): boolean => logonType === '7' || logonType === '13';

const LOGIN_TYPES: ReadonlyMap<string, LoginType> = new Map([
  ['2', 'INTERACTIVE'],
  ['3', 'REMOTE'],
  ['4', 'LOCAL'],
  ['5', 'LOCAL'],
  ['8', 'REMOTE'],
  ['9', 'LOCAL'],
  ['10', 'RDP'],
  ['11', 'INTERACTIVE'],
  ['12', 'RDP'],
]);
