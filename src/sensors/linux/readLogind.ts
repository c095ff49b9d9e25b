import { definedOf, joinState, KEPT_MS, tellState } from '../notes.ts';
import type { EventOutcome, Outcome, SensorOptions } from '../sensor.ts';
import type { NameFolding } from '../nameFolding.ts';
import type { RecentMap } from '../recentMap.ts';
import type { CommonInput } from '../sessionEventInput.ts';

import { endSession, noteSessionLine, startSession } from './joinLogind.ts';
import type { LogindJoin } from './joinLogind.ts';
import type { MappedMessage } from './mappedMessage.ts';
import { loginIdOfSession } from './loginIdOfSession.ts';
import { numberEvent } from './numberEvents.ts';
import type { ReadLine } from './numberEvents.ts';
import { TEXT_SOURCE, withJoin } from './shippedAttempts.ts';

/** The part of the syslog sensor's state that reading logind requires. */
export type LogindState = {
  readonly logind: LogindJoin;
  readonly names: NameFolding;
  readonly repeats: RecentMap<number>;
  readonly options: Pick<SensorOptions, 'input' | 'logind'>;
};

/** A session that sshd or PAM opened. */
export type OpenedSession = Pick<CommonInput, 'hostname' | 'user'> & {
  readonly timeMs: number;
  readonly pid: number | null;
};

/** Notes a session that sshd or PAM opened, and returns the outcomes that waited for it. */
export const noteOpened = (
  { logind, names, options }: LogindState,
  { hostname, user, timeMs, pid }: OpenedSession,
): readonly Outcome[] => {
  // No session of logind waits for it.
  if (options.input === 'REQUEST') return [];
  const host = names.foldHost(hostname);
  const process = pid === null ? null : `${host} ${pid}`;
  return noteSessionLine(logind, { host, account: names.foldAccount(user), timeMs, process });
};

/** A line of logind about a session, with the fields of every action. */
export type LogindLine = ReadLine & {
  readonly mapped: Extract<MappedMessage, { readonly kind: 'SESSION_START' | 'SESSION_END' }>;
  readonly common: CommonInput;
};

/** Reads the start or end of a session of systemd-logind. */
export const readLogind = (state: LogindState, line: LogindLine): readonly Outcome[] => {
  const { mapped, timeMs, origin } = line;
  const { id } = mapped;
  if (state.options.input === 'REQUEST') return readShippedLogind(state, line);
  const common = { ...line.common, loginId: loginIdOfSession(id) };
  const host = state.names.foldHost(common.hostname);
  if (mapped.kind === 'SESSION_END') {
    const makeOutcomes = (user: string | undefined): readonly EventOutcome[] =>
      numberEvent(state.repeats, line, { logout: { ...common, user } });
    return endSession(state.logind, { host, timeMs, id, origin, makeOutcomes });
  }
  const { user } = common;
  const account = state.names.foldAccount(user);
  const outcomes = numberEvent(state.repeats, line, {
    login: { ...common, loginType: null, loginSuccessful: true },
  });
  return startSession(state.logind, { host, account, timeMs, id, user, outcomes, reason: mapped.reason });
};

/** The line of the end does not name the user, and logind writes two: at the logout, and after the last process ended. */
const readShippedLogind = (state: LogindState, line: LogindLine): readonly Outcome[] => {
  const { mapped, timeMs, origin } = line;
  if (state.options.logind === 'SKIP') return [{ kind: 'SKIPPED', reason: NOT_ASKED, origin }];
  const common = { ...line.common, loginId: loginIdOfSession(mapped.id) };
  const place = { hostname: common.hostname, timeMs, source: TEXT_SOURCE } as const;
  const key = `logind ${mapped.id}`;
  if (mapped.kind === 'SESSION_END') {
    return withJoin(
      numberEvent(state.repeats, line, { logout: { ...common, user: undefined } }),
      (sourceId) => ({ ...place, ...joinState(key, sourceId, ['user']) }),
    );
  }
  const { reason } = mapped;
  if (reason !== null) {
    const closed = { key, values: { isOpen: false }, keepMs: KEPT_MS.SESSION };
    return [{ kind: 'SKIPPED', reason, origin, join: { ...place, asks: [], tells: [closed] } }];
  }
  const { user } = common;
  const events = numberEvent(state.repeats, line, {
    login: { ...common, loginType: null, loginSuccessful: true },
  });
  return withJoin(events, (sourceId) => ({
    ...place,
    asks: [],
    tells: [tellState(key, sourceId, { isOpen: true, ...definedOf({ user }) })],
  }));
};

const NOT_ASKED = 'systemd-logind: repeats sshd and PAM; ?logind=true reads it where neither is sent';
