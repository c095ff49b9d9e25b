import type { Ask, Join } from '../../model/joins/join.ts';

import type { NameFolding } from '../nameFolding.ts';
import { definedOf, KEPT_MS, skipIf, tell } from '../notes.ts';
import { loginKey, tellPresence } from '../shippedSources.ts';
import type { EventOutcome, Outcome } from '../sensor.ts';
import { splitEvent } from '../sessionEventInput.ts';
import type { CommonInput } from '../sessionEventInput.ts';

import { OWN_CHANNEL } from './joinAttempts.ts';
import type { MappedMessage } from './mappedMessage.ts';
import { numberEvents } from './numberEvents.ts';
import type { ReadLine } from './numberEvents.ts';
import { addressOf } from './readAttempt.ts';
import type { AttemptState } from './readAttempt.ts';
import { JUNOS_CHANNEL, SAME_FAILURE_MS } from './recentFailures.ts';

/** A line of a request, and the process that wrote it. */
export type ShippedLine = ReadLine & {
  /** The pid, or the program if the line has none. */
  readonly process: string;
  readonly common: CommonInput;
};

/** The longest time from `Accepted` to PAM's `session opened`, or between the lines of one attempt. After that a pid may be reused. */
export const SAME_ATTEMPT_MS = 60_000;
/** sshd closes a connection without a login after 120 s by default. */
export const SAME_CONNECTION_MS = 600_000;

/**
 * Reads a line of a request about an attempt that other lines may report, too. Nothing waits: the first line that is sure of an attempt reports it,
 * and the next one about the same attempt repeats it.
 */
export const readShippedAttempt = (
  state: AttemptState,
  line: ShippedLine,
  mapped: Extract<MappedMessage, { readonly kind: 'ATTEMPT' | 'WEAK' }>,
): readonly Outcome[] => {
  const { process, common, timeMs, origin } = line;
  const place = { hostname: common.hostname, timeMs };
  const srcIp = addressOf(mapped.srcIp);
  if (mapped.kind === 'WEAK') {
    const { srcPort, isLast } = mapped;
    const login = { ...common, loginType: 'REMOTE', loginSuccessful: false, srcIp, srcPort } as const;
    const first = {
      ...tell(firstKey(process), KEPT_MS.FAILED),
      values: { isOpen: true },
      ifKept: true,
    } as const;
    return withJoin(numberEvents(state.repeats, line, [{ login }]), () => ({
      ...place,
      asks: [skipIf(`failed ${process}`, SAME_CONNECTION_MS), fillTried(process)],
      tells: [tell(`failed ${process}`, KEPT_MS.FAILED), ...(isLast ? [] : [first])],
    }));
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
  const events = numberEvents(
    state.repeats,
    line,
    Array.from({ length: count }, () => ({ login })),
  );
  if (more !== null) return events;
  const module = joinModule(state.names, line, channel);
  if (channel === JUNOS_CHANNEL && line.message.pid === null) {
    const ofSshd = { key: loginKey(state.names, login), same: { source: 'syslog', hasPort: true } } as const;
    const repeated: Ask = { ...ofSshd, withinMs: SAME_FAILURE_MS, effect: { kind: 'SKIP' } };
    return withJoin(events, () => ({ ...place, asks: [repeated], tells: [tellPresence('Junos', timeMs)] }));
  }
  if (channel !== OWN_CHANNEL) return withJoin(events, () => module);
  const tells = [
    ...module.tells,
    tell(`own ${process}`, KEPT_MS.FAILED),
    tell(`failed ${process}`, KEPT_MS.FAILED),
  ];
  return withJoin(events, (sourceId) => ({
    ...place,
    asks: [...module.asks, ...skipFirst(process, sourceId)],
    tells,
  }));
};

/** A second PAM module that reports the same attempt. */
const joinModule = (names: NameFolding, { process, common, timeMs }: ShippedLine, channel: string): Join => {
  const account = common.user === undefined ? {} : { account: names.foldAccount(common.user) };
  const key = `attempt ${process}`;
  return {
    hostname: common.hostname,
    timeMs,
    asks: [{ ...skipIf(key, SAME_ATTEMPT_MS), near: account, not: { channel } }],
    tells: [{ ...tell(key, KEPT_MS.FAILED), values: { channel, ...account }, ifKept: true }],
  };
};

/**
 * Skips the first report of the attempt that a line such as `Invalid user` has reported already, also when that report is sent again.
 */
export const skipFirst = (process: string, sourceId: string): readonly Ask[] => {
  const first = { key: firstKey(process), withinMs: SAME_CONNECTION_MS, latest: true } as const;
  const taken = { ...tell(first.key, KEPT_MS.FAILED), values: { isOpen: false, by: sourceId } };
  return [
    { ...first, same: { isOpen: true }, effect: { kind: 'SKIP', tells: [taken] } },
    { ...first, same: { by: sourceId }, effect: { kind: 'SKIP' } },
  ];
};

const firstKey = (process: string): string => `first ${process}`;

/** Leaves whose key was refused, for the end of the connection. */
export const tellTried = (
  { process, common, timeMs }: ShippedLine,
  { srcIp, srcPort }: { readonly srcIp?: string | undefined; readonly srcPort?: number | undefined },
): Join => {
  const values = definedOf({ user: common.user, srcIp, srcPort });
  const key = `tried ${process}`;
  return { hostname: common.hostname, timeMs, asks: [], tells: [{ key, values, keepMs: KEPT_MS.FAILED }] };
};

const fillTried = (process: string): Ask => ({
  key: `tried ${process}`,
  withinMs: SAME_CONNECTION_MS,
  effect: { kind: 'FILL', fields: ['user', 'srcIp', 'srcPort'] },
});

/** Reads the end of a connection: a failed login if keys were refused on it and none was accepted. */
export const readLeft = (
  { repeats }: Pick<AttemptState, 'repeats'>,
  line: ShippedLine,
): readonly EventOutcome[] => {
  const { process, common, timeMs } = line;
  const login = { ...common, loginType: 'REMOTE', loginSuccessful: false } as const;
  return withJoin(numberEvents(repeats, line, [{ login }]), () => ({
    hostname: common.hostname,
    timeMs,
    asks: [
      { ...fillTried(process), latest: true, effect: { kind: 'REQUIRE' } },
      skipIf(`failed ${process}`, SAME_CONNECTION_MS),
      skipIf(`accepted ${process}`, SAME_CONNECTION_MS),
      fillTried(process),
    ],
    tells: [{ ...tell(`failed ${process}`, KEPT_MS.FAILED), ifKept: true }],
  }));
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
