import { canonicalAddress } from '../../model/values/ipAddress.ts';

import type { NameFolding } from '../nameFolding.ts';
import type { RecentMap } from '../recentMap.ts';
import type { EventOutcome, Outcome, SensorOptions } from '../sensor.ts';
import { splitEvent } from '../sessionEventInput.ts';
import type { CommonInput } from '../sessionEventInput.ts';

import type { KnownSource } from './attemptConnections.ts';
import { REPEATS } from './attemptProcesses.ts';
import {
  countUnreported,
  holdAttempt,
  holdWeak,
  knownSourceOf,
  noteAccepted,
  noteFailure,
} from './joinAttempts.ts';
import type { AttemptJoin } from './joinAttempts.ts';
import type { MappedMessage } from './mappedMessage.ts';
import { numberEvents } from './numberEvents.ts';
import type { ReadLine } from './numberEvents.ts';
import { JUNOS_CHANNEL, noteRecentFailure, takeRecentFailure } from './recentFailures.ts';
import type { Failure } from './recentFailures.ts';

/** The part of the syslog sensor's state that reading attempts requires. */
export type AttemptState = {
  readonly attempts: AttemptJoin;
  readonly names: NameFolding;
  readonly repeats: RecentMap<number>;
  readonly options: Pick<SensorOptions, 'input'>;
  added: number;
};

export type MappedLogin = Extract<MappedMessage, { readonly kind: 'LOGIN' }>;

/** A line about a failed login, or about one that succeeded. */
export type AttemptLine<Mapped> = ReadLine & {
  /** Host and pid. */
  readonly process: string;
  readonly mapped: Mapped;
  readonly common: CommonInput;
};

/** Reads a line that may repeat a failed login of another line. */
export const readAttempt = (
  state: AttemptState,
  line: AttemptLine<Extract<MappedMessage, { readonly kind: 'ATTEMPT' | 'WEAK' }>>,
): readonly Outcome[] => {
  const { mapped, common, origin } = line;
  const report = keysOf(state, line);
  const known = knownSourceOf(state.attempts, report);
  const source = sourceOf(mapped, known);
  const user = common.user ?? known.user;
  const loginType = mapped.kind === 'WEAK' ? 'REMOTE' : mapped.loginType;
  const isOverNetwork = loginType === 'REMOTE' || loginType === 'RDP';
  const login = { ...common, user, loginType, loginSuccessful: false, ...(isOverNetwork ? source : {}) };
  const makeEvents = (count: number): readonly EventOutcome[] =>
    numberEvents(state.repeats, line, { event: { login }, count });
  if (mapped.kind === 'WEAK') {
    const about: KnownSource = { ...source, ...(common.user === undefined ? {} : { user: common.user }) };
    const outcomes = makeEvents(1);
    const begins = mapped.place !== 'FIRST' || line.message.pid !== null ? null : idOf(outcomes);
    return holdWeak(state.attempts, { ...report, channel: 'sshd', outcomes }, { ...about, begins });
  }
  const { channel, more } = mapped;
  if (channel === JUNOS_CHANNEL && line.message.pid === null) {
    const failure = failureOf(state, line);
    if (takeRecentFailure(state.attempts.failures, failure))
      return [{ kind: 'SKIPPED', reason: REPEATS, origin }];
    noteRecentFailure(state.attempts.failuresOfJunos, failure);
  }
  if (more === null) return holdAttempt(state.attempts, { ...report, channel, outcomes: makeEvents(1) });
  const count = countUnreported(state.attempts, report, more);
  if (count === 0) return [{ kind: 'SKIPPED', reason: REPEATS, origin }];
  state.added += count - 1;
  return makeEvents(count);
};

const idOf = ([outcome]: readonly EventOutcome[]): string | null =>
  outcome === undefined ? null : String(splitEvent(outcome.event).input['sourceId']);

