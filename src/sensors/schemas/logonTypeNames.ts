import type { LoginType } from '../../model/action.ts';

/** Finds the type of a login by the name of Windows' logon type, `RemoteInteractive` or `Remote Interactive`; null for another name. */
export const typeOfLogonName = (name: string): LoginType | null =>
  LOGON_TYPES.get(plainLogonName(name)) ?? null;

/** The name in lower case and without blanks. */
export const plainLogonName = (name: string): string => name.replaceAll(' ', '').toLowerCase();

const LOGON_TYPES: ReadonlyMap<string, LoginType> = new Map([
  ['interactive', 'INTERACTIVE'],
  ['network', 'REMOTE'],
  ['batch', 'LOCAL'],
  ['service', 'LOCAL'],
  ['networkcleartext', 'REMOTE'],
  ['newcredentials', 'LOCAL'],
  ['remoteinteractive', 'RDP'],
  ['cachedinteractive', 'INTERACTIVE'],
  ['cachedremoteinteractive', 'RDP'],
]);
