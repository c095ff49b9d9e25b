import { startSensors } from '../../../src/sensors/startSensors.ts';
import { NO_OPTIONS } from '../../../src/sensors/sensor.ts';
import type { Outcome, SensorOptions } from '../../../src/sensors/sensor.ts';

type Fields = Readonly<Record<string, unknown>>;

/** A message as Santa writes it: the outer part, and one event. */
export const aMessage = (event: Fields, outer: Fields = {}): Fields => ({
  machine_id: 'MAC1',
  event_time: '2026-11-16T09:00:00.123456789Z',
  processed_time: '2026-11-16T09:00:00.223456789Z',
  boot_session_uuid: '6E4B2D5E-0000-4000-8000-000000000001',
  event_id: '9f86d081884c7d659a2feaa0c55ad015',
  ...event,
  ...outer,
});

/** The process that reported the event. */
export const instigator = ({ pid = 4711, pidversion = 9001 } = {}): Fields => ({
  instigator: {
    id: { pid, pidversion },
    parent_id: { pid: 1, pidversion: 2 },
    session_id: 4711,
    effective_user: { uid: 0, name: 'root' },
    executable: { path: '/usr/libexec/sshd-session', truncated: false },
  },
});

const ANA = { user: { uid: 501, name: 'ana' } };
const SCREEN = { graphical_session: { id: 257 } };

export const atLoginWindow = (action: string, fields: Fields = {}): Fields => ({
  login_window_session: { [action]: { ...instigator(), ...ANA, ...SCREEN, ...fields } },
});

export const atLogin = (action: string, fields: Fields = {}): Fields => ({
  login_logout: { [action]: { ...instigator(), ...ANA, ...fields } },
});

/** The source 10.0.0.9, in base64. */
export const bySsh = (action: string, fields: Fields = {}): Fields => ({
  open_ssh: {
    [action]: {
      ...instigator(),
      source: { address: 'MTAuMC4wLjk=', type: 'TYPE_IPV4' },
      ...ANA,
      ...fields,
    },
  },
});

export const byScreenSharing = (action: string, fields: Fields = {}): Fields => ({
  screen_sharing: {
    [action]: {
      ...instigator(),
      success: true,
      source: { address: 'MTAuMC4wLjk=', type: 'TYPE_IPV4' },
      authentication_user: { name: 'carol' },
      session_user: { name: 'ana' },
      existing_session: true,
      ...SCREEN,
      ...fields,
    },
  },
});

/** Reads records with all sensors and flushes; line n is the n-th record. */
export const readAll = (
  values: readonly unknown[],
  options: SensorOptions = NO_OPTIONS,
): readonly Outcome[] => {
  const sensors = startSensors(options);
  const outcomes = values.flatMap((value, index) =>
    sensors.read({ value, origin: { file: 'santa.log', line: index + 1 } }),
  );
  return [...outcomes, ...sensors.flush()].toSorted((a, b) => a.origin.line - b.origin.line);
};

export const listEvents = (values: readonly unknown[], options?: SensorOptions): readonly Fields[] =>
  readAll(values, options).flatMap((outcome) => ('event' in outcome ? [outcome.event] : []));

/** The outcome of each message: the name of its event or context event, or the reason why it is neither. */
export const listFates = (values: readonly unknown[], options?: SensorOptions): readonly string[] =>
  readAll(values, options).map((outcome) => {
    if ('event' in outcome) return Object.keys(outcome.event)[0] ?? '';
    return `${outcome.kind}: ${outcome.reason}`;
  });
