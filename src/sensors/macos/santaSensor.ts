import type { Join } from '../../model/joins/join.ts';

import { ADVICE } from '../advice.ts';
import { readName, readText } from '../fieldValues.ts';
import { readZonedTime } from '../readZonedTime.ts';
import { holdFailedKey, skipFailedKeys, makeFailedKeys, settleFailedKeys } from '../failedKeys.ts';
import type { FailedKeys } from '../failedKeys.ts';
import { KEPT_MS } from '../notes.ts';
import { getRecent, makeRecentMap, setRecent } from '../recentMap.ts';
import type { RecentMap } from '../recentMap.ts';
import type { Outcome, OutcomeOrigin, Sensor, SensorContext } from '../sensor.ts';

import { mapSantaEvent } from './mapSantaEvent.ts';
import type { MappedSanta } from './mapSantaEvent.ts';
import { recognizeSanta } from './recognizeSanta.ts';
import type { SantaMessage } from './recognizeSanta.ts';
import { makeViewerKey, readProcessId } from './santaValues.ts';

type State = SensorContext & {
  /** By host and process. */
  readonly failedKeys: FailedKeys;
  /** Whether the viewer of a screen opened the session or joined it, by host, session and address. */
  readonly viewers: RecentMap<'OPENED' | 'JOINED'>;
};

/** Creates the sensor of Santa, which logs the events of macOS Endpoint Security. https://northpole.dev/features/telemetry */
export const makeSantaSensor = (context: SensorContext): Sensor<SantaMessage> => {
  const state: State = { ...context, failedKeys: makeFailedKeys(), viewers: makeRecentMap(REMEMBERED) };
  return {
    // sshd closes a connection without a login after 120 s (LoginGraceTime).
    waitMs: 120_000,
    linuxSource: null,
    readsText: false,
    recognize: recognizeSanta,
    read: (message, origin) => readSanta(state, message, { ...origin, sensorEvent: `santa ${message.name}` }),
    flush: (untilMs) => settleFailedKeys(state.failedKeys, untilMs),
    repeats: null,
  };
};

const REMEMBERED = 20_000;

const readSanta = (state: State, message: SantaMessage, origin: OutcomeOrigin): readonly Outcome[] => {
  if (message.kind !== 'SESSION') return [{ kind: message.kind, reason: message.reason, origin }];
  const { name, outer, body } = message;
  const reading = readZonedTime(readText(outer, 'event_time'), 'event_time is not a valid time');
  if (reading.kind === 'FAILED') return [{ ...reading, origin }];
  // Santa writes the machine's id only if EnableMachineIDDecoration is set.
  const hostname = readName(outer, 'machine_id') ?? state.options.hostname;
  if (hostname === null)
    return [{ kind: 'FAILED', reason: `no host name: ${ADVICE[state.options.input].host}`, origin }];
  const { time, timeMs } = reading;
  const mapped = mapSantaEvent({ name, body, time, hostname, eventId: readName(outer, 'event_id') });
  if ('reason' in mapped) return [{ ...mapped, origin }];
  const host = state.names.foldHost(hostname);
  const viewerKey = `${host} ${makeViewerKey(body)}`;
  if (state.options.input === 'REQUEST') return [joinShipped(mapped, { timeMs, origin, hostname, body })];
  if (mapped.kind === 'CONTEXT') {
    const viewer = getRecent(state.viewers, viewerKey);
    if (viewer === 'JOINED') return [{ kind: 'SKIPPED', reason: STILL_IN_USE, origin }];
    return [{ ...mapped, timeMs, origin }];
  }
  if (mapped.viewer !== undefined) setRecent(state.viewers, viewerKey, mapped.viewer);
  const outcomes = [{ kind: 'EVENT', event: mapped.event, timeMs, origin }] as const;
  const process = readProcessId(body);
  if (mapped.attempt === undefined || process === undefined) return outcomes;
  const connection = `${host} ${process}`;
  return mapped.attempt === 'REFUSED_KEY'
    ? holdFailedKey(state.failedKeys, connection, { timeMs, outcomes })
    : [...skipFailedKeys(state.failedKeys, connection), ...outcomes];
};

const STILL_IN_USE = 'screen_sharing detach: the viewer had joined a session, which goes on at the screen';

type Place = Pick<SantaMessage & { readonly kind: 'SESSION' }, 'body'> & {
  readonly timeMs: number;
  readonly origin: OutcomeOrigin;
  readonly hostname: string;
};

/** Joins a record of a request. The end of screen sharing is one only if the record says so that attached the viewer. */
const joinShipped = (
  mapped: Exclude<MappedSanta, { readonly reason: string }>,
  { timeMs, origin, hostname, body }: Place,
): Outcome => {
  const key = `viewer ${makeViewerKey(body)}`;
  const { SESSION: keepMs } = KEPT_MS;
  const place = { hostname, timeMs, source: 'santa' } as const;
  if (mapped.kind === 'CONTEXT') {
    const opened = { key, withinMs: keepMs, latest: true, same: { viewer: 'OPENED' } } as const;
    const join: Join = { ...place, asks: [{ ...opened, effect: { kind: 'REQUIRE' } }], tells: [] };
    return { ...mapped, timeMs, origin, join };
  }
  const { event, viewer } = mapped;
  if (viewer === undefined) return { kind: 'EVENT', event, timeMs, origin };
  const join: Join = { ...place, asks: [], tells: [{ key, values: { viewer }, keepMs }] };
  return { kind: 'EVENT', event, timeMs, origin, join };
};
