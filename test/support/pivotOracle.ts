import { loggedOnAt } from './sessions/loggedOnAt.ts';
import type { OracleHost } from './sessions/types.ts';

/** The account of a user name: the first label of the domain in upper case, and the name in lower case. */
export const foldUser = (user: string): string => {
  const [local = '', suffix] = user.split('@');
  const [domain, name = ''] = user.includes('\\') ? user.split('\\') : [suffix, local];
  const label = domain?.split('.')[0]?.toUpperCase();
  return label === undefined ? name.toLowerCase() : `${label}\\${name.toLowerCase()}`;
};

/** Whether a logon does not belong to a person. Supports only the spellings that the tests use. */
export const isNoise = (logon: {
  user: string | null;
  uid: string | null;
  hostname: string;
  loginSuccessful?: boolean | null;
}): boolean => {
  if (logon.uid !== null && /^S-1-5-(7|18|19|20|80-.*|90-.*|96-.*)$/.test(logon.uid)) return true;
  if (logon.user === null) return false;
  const account = foldUser(logon.user);
  if (account.endsWith('$')) return !isLocal(account, logon.hostname);
  // A failed login never has a uid.
  if (logon.uid !== null || logon.loginSuccessful === false) return false;
  return /^(NT AUTHORITY|NT SERVICE|WINDOW MANAGER)\\/.test(account);
};

/** Whether the domain of a folded account is the host: Windows cuts it to 15 characters. */
export const isLocal = (account: string, hostname: string): boolean => {
  const [label = ''] = hostname.split('.');
  return [label, label.slice(0, 15)].includes(account.split('\\')[0]!) && account.includes('\\');
};

/** Whether a session is present at a moment at which another one is, which must be present for some time. Presence ends as in hunts. */
export const overlap = (a: Present, b: Present): boolean =>
  [a, b].every(({ startedAt, presentUntil }) => startedAt < presentUntil) &&
  a.startedAt < b.presentUntil &&
  b.startedAt < a.presentUntil;

type Present = { readonly startedAt: string; readonly presentUntil: string };

type LoggedOnRequest = {
  readonly at: string;
  readonly loginTypes: readonly string[] | null;
  readonly excludeNoise: boolean;
};

/** The accounts that were logged on to a host, in the form in which the test reads `loggedOn`. */
export const loggedOn = (
  host: OracleHost,
  { at, loginTypes, excludeNoise }: LoggedOnRequest,
): readonly object[] => {
  const sessions = host.sessions
    .filter(({ loginType }) => loginTypes?.includes(loginType ?? '') ?? true)
    .filter((session) => !(excludeNoise && isNoise(session)));
  return loggedOnAt({ ...host, sessions }, at).map((entry) => ({
    account: entry.account && [entry.account.userDomain, entry.account.userName].filter(Boolean).join('\\'),
    since: entry.since,
    state: entry.state,
    certainty: entry.certainty,
    provenUntil: entry.provenUntil,
    loginTypes: LOGIN_TYPES.filter((type) => entry.sessions.some(({ loginType }) => loginType === type)),
    sessions: entry.sessions
      .map(({ startedAt, startUuid }) => `${startedAt} ${startUuid}`)
      .toSorted()
      .map((key) => key.split(' ')[1]),
  }));
};

const LOGIN_TYPES = ['INTERACTIVE', 'LOCAL', 'RDP', 'REMOTE'];
