import type { EventOutcome, Outcome, SensorOptions } from '../sensor.ts';
import type { NameFolding } from '../nameFolding.ts';
import type { RecentMap } from '../recentMap.ts';
import type { CommonInput } from '../sessionEventInput.ts';

import { endSession, noteSessionLine, startSession } from './joinLogind.ts';
import type { LogindJoin } from './joinLogind.ts';
import type { MappedMessage } from './mappedMessage.ts';
import { loginIdOfSession } from './loginIdOfSession.ts';
import { numberEvents } from './numberEvents.ts';
import type { ReadLine } from './numberEvents.ts';

/** The part of the syslog sensor's state that reading logind requires. */
export type LogindState = {
  readonly logind: LogindJoin;
  readonly names: NameFolding;
  readonly repeats: RecentMap<number>;
  readonly options: Pick<SensorOptions, 'input'>;
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
  const common = { ...line.common, loginId: loginIdOfSession(id) };
  const host = state.names.foldHost(common.hostname);
  if (mapped.kind === 'SESSION_END') {
    const makeOutcomes = (user: string | undefined): readonly EventOutcome[] =>
      numberEvents(state.repeats, line, [{ logout: { ...common, user } }]);
    return endSession(state.logind, { host, timeMs, id, origin, makeOutcomes });
  }
  const { user } = common;
  const account = state.names.foldAccount(user);
  const outcomes = numberEvents(state.repeats, line, [
    { login: { ...common, loginType: null, loginSuccessful: true } },
  ]);
  return startSession(state.logind, { host, account, timeMs, id, user, outcomes, reason: mapped.reason });
};
