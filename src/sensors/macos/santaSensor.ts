import { NAME_THE_HOST } from '../advice.ts';
import { readName, readText } from '../fieldValues.ts';
import { makeNameFolder } from '../nameFolder.ts';
import type { NameFolder } from '../nameFolder.ts';
import { readZonedTime } from '../readZonedTime.ts';
import { holdRefused, letIn, makeRefusedKeys, settleRefused } from '../refusedKeys.ts';
import type { RefusedKeys } from '../refusedKeys.ts';
import { UNKNOWN_EVENT } from '../sensor.ts';
import type { Outcome, OutcomeOrigin, SensorOptions, SensorRecord, Step } from '../sensor.ts';

import { mapSantaEvent } from './mapSantaEvent.ts';
import { recognizeSanta } from './recognizeSanta.ts';
import type { SantaMessage } from './recognizeSanta.ts';
import { readProcessId } from './santaValues.ts';

/** What the Santa sensor remembers between records; opaque, and to be used once: go on with the state of the last step. */
export type SantaState = {
  readonly options: SensorOptions;
  readonly names: NameFolder;
  /** By host and process. */
  readonly refusedKeys: RefusedKeys;
};

export const startSanta = (options: SensorOptions): SantaState => ({
  options,
  names: makeNameFolder(),
  refusedKeys: makeRefusedKeys(),
});

/** Whether a record is a message of Santa, or the inner part of one. */
export const isSantaRecord = (value: unknown): boolean => recognizeSanta(value) !== null;

/** Reads a message of Santa, which tells what macOS Endpoint Security does. https://northpole.dev/features/telemetry */
export const readSantaRecord = (state: SantaState, { value, origin }: SensorRecord): Step<SantaState> => {
  const message = recognizeSanta(value);
  const sensorEvent = message === null ? UNKNOWN_EVENT : `santa ${message.name}`;
  const place = { ...origin, sensorEvent };
  return { state, outcomes: message === null ? [notOfSanta(place)] : read(state, message, place) };
};

/** Gives the outcomes up to that time that are still waiting. */
export const flushSanta = (
  state: SantaState,
  untilMs: number = Number.POSITIVE_INFINITY,
): Step<SantaState> => ({ state, outcomes: settleRefused(state.refusedKeys, untilMs) });

const notOfSanta = (origin: OutcomeOrigin): Outcome => ({
  kind: 'FAILED',
  reason: 'not a message of Santa',
  origin,
});

const read = (state: SantaState, message: SantaMessage, origin: OutcomeOrigin): readonly Outcome[] => {
  if (message.kind !== 'SESSION') return [{ kind: message.kind, reason: message.reason, origin }];
  const { name, outer, body } = message;
  const reading = readZonedTime(readText(outer, 'event_time'), 'event_time');
  if (reading.kind === 'FAILED') return [{ ...reading, origin }];
  // The machine's id is in it only where Santa is told to write it (EnableMachineIDDecoration).
  const hostname = readName(outer, 'machine_id') ?? state.options.hostname;
  if (hostname === null) return [{ kind: 'FAILED', reason: `no host name: ${NAME_THE_HOST}`, origin }];
  const eventId = readName(outer, 'event_id');
  const mapped = mapSantaEvent({ name, body, time: reading.time, hostname, eventId });
  if (mapped.kind !== 'EVENT') return [{ kind: mapped.kind, reason: mapped.reason, origin }];
  const outcomes = [{ kind: 'EVENT', event: mapped.event, origin }] as const;
  const process = readProcessId(body);
  if (mapped.attempt === undefined || process === undefined) return outcomes;
  const connection = `${state.names.foldHost(hostname)} ${process}`;
  return mapped.attempt === 'REFUSED_KEY'
    ? holdRefused(state.refusedKeys, connection, { timeMs: reading.timeMs, outcomes })
    : [...letIn(state.refusedKeys, connection), ...outcomes];
};
