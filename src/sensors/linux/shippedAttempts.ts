import type { Ask, Join, Tell } from '../../model/joins/join.ts';

import type { NameFolding } from '../nameFolding.ts';
import { definedOf, KEPT_MS, skipIf } from '../notes.ts';
import { loginKey, tellPresence } from '../shippedSources.ts';
import type { EventOutcome, Outcome } from '../sensor.ts';
import { splitEvent } from '../sessionEventInput.ts';
import type { LoginInput } from '../sessionEventInput.ts';

import { OWN_CHANNEL } from './joinAttempts.ts';
import type { MappedMessage } from './mappedMessage.ts';
import { numberEvent, numberEvents } from './numberEvents.ts';
import type { AttemptState } from './readAttempt.ts';
import { JUNOS_CHANNEL, SAME_FAILURE_MS } from './recentFailures.ts';
import type { ShippedLine } from './shippedLine.ts';
import {
  pairReported,
  SAME_CONNECTION_MS,
  skipInvalid,
  skipReported,
  takeReported,
  tellAttempt,
  tellBegun,
  tellInvalid,
  tellReported,
} from './shippedReports.ts';

/** The beginning of the source ids of lines. */
export const TEXT_SOURCE = 'text';

/** The longest time from `Accepted` to PAM's `session opened`, or between the lines of one attempt. After that a pid may be reused. */
export const SAME_ATTEMPT_MS = 60_000;

/**
 * Reads a line of a request about an attempt that other lines may report, too. Nothing waits: the first line that is sure of an attempt reports it,
 * and the next one about the same attempt repeats it.
 */
export const readShippedAttempt = (
  state: AttemptState,
  line: ShippedLine,
  mapped: Extract<MappedMessage, { readonly kind: 'ATTEMPT' | 'WEAK' }>,
): readonly Outcome[] => {
  const { common, timeMs, origin } = line;
  const place = placeOf(line);
  const { srcIp } = line.client;
  if (mapped.kind === 'WEAK') {
    const { srcPort, place: inConnection } = mapped;
    const isLast = inConnection === 'LAST';
    const login = { ...common, loginType: 'REMOTE', loginSuccessful: false, srcIp, srcPort } as const;
    const beginsUnnamed = !isLast && !line.isExact;
    return withJoin(numberEvent(state.repeats, line, { login }), (sourceId) =>
      beginsUnnamed
        ? {
            ...place,
            asks: inConnection === 'FIRST' ? [] : skipReported(line),
            tells: [tellBegun(line, sourceId), ...(inConnection === 'FIRST' ? tellInvalid(line) : [])],
          }
        : {
            ...place,
            asks: [
              ...skipReported(line),
              ...(isLast ? pairReported(line, { isOpen: false }) : []),
              fillTried(line),
            ],
            tells: [
              tellAttempt(line, { isOpen: !isLast }),
              ...(inConnection === 'FIRST' ? tellInvalid(line) : []),
            ],
          },
    );
  }
  if (mapped.isTold) return [{ kind: 'SKIPPED', reason: TOLD_BY_PROGRAM, origin }];
  const { loginType, channel, more } = mapped;
  const isOverNetwork = loginType === 'REMOTE' || loginType === 'RDP';
  const login = {
    ...common,
    loginType,
    loginSuccessful: false,
    ...(isOverNetwork && srcIp !== undefined ? { srcIp } : {}),
  };
  const count = more ?? 1;
  state.added += Math.max(count - 1, 0);
  const events = numberEvents(state.repeats, line, { event: { login }, count });
  if (more !== null) return events;
  const module = joinModule(state.names, line, channel);
  if (channel === JUNOS_CHANNEL && line.message.pid === null) {
    const ofSshd = { key: loginKey(state.names, login), same: { source: 'syslog', hasPort: true } } as const;
    const repeated: Ask = { ...ofSshd, withinMs: SAME_FAILURE_MS, effect: { kind: 'SKIP' } };
    return withJoin(events, () => ({ ...place, asks: [repeated], tells: [tellPresence('Junos', timeMs)] }));
  }
  if (channel !== OWN_CHANNEL) return withJoin(events, () => module);
  const own = { key: ownKey(line), values: line.client, keepMs: KEPT_MS.LOGIN };
  // `Failed` reports the attempt then.
  const isTold = mapped.isInvalid && line.message.pid === null;
  return withJoin(events, (sourceId) => {
    const tells: readonly Tell[] = [own, ...tellReported(line, sourceId)];
    return {
      ...place,
      asks: [...module.asks, ...(isTold ? skipInvalid(line) : []), ...takeReported(line, sourceId)],
      tells: [...module.tells, ...(isTold ? tells.map((one) => ({ ...one, ifKept: true as const })) : tells)],
    };
  });
};

