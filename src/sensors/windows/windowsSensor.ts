import { parseLoginId } from '../../model/values/loginId.ts';

import { ADVICE } from '../advice.ts';
import { countAssumption } from '../assumptions.ts';
import { readName } from '../fieldValues.ts';
import { boundBy, readSyslogTime } from '../linux/readSyslogTime.ts';
import type { TimeReading } from '../readLocalTime.ts';
import { UNKNOWN_EVENT } from '../sensor.ts';
import type { Outcome, OutcomeOrigin, RecordOrigin, Sensor, SensorContext } from '../sensor.ts';

import type { Known } from '../wrappers/wrapper.ts';

import { findHostFact } from './findHostFact.ts';
import { makeRenameJoin, noteRecord } from './joinRenames.ts';
import type { RenameJoin } from './joinRenames.ts';
import { addLogin, makeTwinJoin, settleLogin, settleLogins } from './joinTwins.ts';
import type { TwinJoin, UnlinkedLogin } from './joinTwins.ts';
import { addUnlockLogon, makeUnlockJoin, noteSign, settleDistant, settleUntil } from './joinUnlocks.ts';
import type { UnlockJoin } from './joinUnlocks.ts';
import { renewLegacyEvent } from './legacyEvents.ts';
import { mapHostFact } from './mapHostFact.ts';
import { mapSecurityEvent } from './mapSecurityEvent.ts';
import type { Mapped } from './mapSecurityEvent.ts';
import { isTerminalSession, mapTerminalSession } from './mapTerminalSession.ts';
import { isClockChange, readClockChange } from './readClockChange.ts';
import { readTime } from './readTime.ts';
import { recognizeRecord } from './recognizeRecord.ts';
import { joinUnlock } from './shippedUnlocks.ts';
import { judgeOther } from './skippedEvents.ts';
import type { Recognized, WindowsRecord } from './windowsRecord.ts';

type State = SensorContext & {
  readonly unlocks: UnlockJoin;
  readonly twins: TwinJoin;
  readonly renames: RenameJoin;
};

/** Creates the sensor of Windows event logs, in every shape that recognizeRecord supports. It recognizes every value. */
export const makeWindowsSensor = (context: SensorContext): Sensor<Recognized> => {
  const state: State = {
    ...context,
    unlocks: makeUnlockJoin(),
    twins: makeTwinJoin(),
    renames: makeRenameJoin(),
  };
  return {
    // Records arrive up to 56 s late.
    waitMs: 65_000,
    linuxSource: null,
    readsText: false,
    recognize: recognizeRecord,
    read: (recognized, origin, known) =>
      recognized.kind === 'RECORD'
        ? readWindowsRecord(state, renewLegacyEvent(recognized.record), {
            file: origin.file,
            line: origin.line,
            year: origin.year,
            loggedId: recognized.record.eventId,
            known,
          })
        : [outcomeOf(recognized, origin)],
    flush: function* (untilMs) {
      yield* settleLogins(state.twins, untilMs);
      yield* settleUntil(state.unlocks, untilMs);
    },
    repeats: null,
  };
};

/** The outcome of a value that is not a record of an event log. */
const outcomeOf = (recognized: Exclude<Recognized, { kind: 'RECORD' }>, origin: RecordOrigin): Outcome => ({
  ...recognized,
  origin: { ...origin, sensorEvent: recognized.kind === 'FAILED' ? UNKNOWN_EVENT : 'windows' },
});

type ReadRecord = Omit<RecordOrigin, 'year'> & {
  readonly year: number | undefined;
  /** The event id as the log has it: that of an earlier Windows is replaced in the record. */
  readonly loggedId: number;
  readonly known: Known | undefined;
};

const readWindowsRecord = (
  state: State,
  record: WindowsRecord,
  { file, line, year, loggedId, known }: ReadRecord,
): readonly Outcome[] => {
  const { eventId, recordNumber, numberedBy, fields } = record;
  const origin = { file, line, sensorEvent: `${record.channel.slice(0, 100)} ${loggedId}` };
  const hostname = readName(record, 'hostname') ?? known?.hostname ?? state.options.hostname ?? undefined;
  const host = hostname === undefined ? '' : state.names.foldHost(hostname);
  // Skipped records are noted, too: they continue the numbers of their log.
  const number = Number(recordNumber);
  // Whether a host was renamed shows in ten records before, which may be in other requests.
  const oldName =
    hostname === undefined || number === 0 || state.options.input === 'REQUEST'
      ? null
      : noteRecord(state.renames, { file, channel: numberedBy, number, hostname, host });
  const reading = readRecordTime(state, record.time, { year, known });
  const fact = findHostFact(record);
  const isTerminal = state.options.terminalServices === 'READ' && isTerminalSession(record);
  if (isClockChange(record)) return [{ kind: 'SKIPPED', ...readClockChange(fields, hostname), origin }];
  const other = fact !== null || isTerminal ? null : judgeOther(record);
  if (other !== null) return [{ ...other, origin }];
  if (reading.kind === 'FAILED') return [{ ...reading, origin }];
  if (hostname === undefined)
    return [{ kind: 'FAILED', reason: `no host name: ${ADVICE[state.options.input].host}`, origin }];
  const { time, timeMs } = reading;
  if (fact !== null) return mapHostFact(record, fact, { ...reading, hostname, oldName, origin });
  // The session manager has a log of its own, so its records do not decide what waits for the Security log.
  if (isTerminal) {
    const mapped = mapTerminalSession({ ...record, time, hostname });
    return [mapped.kind === 'FAILED' ? { ...mapped, origin } : { ...mapped, timeMs, origin }];
  }
  const mapped = mapSecurityEvent({ numberedBy, eventId, recordNumber, fields, time, hostname });
  return join(state, mapped, { host, timeMs, origin, recordNumber });
};

