import type { ContextEventInput } from './contextEventInput.ts';
import { asFields } from './fields.ts';
import type { Fields } from './fields.ts';
import type { Outcome, OutcomeOrigin, RecordOrigin, Sensor } from './sensor.ts';
import type { SessionEventInput } from './sessionEventInput.ts';

/** An event or context event in this API's own shape: the name of its only member, and that member. */
type OwnRecord = { readonly name: string; readonly fields: Fields };

/**
 * Creates the sensor of events and context events in this API's own shape: `{"login": {"time": …}}`, as a member of SessionEventInput, or
 * `{"hostStart": {…}}`, as one of ContextEventInput. It checks field names and JSON types; the values are parsed where they are stored.
 */
export const makeOwnSensor = (): Sensor<OwnRecord> => ({
  waitMs: 0,
  linuxSource: null,
  readsText: false,
  recognize: (value) => {
    const members = asFields(value);
    const names = Object.keys(members);
    const [name = ''] = names;
    return names.length === 1 && MEMBERS.has(name) ? { name, fields: asFields(members[name]) } : null;
  },
  read: (record, origin) => [readOwn(record, origin)],
  flush: () => [],
  repeats: null,
});

const readOwn = ({ name, fields }: OwnRecord, { file, line }: RecordOrigin): Outcome => {
  const origin: OutcomeOrigin = { file, line, sensorEvent: `own ${name}` };
  const mistake = findMistake(name, fields);
  if (mistake !== null) return { kind: 'FAILED', ...mistake, origin };
  // findMistake has checked the names and types of the fields.
  const event: unknown = { [name]: fields };
  return CONTEXT_MEMBERS.has(name)
    ? { kind: 'CONTEXT', event: event as ContextEventInput, timeMs: null, origin }
    : { kind: 'EVENT', event: event as SessionEventInput, timeMs: null, origin };
};

const COMMON = ['time', 'hostname', 'user', 'uid', 'loginId', 'sourceId'];
const REMOTE = [...COMMON, 'loginType', 'srcIp', 'srcPort', 'destIp', 'destPort'];
const CONNECTING = [...REMOTE, 'srcHostname'];
const HOST_FACT = ['time', 'hostname', 'sourceId'];
const CONTEXT_MEMBERS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['hostStart', new Set(HOST_FACT)],
  ['hostStop', new Set(HOST_FACT)],
  ['hostSeen', new Set(HOST_FACT)],
  ['disconnect', new Set([...HOST_FACT, 'loginId', 'user', 'srcIp'])],
]);
const MEMBERS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ['login', new Set([...CONNECTING, 'loginSuccessful', 'linkedLoginId'])],
  ['logout', new Set(REMOTE)],
  ['reconnect', new Set(CONNECTING)],
  ['lock', new Set(COMMON)],
  ['unlock', new Set(COMMON)],
  ...CONTEXT_MEMBERS,
]);

const ALL_FIELDS: ReadonlySet<string> = new Set([...MEMBERS.values()].flatMap((fields) => [...fields]));

type Mistake = { readonly reason: string; readonly field?: string };

/** Finds what GraphQL would reject, together with the whole request. */
const findMistake = (name: string, fields: Fields): Mistake | null => {
  const known = MEMBERS.get(name) ?? new Set();
  const extra = Object.keys(fields).find((field) => !known.has(field));
  if (extra !== undefined) return describeExtra(name, extra, [...known]);
  if (typeof fields['time'] !== 'string')
    return { reason: `${name} needs a time that is a string`, field: 'time' };
  if (typeof fields['hostname'] !== 'string')
    return { reason: `${name} needs a hostname that is a string`, field: 'hostname' };
  if (name === 'login' && typeof fields['loginSuccessful'] !== 'boolean') {
    return { reason: 'login needs a loginSuccessful that is true or false', field: 'loginSuccessful' };
  }
  const odd = Object.keys(fields).find((field) => !isPlain(field, fields[field]));
  return odd === undefined ? null : { reason: `${name}.${odd} has the wrong JSON type`, field: odd };
};

/** Reasons are from a closed set, so this one contains only names of the API. */
const describeExtra = (name: string, extra: string, known: readonly string[]): Mistake => ({
  reason: `${name} has a field that does not apply to it${ALL_FIELDS.has(extra) ? `, ${extra}` : ''}; it supports ${known.join(', ')}`,
  ...(IS_NAME.test(extra) && { field: extra }),
});

/** What a member of an event can be called. Anything else may be data. */
const IS_NAME = /^\w{1,40}$/;

const NUMBERS = new Set(['srcPort', 'destPort']);
const LOGIN_TYPES: ReadonlySet<unknown> = new Set(['INTERACTIVE', 'LOCAL', 'RDP', 'REMOTE']);

const isPlain = (field: string, value: unknown): boolean => {
  if (value === null) return field !== 'time' && field !== 'hostname' && field !== 'loginSuccessful';
  if (field === 'loginSuccessful') return typeof value === 'boolean';
  if (field === 'loginType') return LOGIN_TYPES.has(value);
  if (NUMBERS.has(field)) return Number.isSafeInteger(value);
  return typeof value === 'string' || (/loginId$/i.test(field) && Number.isSafeInteger(value));
};
