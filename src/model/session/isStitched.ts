import type { NewEvent } from '../sessionEvent.ts';

/** Windows' fixed ids: https://learn.microsoft.com/windows-server/security/windows-authentication (0x3e7 SYSTEM, 0x3e4 NETWORK SERVICE …). */
export const FIXED_LOGIN_IDS = ['0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7'] as const;

/** ANONYMOUS LOGON, IUSR, SYSTEM and the two services. */
export const FIXED_UIDS = ['S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20'] as const;

const LOGIN_IDS: ReadonlySet<string> = new Set(FIXED_LOGIN_IDS);
const UIDS: ReadonlySet<string> = new Set(FIXED_UIDS);

/** Whether an event can be of one of Windows' fixed logons. Without one of the fixed uids, these numbers are ordinary Linux ids. */
export const hasFixedLoginId = ({ loginId }: { readonly loginId: string | null }): boolean =>
  loginId !== null && LOGIN_IDS.has(loginId);

/** Whether an event is of one of Windows' fixed logons, as far as its own uid shows. */
const isFixedLogon = (event: NewEvent): boolean =>
  hasFixedLoginId(event) && event.uid !== null && UIDS.has(event.uid);

/** Whether a login is the elevated twin of another login. */
export const isTwin = (event: NewEvent): event is Extract<NewEvent, { action: 'LOGIN' }> =>
  event.action === 'LOGIN' &&
  event.loginSuccessful &&
  event.linkedLoginId !== null &&
  event.loginId !== null &&
  !isFixedLogon(event);

/** Whether an event can belong to a session of its pair: it has a login id, and it is not a failed login, a twin, or of a fixed logon. */
export const isStitched = (event: NewEvent): boolean => {
  if (event.loginId === null || isFixedLogon(event)) return false;
  return event.action !== 'LOGIN' || (event.loginSuccessful && event.linkedLoginId === null);
};