/** Returns the outcomes of lines that repeat a failed login or were part of one that succeeded. */
export const settleByLogin = (state: AttemptState, line: AttemptLine<MappedLogin>): readonly Outcome[] => {
  const { mapped } = line;
  const report = { ...keysOf(state, line), channel: 'program' };
  if (mapped.loginSuccessful) {
    return noteAccepted(state.attempts, report, mapped.method === null ? OPENED_WITHIN_MS : undefined);
  }
  const count = WITHOUT_PAM.has(mapped.method ?? '') ? 0 : mapped.count;
  const failure = failureOf(state, line);
  if (takeRecentFailure(state.attempts.failuresOfJunos, failure)) {
    return noteFailure(state.attempts, { ...report, source: `${failure.host} ${failure.srcIp}` }, count);
  }
  noteRecentFailure(state.attempts.failures, failure);
  return noteFailure(state.attempts, report, count);
};

const failureOf = (
  { names }: AttemptState,
  { mapped, common, timeMs }: Pick<AttemptLine<Attempt>, 'mapped' | 'common' | 'timeMs'>,
): Failure => ({
  host: names.foldHost(common.hostname),
  srcIp: ('srcIp' in mapped ? mapped.srcIp : undefined) ?? '',
  account: common.user === undefined ? null : names.foldAccount(common.user),
  timeMs,
});

/** Returns the outcomes of lines about an attempt that a PAM module accepted. */
export const settleByModule = (
  state: AttemptState,
  line: AttemptLine<Extract<MappedMessage, { readonly kind: 'ACCEPTED' }>>,
): readonly Outcome[] => noteAccepted(state.attempts, { ...keysOf(state, line), channel: 'program' });

/** PAM opens the session at once after the password; a user takes longer to type it again. */
const OPENED_WITHIN_MS = 2000;
const WITHOUT_PAM = new Set(['publickey', 'hostbased', 'gssapi-with-mic', 'gssapi-keyex', 'kerberos']);

type Attempt = Extract<MappedMessage, { readonly kind: 'ATTEMPT' | 'WEAK' | 'ACCEPTED' | 'LOGIN' }>;

const keysOf = ({ names }: AttemptState, line: AttemptLine<Attempt>) => {
  const { process, mapped, common, message, timeMs } = line;
  const account = common.user === undefined ? undefined : names.foldAccount(common.user);
  return {
    process,
    client: {
      srcIp: 'srcIp' in mapped ? addressOf(mapped.srcIp) : undefined,
      srcPort: 'srcPort' in mapped ? mapped.srcPort : undefined,
      account: message.pid === null ? account : undefined,
    },
    timeMs,
    account: account ?? null,
    source: otherProcessOf(mapped, names.foldHost(common.hostname)),
  };
};

/** sshd asks PAM for keyboard-interactive logins in another process, and xrdp opens sessions in another. */
const otherProcessOf = (mapped: Attempt, host: string): string | null => {
  if (mapped.kind === 'ACCEPTED' || mapped.kind === 'WEAK') return null;
  if (mapped.loginType === 'RDP') return `${host} RDP`;
  const isPam = mapped.kind === 'ATTEMPT' || mapped.method?.startsWith('keyboard-interactive') === true;
  const srcIp = mapped.srcIp ?? '';
  return mapped.loginType === 'REMOTE' && isPam && srcIp !== '' ? `${host} ${srcIp}` : null;
};

const sourceOf = (
  mapped: Extract<MappedMessage, { readonly kind: 'ATTEMPT' | 'WEAK' }>,
  known: KnownSource,
): Omit<KnownSource, 'user'> => {
  const srcIp = addressOf(mapped.srcIp) ?? known.srcIp;
  const srcPort = mapped.kind === 'WEAK' ? mapped.srcPort : undefined;
  const ports = srcPort ?? (srcIp === known.srcIp ? known.srcPort : undefined);
  return { ...(srcIp === undefined ? {} : { srcIp }), ...(ports === undefined ? {} : { srcPort: ports }) };
};

/** With DNS enabled, sshd writes names, which are not addresses. xrdp may append the port: `::ffff:10.0.0.9:50000`. */
export const addressOf = (text: string | undefined): string | undefined =>
  text === undefined
    ? undefined
    : (canonicalAddress(text) ?? canonicalAddress(text.replace(/:\d{1,5}$/, '')) ?? undefined);
