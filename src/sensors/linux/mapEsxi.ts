import type { MappedMessage } from './mappedMessage.ts';

/** The name and address of the client; the text may begin with the header of hostd.log, which ESXi 6 and 7 forward with it, the sender and the number of the event. */
const SESSION =
  /^(?:\w+ hostd\[[\dA-F]{1,16}\] )?(?:\[[^\]]*\] )?(?:Event \d+ : )?User ([^\s@]+(?:@[^\s@]+)?)@([\da-fA-F:.]+) logged (in as|out)\b/;
const REJECTED =
  /^(?:\w+ hostd\[[\dA-F]{1,16}\] )?(?:\[[^\]]*\] )?Rejected password for user (.*) from (\S+)$/s;

/** A user without a role. */
const NO_PERMISSION =
  /^(?:\w+ hostd\[[\dA-F]{1,16}\] )?(?:\[[^\]]*\] )?(?:Event \d+ : )?Cannot login user (.*)@([\da-fA-F:.]+): no permission$/s;
/** `Rejected password` reports each of these failed logins. */
const REPEATS =
  /^(?:\w+ hostd\[[\dA-F]{1,16}\] )?(?:\[[^\]]*\] )?(?:Event \d+ : )?(?:Cannot login |Remote access for ESXi local user account .* has been locked )/s;

/** Maps a message of hostd, through which clients and the web console log in to ESXi. One process serves all sessions. */
export const mapEsxi = (text: string): MappedMessage => {
  const [, failing, from = ''] = REJECTED.exec(text) ?? NO_PERMISSION.exec(text) ?? [];
  const server = { loginType: 'REMOTE', pid: null } as const;
  const login = { kind: 'LOGIN', count: 1, method: 'hostd', ...server } as const;
  if (failing !== undefined) {
    return { ...login, sensorEvent: 'hostd Rejected', user: failing, srcIp: from, loginSuccessful: false };
  }
  const [, user, srcIp = '', change] = SESSION.exec(text) ?? [];
  if (user !== undefined) {
    return change === 'out'
      ? { kind: 'LOGOUT', sensorEvent: 'hostd logged out', user, ...server }
      : { ...login, sensorEvent: 'hostd logged in', user, srcIp, loginSuccessful: true };
  }
  if (REPEATS.test(text)) return { kind: 'SKIPPED', sensorEvent: 'hostd other', reason: REPEATED };
  return { kind: 'UNRELATED', sensorEvent: 'syslog other', reason: 'a program that logs nobody in' };
};

const REPEATED = 'hostd: repeats failed logins that Rejected password reports';
