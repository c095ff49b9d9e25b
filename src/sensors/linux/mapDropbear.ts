import { isTornName, tornLine } from './mappedMessage.ts';
import type { MappedMessage } from './mappedMessage.ts';
import { isAboutLogin } from './mapPam.ts';

/** Attackers choose user names, so the address is the last of the line. */
const ACCEPTED =
  /^(?:(?:PAM )?[Pp]assword auth succeeded|Pubkey auth succeeded|Auth succeeded with blank password) for '(.*)' (?:with (?:\S+ ){1,4})?from <?([^\s>]+):(\d{1,5})>?$/is;
const FAILED = /^(?:Bad|Too-long) (?:PAM )?password attempt for '(.*)' from <?([^\s>]+):(\d{1,5})>?$/is;
/** The name is not logged, since it may be a password. Old versions write it. */
const UNKNOWN_USER =
  /^Login attempt (?:for nonexistent user|with wrong user)(?: '?(.*?)'?)? from <?([^\s>]+):(\d{1,5})>?$/is;
const EXIT = /^Exit \((.*?)\)(?: from <([^\s>]+):(\d{1,5})>)?: /s;
/** The journal also takes what dropbear writes to its standard error, with pid and time. */
const OWN_HEADER = /^\[\d+\] [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d /;
const KNOWN =
  /^(?:Child connection from|Exit before auth|Early exit|Exit: |User account '|User '|user '|root login rejected|Max auth tries|Not backgrounding|Running in background|Failed (?:loading|listening|reading|to)|Terminated by signal|Pubkey auth attempt|public key option|Authorized|\/\S+ must be owned|Client trying|Too many|Premature exit|pam_|PAM |Reexec|Forced command|Idle timeout|Keepalive)/i;

/** Maps a message of dropbear. https://github.com/mkj/dropbear/blob/master/src/svr-authpasswd.c */
export const mapDropbear = (message: string): MappedMessage => {
  const text = message.replace(OWN_HEADER, '');
  const accepted = ACCEPTED.exec(text);
  const failed = accepted ?? FAILED.exec(text) ?? UNKNOWN_USER.exec(text);
  if (failed !== null) {
    const [, user = '', srcIp = '', srcPort] = failed;
    const loginSuccessful = accepted !== null;
    const sensorEvent = loginSuccessful ? 'dropbear succeeded' : 'dropbear failed';
    if (loginSuccessful && isTornName(user)) return tornLine(sensorEvent);
    const login = { loginSuccessful, count: 1, method: 'dropbear', srcIp, srcPort: Number(srcPort) };
    return { kind: 'LOGIN', sensorEvent, loginType: 'REMOTE', user, ...login };
  }
  const user = EXIT.exec(text)?.[1];
  if (user !== undefined) return { kind: 'LOGOUT', sensorEvent: 'dropbear Exit', loginType: 'REMOTE', user };
  if (KNOWN.test(text) || !isAboutLogin(text)) {
    return {
      kind: 'SKIPPED',
      sensorEvent: 'dropbear other',
      reason: 'dropbear: neither a login nor a logout',
    };
  }
  return {
    kind: 'NOT_UNDERSTOOD',
    sensorEvent: 'dropbear other',
    reason: 'dropbear: a text that is not known',
  };
};
