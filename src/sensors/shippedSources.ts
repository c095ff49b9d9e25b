import type { Ask, Join, Tell } from '../model/joins/join.ts';

import { splitContextEvent } from './contextEventInput.ts';
import { SAME_LOGIN_MS } from './joinSources.ts';

import type { NameFolding } from './nameFolding.ts';
import { KEPT_MS, ofLastMonth, tellDaily } from './notes.ts';
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
    const join = outcome.join ?? emptyJoin(event.login.hostname, timeMs);
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

type Identified = { readonly hostname: string; readonly loginId?: string | undefined };

const emptyJoin = (hostname: string, timeMs: number): Join => ({ hostname, timeMs, asks: [], tells: [] });

const withAsk = <Timed extends { readonly timeMs: number; readonly join?: Join }>(
  outcome: Timed,
  { hostname }: { readonly hostname: string },
  ask: Ask | null,
): Timed => {
  if (ask === null) return outcome;
  const join = outcome.join ?? emptyJoin(hostname, outcome.timeMs);
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

const othersOf = (source: LinuxSource): readonly Reporter[] => [
  ...LINUX_SOURCES.filter((other) => other !== source),
  'Junos',
];

const presenceKey = (source: Reporter): string => `source ${source}`;

/** Says that a source reports logins of the host. */
export const tellPresence = (source: Reporter, timeMs: number): Tell =>
  tellDaily(presenceKey(source), timeMs);

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
  const byAddress = loginKey(names, login);
  const keepMs = loginSuccessful ? KEPT_MS.LOGIN : KEPT_MS.FAILED;
  const port = srcPort === undefined ? {} : { srcPort };
  // An attack leaves a note for each of its logins only where another source may report them again.
  const ifNoted = loginSuccessful
    ? {}
    : { ifNoted: othersOf(source).map((other) => ofLastMonth(presenceKey(other))) };
  const values = { source, hasPort: srcPort !== undefined, ...port };
  const tells: Tell[] = [{ key: byAddress, values, keepMs, ifKept: true, ...ifNoted }];
  const reported = (isElsewhere: boolean): Tell[] =>
    loginId === undefined
      ? []
      : [{ key: reportedKey(source, loginId), values: { isElsewhere }, keepMs: KEPT_MS.SESSION }];
  const skip = {
    withinMs: SAME_LOGIN_MS,
    not: { source },
    effect: { kind: 'SKIP', tells: reported(true) },
  } as const;
  const asks: Ask[] = [{ ...skip, key: byAddress, near: port }];
  return { asks, tells: [...tells, ...reported(false).map((tell) => ({ ...tell, ifKept: true as const }))] };
};
