import type { Action, LoginType } from '../../model/action.ts';
import { isLocalLoginType } from '../../model/action.ts';
import { canonicalAddress } from '../../model/values/ipAddress.ts';
import { parseLoginId } from '../../model/values/loginId.ts';

import { ADVICE } from '../advice.ts';
import { readName, readValue } from '../fieldValues.ts';
import { readZonedTime } from '../readZonedTime.ts';
import type { Outcome, OutcomeOrigin, Sensor, SensorContext, SensorOptions } from '../sensor.ts';
import type { CommonInput, RemoteInput } from '../sessionEventInput.ts';

/** A login or logout that another tool has already understood and written in a schema of its own. */
export type SessionRecord = {
  /** The record's name in its source: `ocsf Logon`. */
  readonly sensorEvent: string;
} & (
  | { readonly kind: 'SKIPPED' | 'FAILED'; readonly reason: string }
  | { readonly kind: 'NOT_UNDERSTOOD'; readonly reason: string; readonly text: string }
  | {
      readonly kind: 'HOST_START' | 'HOST_STOP';
      /** RFC 3339. */
      readonly time: string;
      readonly sourceId: string;
    }
  | {
      /** All but LOGIN and LOGOUT are only in the exports of this project. */
      readonly kind: Action;
      /** For LOGIN. */
      readonly loginSuccessful: boolean;
      /** RFC 3339. */
      readonly time: string;
      /** Undefined if the record names none. */
      readonly hostname: unknown;
      /** As text, `DOMAIN\name` if there is a domain. */
      readonly user: string | undefined;
      readonly uid?: unknown;
      readonly loginId?: unknown;
      readonly linkedLoginId?: unknown;
      readonly loginType: LoginType | null;
      readonly source?: SourceFields;
      readonly destination?: SourceFields;
      readonly sourceId: string | undefined;
    }
);

type SourceFields = { readonly ip?: unknown; readonly port?: unknown; readonly hostname?: unknown };

/** Creates the sensor of a schema, which recognizes its records and holds none of them back. */
export const makeSessionRecordSensor = (
  { options }: SensorContext,
  recognize: (value: unknown) => SessionRecord | null,
): Sensor<SessionRecord> => ({
  waitMs: 0,
  linuxSource: null,
  readsText: false,
  recognize,
  read: (record, { file, line }, known) => {
    const hostname = known?.hostname ?? options.hostname;
    const origin = { file, line, sensorEvent: record.sensorEvent };
    return [readSessionRecord(record, { hostname, input: options.input }, origin)];
  },
  flush: () => [],
  repeats: null,
});

/** Makes the outcome of a record. Values that mean "not known" are left out, and so are addresses of logins at the machine itself. */
const readSessionRecord = (
  record: SessionRecord,
  options: Pick<SensorOptions, 'hostname' | 'input'>,
  origin: OutcomeOrigin,
): Outcome => {
  if (record.kind === 'NOT_UNDERSTOOD') {
    const { kind, reason, text } = record;
    return { kind, reason, text, origin };
  }
  if ('reason' in record) return { kind: record.kind, reason: record.reason, origin };
  const reading = readZonedTime(record.time, 'the time is not valid');
  if (reading.kind === 'FAILED') return { ...reading, origin };
  const hostname = readName(record, 'hostname') ?? options.hostname;
  if (hostname === null)
    return { kind: 'FAILED', reason: `no host name: ${ADVICE[options.input].host}`, origin };
  const { time, timeMs } = reading;
  if (!('loginType' in record)) {
    const fact = { time, hostname, sourceId: record.sourceId };
    const event = record.kind === 'HOST_START' ? { hostStart: fact } : { hostStop: fact };
    return { kind: 'CONTEXT', event, timeMs, origin };
  }
  const { kind, loginSuccessful, loginType, source = {}, destination = {}, sourceId } = record;
  const base: CommonInput = {
    time,
    hostname,
    user: readName(record, 'user'),
    uid: readUid(record.uid),
    loginId: kind === 'LOGIN' && !loginSuccessful ? undefined : readLoginId(record.loginId),
    sourceId,
  };
  if (kind === 'LOCK') return { kind: 'EVENT', event: { lock: base }, timeMs, origin };
  if (kind === 'UNLOCK') return { kind: 'EVENT', event: { unlock: base }, timeMs, origin };
  const remote: RemoteInput = {
    ...base,
    loginType,
    ...(isLocalLoginType(loginType) ? {} : readEndpoints(source, destination)),
  };
  if (kind === 'LOGOUT') return { kind: 'EVENT', event: { logout: remote }, timeMs, origin };
  const reconnect = { ...remote, srcHostname: readName(source, 'hostname') };
  if (kind === 'RECONNECT') return { kind: 'EVENT', event: { reconnect }, timeMs, origin };
  const linkedLoginId = loginSuccessful ? readLoginId(record.linkedLoginId) : undefined;
  const login = { ...reconnect, linkedLoginId, loginSuccessful };
  return { kind: 'EVENT', event: { login }, timeMs, origin };
};

/** Root has the uid 0. */
const readUid = (uid: unknown): string | undefined =>
  readValue({ uid }, 'uid') ?? (String(uid) === '0' ? '0' : undefined);

const readEndpoints = (source: SourceFields, destination: SourceFields): Partial<RemoteInput> => ({
  srcIp: readAddress(source.ip),
  srcPort: readPort(source.port),
  destIp: readAddress(destination.ip),
  destPort: readPort(destination.port),
});

const readAddress = (ip: unknown): string | undefined =>
  typeof ip === 'string' ? (canonicalAddress(ip.trim()) ?? undefined) : undefined;

const readPort = (port: unknown): number | undefined => {
  const number = Number(port);
  return Number.isInteger(number) && number > 0 && number <= 65_535 ? number : undefined;
};

/** Undefined for an id that is not a number, such as a UUID. */
const readLoginId = (loginId: unknown): string | undefined => {
  try {
    const text = parseLoginId(loginId);
    return text === '0x0' ? undefined : text;
  } catch {
    return undefined;
  }
};
