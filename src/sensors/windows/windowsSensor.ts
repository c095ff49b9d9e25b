import { parseHostname } from '../../model/values/hostname.ts';
import { parseUser } from '../../model/values/user.ts';

import type { Outcome, SensorRecord, Step } from '../sensor.ts';
import type { SessionEventInput } from '../sessionEventInput.ts';
import type { TimeZone } from '../timeZone.ts';

import { addHelper, makeUnlockJoin, noteSign, settleAll, settleDistant } from './joinUnlocks.ts';
import type { UnlockJoin } from './joinUnlocks.ts';
import { mapSecurityEvent } from './mapSecurityEvent.ts';
import type { Mapped } from './mapSecurityEvent.ts';
import { readName } from './fieldValues.ts';
import { readTime } from './readTime.ts';
import type { ReadZone } from './readTime.ts';
import { recognizeRecord } from './recognizeRecord.ts';
import { reasonToSkip } from './skippedEvents.ts';

/** What the Windows sensor remembers between records; opaque, and to be used once: go on with the state of the last step. */
export type WindowsState = {
  readonly timeZone: TimeZone | null;
  readonly join: UnlockJoin;
  readonly zones: Map<string, ZoneCount>;
};

/** How many records' local times were read in a zone. */
export type ZoneCount = ReadZone & { readonly records: number };

/** The state before the first record. `timeZone` is for local times whose zone the record does not tell. */
export const startWindows = (timeZone: TimeZone | null): WindowsState => ({
  timeZone,
  join: makeUnlockJoin(),
  zones: new Map(),
});

/** Reads one Windows event log record, of any shape that recognizeRecord knows. */
export const readWindowsRecord = (
  state: WindowsState,
  { value, origin }: SensorRecord,
): Step<WindowsState> => {
  const step = (...outcomes: readonly Outcome[]): Step<WindowsState> => ({ state, outcomes });
  const recognized = recognizeRecord(value);
  if (recognized.kind === 'FAILED') return step({ ...recognized, origin });
  const { record } = recognized;
  const reading = readTime(record.time, state.timeZone);
  if (reading.kind === 'TIME' && reading.zone !== null) countZone(state, reading.zone);
  const reason = reasonToSkip(record);
  if (reason !== null) return step({ kind: 'SKIPPED', reason, origin });
  if (reading.kind === 'FAILED') return step({ ...reading, origin });
  const hostname = readName({ hostname: record.hostname }, 'hostname');
  if (hostname === null) return step({ kind: 'FAILED', reason: 'no host name', origin });
  const { time, timeMs } = reading;
  const mapped = mapSecurityEvent({ ...record, time, hostname });
  const host = foldHost(hostname);
  const settled = settleDistant(state.join, { host, timeMs });
  return step(...settled, ...join(state, mapped, { host, timeMs, origin }));
};

/** Gives the outcomes that are still waiting when the input ends. */
export const flushWindows = (state: WindowsState): Step<WindowsState> => ({
  state,
  outcomes: settleAll(state.join),
});

/** The zones that local times were read in, to be shown to whoever can tell whether they are right. */
export const listZones = (state: WindowsState): readonly ZoneCount[] => [...state.zones.values()];

const countZone = ({ zones }: WindowsState, zone: ReadZone): void => {
  const key = `${zone.from} ${zone.name}`;
  zones.set(key, { ...zone, records: (zones.get(key)?.records ?? 0) + 1 });
};

type Place = { readonly host: string; readonly timeMs: number; readonly origin: SensorRecord['origin'] };

const join = (state: WindowsState, mapped: Mapped, place: Place): readonly Outcome[] => {
  const { origin } = place;
  switch (mapped.kind) {
    case 'SKIPPED':
    case 'FAILED':
      return [{ ...mapped, origin }];
    case 'HELPER':
      return addHelper(state.join, { ...mapped, ...place, account: accountOf(mapped.event) });
    case 'EVENT': {
      const { event, sign } = mapped;
      const signed = sign === null ? [] : noteSign(state.join, sign, { ...place, account: accountOf(event) });
      return [{ kind: 'EVENT', event, origin }, ...signed];
    }
  }
};

const accountOf = (event: SessionEventInput): string => {
  const [input] = Object.values(event);
  return foldAccount(input?.user ?? '');
};

/** The server judges names; here one that it will refuse stands for itself. */
const foldHost = (hostname: string): string => {
  try {
    return parseHostname(hostname, 'SHORT');
  } catch {
    return hostname;
  }
};

const foldAccount = (user: string): string => {
  try {
    const { userDomain, userName } = parseUser(user);
    return `${userDomain ?? ''}\\${userName}`;
  } catch {
    return user;
  }
};