export const placeOf = ({ common, timeMs }: ShippedLine): Pick<Join, 'hostname' | 'timeMs' | 'source'> => ({
  hostname: common.hostname,
  timeMs,
  source: TEXT_SOURCE,
});

/** A second PAM module that reports the same attempt. */
const joinModule = (names: NameFolding, line: ShippedLine, channel: string): Join => {
  const { process, common } = line;
  const { srcIp } = line.client;
  const account = common.user === undefined ? undefined : names.foldAccount(common.user);
  const near = { ...(srcIp === undefined ? {} : { srcIp }), ...definedOf({ account }) };
  const key = `attempt ${process}`;
  return {
    ...placeOf(line),
    asks: [{ ...skipIf(key, SAME_ATTEMPT_MS), near, not: { channel } }],
    tells: [{ key, values: { channel, ...near }, keepMs: KEPT_MS.LOGIN, ifKept: true }],
  };
};

/** Skips the line if the program has said itself that the attempt failed. */
export const skipOwn = (line: ShippedLine): Ask => ({
  ...skipIf(ownKey(line), SAME_ATTEMPT_MS),
  near: line.client,
});

const ownKey = ({ process }: ShippedLine): string => `own ${process}`;

/** Leaves whose key was refused, for the end of the connection. It also names the connection of a line such as `Invalid user`. */
export const tellTried = (line: ShippedLine): Join => ({
  ...placeOf(line),
  asks: pairReported(line, { isOpen: true }),
  tells: [
    {
      key: triedKey(line),
      values: { ...definedOf({ user: line.common.user }), ...line.client },
      keepMs: KEPT_MS.LOGIN,
    },
  ],
});

const fillTried = (line: ShippedLine): Ask => ({
  key: triedKey(line),
  withinMs: SAME_CONNECTION_MS,
  near: line.client,
  effect: { kind: 'FILL', fields: ['user', 'srcIp', 'srcPort'] },
});

const triedKey = ({ process }: ShippedLine): string => `tried ${process}`;

/** Leaves that a login of the connection was accepted. */
export const tellAccepted = ({ process, client }: ShippedLine): Tell => ({
  key: acceptedKey(process),
  values: client,
  keepMs: KEPT_MS.LOGIN,
});

export const acceptedKey = (process: string): string => `accepted ${process}`;

/** Reads the end of a connection: a failed login if keys were refused on it and none was accepted. */
export const readLeft = (
  { repeats }: Pick<AttemptState, 'repeats'>,
  line: ShippedLine,
): readonly EventOutcome[] => {
  const { login, join } = failByLeaving(line);
  return withJoin(numberEvent(repeats, line, { login }), () => join);
};

export const failByLeaving = (line: ShippedLine): { readonly login: LoginInput; readonly join: Join } => {
  const { process, client, common } = line;
  const join: Join = {
    ...placeOf(line),
    asks: [
      { ...fillTried(line), latest: true, effect: { kind: 'REQUIRE' } },
      ...skipReported(line),
      { ...skipIf(acceptedKey(process), SAME_CONNECTION_MS), near: client },
      fillTried(line),
    ],
    tells: [tellAttempt(line, { isOpen: false })],
  };
  return { login: { ...common, loginType: 'REMOTE', loginSuccessful: false }, join };
};

export const KEY_TOLD_LATER =
  'Failed publickey: the end of the connection reports it, unless another key is accepted';
const TOLD_BY_PROGRAM = 'the program reports the failed login itself';

/** Adds the join of each event of a line. Only the first one leaves notes. */
export const withJoin = (
  events: readonly EventOutcome[],
  joinOf: (sourceId: string) => Join,
): readonly EventOutcome[] =>
  events.map((outcome) => {
    const join = joinOf(String(splitEvent(outcome.event).input['sourceId']));
    return { ...outcome, join: outcome.isExtra === true ? { ...join, tells: [] } : join };
  });
