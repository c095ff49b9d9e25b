import type { MappedMessage } from './mappedMessage.ts';

const SESSION = /(?:^|\s)(re|dis)connected session: username /;
/** The text after the user name begins. */
const DETAILS = /^([^,]+), display :\d+(?:\.\d+)?, session_pid (\d{1,10})(?:, ip ([\da-fA-F:.]+))?/;

/** Written for fail2ban. The user name is chosen by the client, so the address is the last of the line. */
const FAILED = /^(?:\(\d+\)\(\d+\))?(?:\[INFO \] ?)?AUTHFAIL: user=(.*) ip=(\S+) time=\d+$/s;

/**
 * Maps a message of xrdp-sesman about a client that returns to a session, leaves it or fails to log in; null for any other. Versions up to 0.10 do not write that a client leaves. The session is named by its process, which is also that of PAM's lines about it. All versions write it, so a line without it does not come from
 * xrdp, and the display is not compared: PAM's lines do not name it, and a later session has the same one.
 * https://github.com/neutrinolabs/xrdp/blob/devel/sesman/scp_process.c
 */
export const mapXrdp = (text: string): MappedMessage | null => {
  const failed = FAILED.exec(text);
  if (failed !== null) {
    const [, name = '', address] = failed;
    const login = { loginSuccessful: false, count: 1, method: 'xrdp', srcIp: address ?? '' };
    return { kind: 'LOGIN', sensorEvent: 'xrdp AUTHFAIL', loginType: 'RDP', user: name, ...login };
  }
  // The first occurrence only: trying each one takes quadratic time.
  const session = SESSION.exec(text);
  const details = session === null ? null : DETAILS.exec(text.slice(session.index + session[0].length));
  if (session === null || details === null) return null;
  const [, user = '', pid, srcIp] = details;
  const isReconnect = session[1] === 're';
  return {
    kind: isReconnect ? 'RECONNECT' : 'DISCONNECT',
    sensorEvent: isReconnect ? 'xrdp reconnected' : 'xrdp disconnected',
    user,
    pid: Number(pid),
    srcIp,
  };
};