const readRecordTime = (
  { options, assumptions }: State,
  time: WindowsRecord['time'],
  { year, known }: Pick<ReadRecord, 'year' | 'known'>,
): TimeReading => {
  const { reading, assumed } =
    time.kind === 'SYSLOG'
      ? readSyslogTime(String(time.text), boundBy(options, known), year ?? null)
      : { reading: readTime(time, options), assumed: null };
  if (reading.kind === 'TIME' && reading.zone !== null) countAssumption(assumptions, reading.zone);
  if (reading.kind === 'TIME' && assumed !== null) countAssumption(assumptions, assumed);
  return reading;
};

type Place = Pick<WindowsRecord, 'recordNumber'> & {
  /** The folded host name. */
  readonly host: string;
  readonly timeMs: number;
  readonly origin: OutcomeOrigin;
};

/** Returns the outcome of this record if it is known now, and of earlier records that it decides. */
const join = (state: State, mapped: Mapped, place: Place): readonly Outcome[] => {
  if (state.options.input === 'REQUEST') return [joinShipped(state, mapped, place)];
  const { unlocks, names, twins } = state;
  const { host, timeMs, origin } = place;
  const unlinked = asUnlinked(mapped, place);
  const outcomes = [...settleDistant(unlocks, place)];
  outcomes.push(...(unlinked === null ? settleLogin(twins, host) : addLogin(twins, unlinked)));
  switch (mapped.kind) {
    case 'SKIPPED':
    case 'FAILED':
      outcomes.push({ kind: mapped.kind, reason: mapped.reason, origin });
      break;
    case 'CONTEXT':
      outcomes.push({ kind: 'CONTEXT', event: mapped.event, timeMs, origin });
      break;
    case 'HELPER': {
      const account = names.foldAccount(mapped.user);
      outcomes.push(...addUnlockLogon(unlocks, { ...mapped, host, timeMs, origin, account }));
      break;
    }
    case 'EVENT':
      if (unlinked === null) outcomes.push({ kind: 'EVENT', event: mapped.event, timeMs, origin });
      if (mapped.sign !== null) {
        const account = names.foldAccount(mapped.user);
        outcomes.push(...noteSign(unlocks, mapped.sign, { host, timeMs, account }));
      }
  }
  return outcomes;
};

/** Joins a record of a request, which does not wait for later ones. */
const joinShipped = ({ names }: State, mapped: Mapped, { timeMs, origin }: Place): Outcome => {
  switch (mapped.kind) {
    case 'SKIPPED':
    case 'FAILED':
      return { kind: mapped.kind, reason: mapped.reason, origin };
    case 'CONTEXT':
      return { kind: 'CONTEXT', event: mapped.event, timeMs, origin };
    case 'HELPER':
    case 'EVENT': {
      const account = names.foldAccount(mapped.user);
      const ofUnlock = joinUnlock(mapped, { account, timeMs });
      const event: Outcome = { kind: 'EVENT', event: mapped.event, timeMs, origin };
      return ofUnlock === null ? event : { ...event, join: ofUnlock };
    }
  }
};

/** A login that may have a twin; null for everything else. */
const asUnlinked = (mapped: Mapped, { host, origin, recordNumber, timeMs }: Place): UnlinkedLogin | null => {
  if (mapped.kind !== 'EVENT' || mapped.twinKey === undefined || !('login' in mapped.event)) return null;
  const { login } = mapped.event;
  const loginId = readLoginId(login.loginId);
  if (recordNumber === null || loginId === null) return null;
  const { twinKey } = mapped;
  return { host, twinKey, recordNumber: BigInt(recordNumber), loginId, login, origin, timeMs };
};

/** Null for an id that is not known and for an id that the server will reject. */
const readLoginId = (loginId: string | undefined): bigint | null => {
  try {
    return BigInt(parseLoginId(loginId));
  } catch {
    return null;
  }
};
