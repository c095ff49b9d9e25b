import type { Ask, Join, NoteQuery, Tell } from '../model/joins/join.ts';

import { splitContextEvent } from './contextEventInput.ts';
import { SAME_LOGIN_MS } from './joinSources.ts';

import type { NameFolding } from './nameFolding.ts';
import { definedOf, KEPT_MS, ofLastMonth, tellDaily } from './notes.ts';
import { LINUX_SOURCES } from './sensor.ts';
import type { LinuxSource, Outcome } from './sensor.ts';
import type { LoginInput } from './sessionEventInput.ts';

/**
 * Adds to an outcome of a request how it is joined with the other sources of its host, by the rules of `joinSource`: the source whose record arrives
 * first reports a login, and the logout follows its login.
 */
export const joinShippedSource = (names: NameFolding, source: LinuxSource, outcome: Outcome): Outcome => {
  if (outcome.kind === 'CONTEXT' && outcome.timeMs !== null && 'disconnect' in outcome.event) {
    const { input } = splitContextEvent(outcome.event);
    return withAsk({ ...outcome, timeMs: outcome.timeMs }, input, askReported(source, input, 'UNLINK'));
  }
  if (outcome.kind !== 'EVENT' || outcome.timeMs === null) return outcome;
  const { event, timeMs } = outcome;
  if ('login' in event) {
    const { asks, tells } = joinOfLogin(names, source, event.login);
    const join = outcome.join ?? emptyJoin(event.login, timeMs);
    const left = outcome.isExtra === true ? [] : [...tells, tellPresence(source, timeMs)];
    return {
      ...outcome,
      join: { ...join, asks: [...join.asks, ...asks], tells: [...join.tells, ...left] },
    };
  }
  if ('logout' in event)
    return withAsk({ ...outcome, timeMs }, event.logout, askReported(source, event.logout, 'SKIP'));
  if ('reconnect' in event)
    return withAsk({ ...outcome, timeMs }, event.reconnect, askReported(source, event.reconnect, 'UNLINK'));
  return outcome;
};

type Identified = {
  readonly hostname: string;
  readonly loginId?: string | undefined;
  readonly sourceId?: string | undefined;
};

const emptyJoin = ({ hostname, sourceId = '' }: Identified, timeMs: number): Join => ({
  hostname,
  timeMs,
  source: sourceId.split('/', 1).join(''),
  asks: [],
  tells: [],
});

const withAsk = <Timed extends { readonly timeMs: number; readonly join?: Join }>(
  outcome: Timed,
  input: Identified,
  ask: Ask | null,
): Timed => {
  if (ask === null) return outcome;
  const join = outcome.join ?? emptyJoin(input, outcome.timeMs);
  return { ...outcome, join: { ...join, asks: [...join.asks, ask] } };
};

/** Asks whether another source reported the latest login with the id. */
const askReported = (source: LinuxSource, { loginId }: Identified, kind: 'SKIP' | 'UNLINK'): Ask | null =>
  loginId === undefined
    ? null
    : {
        key: reportedKey(source, loginId),
        withinMs: KEPT_MS.SESSION,
        latest: true,
        same: { isElsewhere: true },
        effect: { kind },
      };

const reportedKey = (source: LinuxSource, loginId: string): string => `login of ${source} ${loginId}`;

/** Junos reports each failed login of sshd a second time. */
type Reporter = LinuxSource | 'Junos';

const presenceKey = (source: Reporter): string => `source ${source}`;

/** Says that a source reports logins of the host. */
export const tellPresence = (source: Reporter, timeMs: number): Tell =>
  tellDaily(presenceKey(source), timeMs);

/** Asks whether another source has reported logins of the host. */
const askOthers = (source: LinuxSource): readonly NoteQuery[] =>
  [...LINUX_SOURCES.filter((other) => other !== source), 'Junos' as const].map((other) =>
    ofLastMonth(presenceKey(other)),
  );

const OTHERS = {
  audit: askOthers('audit'),
  syslog: askOthers('syslog'),
  utmp: askOthers('utmp'),
} as const satisfies Record<LinuxSource, readonly NoteQuery[]>;

/** The key of the notes about logins of an account from an address. */
export const loginKey = (
  names: NameFolding,
  { user, srcIp = '', loginSuccessful }: Pick<LoginInput, 'user' | 'srcIp' | 'loginSuccessful'>,
): string => `login ${names.foldAccount(user)} ${loginSuccessful} ${srcIp}`;

const joinOfLogin = (
  names: NameFolding,
  source: LinuxSource,
  login: LoginInput,
): Pick<Join, 'asks' | 'tells'> => {
  const { loginId, srcPort, loginSuccessful } = login;
  const key = loginKey(names, login);
  const near = definedOf({ srcPort });
  const told: Tell = {
    key,
    values: { source, hasPort: srcPort !== undefined, ...near },
    keepMs: KEPT_MS.LOGIN,
    ifKept: true,
    // An attack leaves a note for each of its logins only where another source may report them again.
    ...(loginSuccessful ? {} : { ifNoted: OTHERS[source] }),
  };
  const effect = { kind: 'SKIP', tells: tellReported(source, loginId, true) } as const;
  return {
    asks: [{ key, withinMs: SAME_LOGIN_MS, near, not: { source }, effect }],
    tells: [told, ...tellReported(source, loginId, false)],
  };
};

/** Leaves whether another source has reported the login with an id. */
const tellReported = (
  source: LinuxSource,
  loginId: string | undefined,
  isElsewhere: boolean,
): readonly Tell[] =>
  loginId === undefined
    ? []
    : [
        {
          key: reportedKey(source, loginId),
          values: { isElsewhere },
          keepMs: KEPT_MS.SESSION,
          ...(isElsewhere ? {} : { ifKept: true }),
        },
      ];
