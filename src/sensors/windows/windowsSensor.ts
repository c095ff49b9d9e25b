import { parseLoginId } from '../../model/values/loginId.ts';

import { countAssumption } from '../assumptions.ts';
import type { Assumptions } from '../assumptions.ts';
import { makeNameFolder } from '../nameFolder.ts';
import type { NameFolder } from '../nameFolder.ts';
import { UNKNOWN_EVENT } from '../sensor.ts';
import type { Outcome, OutcomeOrigin, SensorOptions, SensorRecord, Step } from '../sensor.ts';

import { addHelper, makeUnlockJoin, noteSign, settleDistant, settleUntil } from './joinUnlocks.ts';
import type { UnlockJoin } from './joinUnlocks.ts';
import { makeRenameJoin, noteRecord } from './joinRenames.ts';
import type { RenameJoin } from './joinRenames.ts';
import { addLogin, makeTwinJoin, settleLogin, settleLogins } from './joinTwins.ts';
import type { TwinJoin, UnlinkedLogin } from './joinTwins.ts';
import { isHostStart } from './isHostStart.ts';
import { mapSecurityEvent } from './mapSecurityEvent.ts';
import type { Mapped } from './mapSecurityEvent.ts';
import { isTerminalSession, mapTerminalSession } from './mapTerminalSession.ts';
import { readName } from '../fieldValues.ts';
import { readTime } from './readTime.ts';
import { recognizeRecord } from './recognizeRecord.ts';
import { reasonToSkip } from './skippedEvents.ts';
import { readRecordNumber, sourceIdOf } from './sourceIdOf.ts';
import type { WindowsRecord } from './windowsRecord.ts';

/** What the Windows sensor remembers between records; opaque, and to be used once: go on with the state of the last step. */
export type WindowsState = {
  readonly options: SensorOptions;
  readonly assumptions: Assumptions;
  readonly join: UnlockJoin;
  readonly twins: TwinJoin;
  readonly renames: RenameJoin;
  readonly names: NameFolder;
};

/** The state before the first record. */
export const startWindows = (options: SensorOptions, assumptions: Assumptions): WindowsState => ({
  options,
  assumptions,
  join: makeUnlockJoin(),
  twins: makeTwinJoin(),
  renames: makeRenameJoin(),
  names: makeNameFolder(),
});

/** Reads one Windows event log record, of any shape that recognizeRecord knows. */
export const readWindowsRecord = (state: WindowsState, record: SensorRecord): Step<WindowsState> => ({
  state,
  outcomes: listOutcomes(state, record),
});

/** Gives the outcomes of records up to that time that are still waiting. */
export const flushWindows = (
  state: WindowsState,
  untilMs: number = Number.POSITIVE_INFINITY,
): Step<WindowsState> => ({
  state,
  outcomes: [...settleLogins(state.twins, untilMs), ...settleUntil(state.join, untilMs)],
});

const listOutcomes = (state: WindowsState, { value, origin: place }: SensorRecord): readonly Outcome[] => {
  const recognized = recognizeRecord(value);
  if (recognized.kind === 'FAILED') {
    return [{ ...recognized, origin: { ...place, sensorEvent: UNKNOWN_EVENT } }];
  }
  const { record } = recognized;
  const { channel, eventId, recordNumber, fields } = record;
  const hostname = readName(record, 'hostname');
  const oldName = hostname === undefined ? null : findOldName(state, record, { file: place.file, hostname });
  const { file, line } = place;
  const origin = { file, line, sensorEvent: `${channel.slice(0, 100)} ${eventId}` };
  const reading = readTime(record.time, state.options.timeZone);
  if (reading.kind === 'TIME' && reading.zone !== null) countAssumption(state.assumptions, reading.zone);
  const isStart = isHostStart(record);
  const isTerminal = state.options.terminalServices === 'READ' && isTerminalSession(record);
  const reason = isStart || isTerminal ? null : reasonToSkip(record);
  if (reason !== null) return [{ kind: 'SKIPPED', reason, origin }];
  if (reading.kind === 'FAILED') return [{ ...reading, origin }];
  if (hostname === undefined) return [{ kind: 'FAILED', reason: 'no host name', origin }];
  const { time, timeMs } = reading;
  if (isStart) {
    const start = { time, hostname, sourceId: sourceIdOf(record) };
    const outcome = { kind: 'HOST_START', start, origin } as const;
    if (oldName === null) return [outcome];
    return [outcome, { ...outcome, start: { ...start, hostname: oldName }, isExtra: true }];
  }
  // Of another log, so it tells nothing about the records of this one before and after it.
  if (isTerminal) return [{ ...mapTerminalSession({ ...record, time, hostname }), origin }];
  const mapped = mapSecurityEvent({ channel, eventId, recordNumber, fields, time, hostname });
  return join(state, mapped, { host: state.names.foldHost(hostname), timeMs, origin, recordNumber });
};

/** The name that the host had until this record; null when it had the same. */
const findOldName = (
  { renames, names }: WindowsState,
  { channel, recordNumber }: WindowsRecord,
  { file, hostname }: { readonly file: string; readonly hostname: string },
): string | null => {
  const number = Number(readRecordNumber(recordNumber));
  const host = names.foldHost(hostname);
  return number > 0 ? noteRecord(renames, { file, channel, number, hostname, host }) : null;
};

type Place = {
  readonly host: string;
  readonly timeMs: number;
  readonly origin: OutcomeOrigin;
  readonly recordNumber: unknown;
};

/** The outcome of this record, and of earlier ones that it decides. */
const join = (state: WindowsState, mapped: Mapped, place: Place): readonly Outcome[] => {
  const { join: unlocks, names, twins } = state;
  const { host, timeMs, origin } = place;
  const outcomes = [...settleDistant(unlocks, place)];
  const unlinked = asUnlinked(mapped, place);
  outcomes.push(...(unlinked === null ? settleLogin(twins, host) : addLogin(twins, unlinked)));
  switch (mapped.kind) {
    case 'SKIPPED':
    case 'FAILED':
      outcomes.push({ kind: mapped.kind, reason: mapped.reason, origin });
      break;
    case 'HELPER':
      outcomes.push(
        ...addHelper(unlocks, { ...mapped, host, timeMs, origin, account: names.foldAccount(mapped.user) }),
      );
      break;
    case 'EVENT':
      if (unlinked === null) outcomes.push({ kind: 'EVENT', event: mapped.event, origin });
      if (mapped.sign !== null) {
        const account = names.foldAccount(mapped.user);
        outcomes.push(...noteSign(unlocks, mapped.sign, { host, timeMs, account }));
      }
  }
  return outcomes;
};

/** A login that may have a twin, null for anything else. */
const asUnlinked = (mapped: Mapped, { host, origin, recordNumber, timeMs }: Place): UnlinkedLogin | null => {
  if (mapped.kind !== 'EVENT' || mapped.twinKey === undefined || !('login' in mapped.event)) return null;
  const { login } = mapped.event;
  const number = readRecordNumber(recordNumber);
  const loginId = readLoginId(login.loginId);
  if (number === null || loginId === null) return null;
  const { twinKey } = mapped;
  return { host, twinKey, recordNumber: BigInt(number), loginId, login, origin, timeMs };
};

/** Null for none, and for one that the server will refuse. */
const readLoginId = (loginId: string | undefined): bigint | null => {
  try {
    return BigInt(parseLoginId(loginId));
  } catch {
    return null;
  }
};
