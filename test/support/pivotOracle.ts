import type { OracleEvent, OracleSession } from './sessionOracle.ts';

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
  if (account.endsWith('$')) return !account.startsWith(`${logon.hostname}\\`);
  // A failed login never has a uid.
  if (logon.uid !== null || logon.loginSuccessful === false) return false;
  return /^(NT AUTHORITY|NT SERVICE|WINDOW MANAGER)\\/.test(account);
};

/** Whether a session has started and not ended at a time. */
const isActive = ({ startedAt, endedAt }: Times, moment: string): boolean =>
  startedAt <= moment && (endedAt === null || moment < endedAt);

/** Whether two sessions overlap. */
export const overlap = (a: Times, b: Times): boolean =>
  (b.endedAt === null || a.startedAt < b.endedAt) && (a.endedAt === null || b.startedAt < a.endedAt);

type Times = { readonly startedAt: string; readonly endedAt: string | null };

/** The accounts that were logged on to a host, in the form that `loggedOn` returns. */
export const loggedOn = (
  sessions: readonly OracleSession[],
  events: readonly OracleEvent[],
  request: { hostname: string; at: string; loginTypes: readonly string[] | null; excludeNoise: boolean },
): object[] => {
  const active = sessions
    .filter(({ hostname }) => hostname === request.hostname)
    .filter((session) => isActive(session, request.at))
    .filter(({ loginType }) => request.loginTypes?.includes(loginType ?? '') ?? true)
    .filter((session) => !(request.excludeNoise && isNoise(session)))
    .toSorted((a, b) => (a.startedAt + a.startUuid < b.startedAt + b.startUuid ? -1 : 1));
  const accounts = new Set(active.map(({ user }) => (user === null ? null : foldUser(user))));
  return [...accounts].map((account) => {
    const own = active.filter(({ user }) => (user === null ? null : foldUser(user)) === account);
    return {
      account,
      since: own[0]?.startedAt,
      state: own.every((session) => isLocked(session, events, request.at)) ? 'LOCKED' : 'ACTIVE',
      sessions: own.map(({ startUuid }) => startUuid),
    };
  });
};

const isLocked = ({ members }: OracleSession, events: readonly OracleEvent[], at: string): boolean => {
  const screens = events
    .filter(({ uuid, time }) => members.includes(uuid) && time <= at)
    .filter(({ action }) => action === 'LOCK' || action === 'UNLOCK')
    .toSorted((a, b) => (a.time + a.uuid < b.time + b.uuid ? -1 : 1));
  return screens.at(-1)?.action === 'LOCK';
};
