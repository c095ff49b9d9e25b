import type { Ask, Join, NoteValues, Tell } from '../../model/joins/join.ts';

import { KEPT_MS } from '../keptMs.ts';
import type { NameFolding } from '../nameFolding.ts';
import { loginKey, tellPresence } from '../shippedSources.ts';
import type { EventOutcome, Outcome } from '../sensor.ts';
import { splitEvent } from '../sessionEventInput.ts';
import type { CommonInput } from '../sessionEventInput.ts';

import { OWN_CHANNEL } from './joinAttempts.ts';
import { JUNOS_CHANNEL, SAME_FAILURE_MS } from './recentFailures.ts';
import type { MappedMessage } from './mappedMessage.ts';
import { numberEvents } from './numberEvents.ts';
import type { ReadLine } from './numberEvents.ts';
import { addressOf } from './readAttempt.ts';
import type { AttemptState } from './readAttempt.ts';

/** A line of a request, and the process that wrote it. */
export type ShippedLine = ReadLine & {
  /** The pid, or the program if the line has none. */
  readonly process: string;
  readonly common: CommonInput;
};

/** The longest time from `Accepted` to PAM's `session opened`, or between the lines of one attempt. After that a pid may be reused. */
const SAME_ATTEMPT_MS = 60_000;
/** sshd closes a connection without a login after 120 s by default. */
const SAME_CONNECTION_MS = 600_000;

type Of<Kind extends MappedMessage['kind']> = Extract<MappedMessage, { readonly kind: Kind }>;

/** The join of a login that sshd, another program or PAM reports, successful or not. */
export const joinLogin = (
  { process, common, timeMs }: ShippedLine,
  { loginType, loginSuccessful, method, repeatsOpened, ...mapped }: Of<'LOGIN'>,
  sourceId: string,
): Join => {
  const place = { hostname: common.hostname, timeMs };
  const opened = `opened ${process} ${common.user ?? ''}`;
  if (!loginSuccessful) {
    const isAsked = method?.startsWith('keyboard-interactive') === true;
    const asks = isAsked ? [skipIf(`own ${process}`, SAME_ATTEMPT_MS)] : [];
    return {
      ...place,
      asks: [...asks, ...skipFirst(process, sourceId)],
      tells: [tell(`failed ${process}`, KEPT_MS.FAILED)],
    };
  }
  if (method !== null) {
    const connection = `connection ${process} ${mapped.srcIp ?? ''} ${mapped.srcPort ?? ''}`;
    const fill: Ask = {
      key: connection,
      withinMs: SAME_CONNECTION_MS,
      effect: { kind: 'FILL', fields: ['destIp', 'destPort'] },
    };
    return {
      ...place,
      asks: [fill],
      tells: [tell(`accepted ${process}`, KEPT_MS.LOGIN), ...tellClient(common, mapped)],
    };
  }
  if (repeatsOpened === true) return { ...place, asks: [skipIf(opened, SAME_ATTEMPT_MS)], tells: [] };
  const asks = loginType === 'REMOTE' ? [skipIf(`accepted ${process}`, SAME_ATTEMPT_MS)] : [];
  const ofPam = {
    ...tell(USES_PAM, KEPT_MS.SESSION),
    timeMs: timeMs - (timeMs % DAY_MS),
    unlessNoted: { key: USES_PAM, withinMs: DAY_MS },
  };
  return { ...place, asks, tells: [tell(opened, KEPT_MS.LOGIN), ...(loginType === 'REMOTE' ? [ofPam] : [])] };
};

/** Left by PAM's lines about sessions over the network, once a day: on such a host PAM reports the logouts, too. */
const USES_PAM = 'PAM reports logouts';
const DAY_MS = 86_400_000;

/** Leaves the login of a connection for its end, which another process writes. */
const tellClient = ({ user, loginId }: CommonInput, { srcIp, srcPort }: Partial<Client>): readonly Tell[] => {
  if (srcIp === undefined || srcPort === undefined) return [];
  const known = { user, loginId };
  const values = { isOpen: true, ...definedOf(known) };
  // Another source that reports the login reports its logout, too.
  return [{ key: clientKey({ srcIp, srcPort }), values, keepMs: KEPT_MS.SESSION, ifKept: true }];
};

type Client = { readonly srcIp: string; readonly srcPort: number };

const clientKey = ({ srcIp, srcPort }: Client): string => `client ${srcIp} ${srcPort}`;

/** Reads the end of a connection after its login: the logout, where PAM does not report it. */
export const readShippedEnd = (
  { repeats }: Pick<AttemptState, 'repeats'>,
  { mapped, ...line }: ShippedLine & { readonly mapped: Of<'CONNECTION_END'> },
): readonly EventOutcome[] => {
  const { common, timeMs } = line;
  const { srcIp, srcPort } = mapped;
  const logout = { ...common, loginType: 'REMOTE', srcIp: addressOf(srcIp), srcPort } as const;
  const ofClient = { key: clientKey(mapped), withinMs: KEPT_MS.SESSION, latest: true } as const;
  return withJoin(numberEvents(repeats, line, [{ logout }]), () => ({
    hostname: common.hostname,
    timeMs,
    asks: [
      skipIf(USES_PAM, KEPT_MS.SESSION),
      { ...ofClient, same: { isOpen: true }, effect: { kind: 'REQUIRE' } },
      { ...ofClient, effect: { kind: 'FILL', fields: ['user', 'loginId'] } },
    ],
    tells: [{ key: ofClient.key, values: { isOpen: false }, keepMs: KEPT_MS.SESSION, ifKept: true }],
  }));
};

/** Leaves the destination of a connection for its login. */
export const tellDestination = (
  { process, common, timeMs }: ShippedLine,
  { srcIp, srcPort, destIp, destPort }: Of<'DESTINATION'>,
): Join => ({
  hostname: common.hostname,
  timeMs,
  asks: [],
  tells: [
    {
      key: `connection ${process} ${srcIp} ${srcPort}`,
      values: { destIp, destPort },
      keepMs: KEPT_MS.FAILED,
    },
  ],
});

/**
 * Reads a line of a request about an attempt that other lines may report, too. Nothing waits: the first line that is sure of an attempt reports it,
 * and the next one about the same attempt repeats it.
 */
export const readShippedAttempt = (
  state: AttemptState,
  line: ShippedLine,
  mapped: Of<'ATTEMPT' | 'WEAK'>,
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
const skipFirst = (process: string, sourceId: string): readonly Ask[] => {
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

const definedOf = (values: Readonly<Record<string, string | number | undefined>>): NoteValues =>
  Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

const skipIf = (key: string, withinMs: number): Ask => ({ key, withinMs, effect: { kind: 'SKIP' } });

const tell = (key: string, keepMs: number): Tell => ({ key, values: {}, keepMs });

/** Only the first event of a line leaves its notes. */
export const withJoin = (
  events: readonly EventOutcome[],
  joinOf: (sourceId: string) => Join,
): readonly EventOutcome[] =>
  events.map((outcome) => {
    const join = joinOf(String(splitEvent(outcome.event).input['sourceId']));
    return { ...outcome, join: outcome.isExtra === true ? { ...join, tells: [] } : join };
  });
