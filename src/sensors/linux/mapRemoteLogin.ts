import type { MappedMessage } from './mappedMessage.ts';
import { isAboutLogin } from './mapPam.ts';

/** The daemons of Kerberos write the name and the address of the client. */
const FAILED = /^Authentication failed from (\S+) \(([^)]*)\): /;
/** rshd runs commands: `root@client as root: cmd='date'`. */
const KNOWN =
  /^(?:Kerberos authentication failed|[Cc]onnect(?:ion)? from|[Cc]onnection (?:closed|reset)|ttloop|getpeername|[^\s@]+@\S+ as \S+: cmd=|PAM |pam_|Denied connection|rhosts|\S+ rlogin to|refused connect)/;

/** Maps a message of the daemons of rlogin, rsh and telnet. PAM and the program `login` report most of their logins. */
export const mapRemoteLogin = (text: string): MappedMessage => {
  const failed = FAILED.exec(text);
  if (failed !== null) {
    const login = { loginSuccessful: false, count: 1, method: 'kerberos', srcIp: failed[2] ?? '', user: '' };
    return { kind: 'LOGIN', sensorEvent: 'rlogin failed', loginType: 'REMOTE', ...login };
  }
  if (KNOWN.test(text) || !isAboutLogin(text)) {
    return {
      kind: 'SKIPPED',
      sensorEvent: 'rlogin other',
      reason: 'rlogin, rsh, telnet: neither a login nor a logout',
    };
  }
  return {
    kind: 'NOT_UNDERSTOOD',
    sensorEvent: 'rlogin other',
    reason: 'rlogin, rsh, telnet: a text that is not known',
  };
};
