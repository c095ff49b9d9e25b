import { readText } from '../fieldValues.ts';
import type { Fields } from '../fields.ts';

import type { WindowsRecord } from './windowsRecord.ts';

/**
 * Turns an event of Windows 2000, XP or Server 2003 into the event that replaced it; returns any other record unchanged. Such events are in logs that
 * `wevtutil epl` converted from .evt, in collectors and in old archives. Their values have positions instead of names.
 * https://learn.microsoft.com/archive/blogs/ericfitz/events-528-and-540
 */
export const renewLegacyEvent = (record: WindowsRecord): WindowsRecord => {
  const { channel, provider, eventId } = record;
  // Other providers number their events alike.
  if (channel !== 'security' || provider !== 'security') return record;
  const legacy = LEGACY.get(eventId);
  if (legacy === undefined) return record;
  return { ...record, eventId: legacy.now, fields: nameValues(record.fields, legacy.names) };
};

/** Whether a record is such an event, by the provider as its export names it. */
export const isLegacyEvent = (provider: unknown, eventId: number): boolean =>
  typeof provider === 'string' && provider.trim().toLowerCase() === 'security' && LEGACY.has(eventId);

const nameValues = (fields: Fields, names: readonly string[]): Fields => {
  const { Data: values } = fields;
  const named: Record<string, unknown> = {};
  for (const [index, name] of names.entries()) {
    // Winlogbeat numbers values without a name.
    const value: unknown = Array.isArray(values) ? values[index] : fields[`param${index + 1}`];
    if (name !== '-' && value !== undefined) named[name] = value;
  }
  for (const name of ['TargetLogonId', 'LogonID']) {
    if (named[name] !== undefined) named[name] = joinLogonId(readText(named, name));
  }
  return named;
};

/** `(0x0,0x2F1AB)` has the upper and the lower half of the id. */
const joinLogonId = (text: string): string => {
  const [, high, low] = HALVES.exec(text) ?? [];
  if (high === undefined || low === undefined) return text;
  return `0x${((BigInt(high) << 32n) | BigInt(low)).toString(16)}`;
};

const HALVES = /^\((0x[\da-f]{1,8}),(0x[\da-f]{1,8})\)$/i;

const words = (text: string): readonly string[] => text.split(' ');
const TARGET = 'TargetUserName TargetDomainName';
const CLIENT = 'IpAddress IpPort';
const LOGON = words(
  `${TARGET} TargetLogonId LogonType LogonProcessName - WorkstationName - - - - - - ${CLIENT}`,
);
const FAILED = words(`${TARGET} LogonType LogonProcessName - WorkstationName - - - - - ${CLIENT}`);
const FAILED_WITH_STATUS = words(
  `${TARGET} LogonType LogonProcessName - WorkstationName - - - - - - - ${CLIENT}`,
);
const WINDOW_STATION = words('AccountName AccountDomain LogonID SessionName ClientName ClientAddress');

const LEGACY: ReadonlyMap<number, { readonly now: number; readonly names: readonly string[] }> = new Map([
  [512, { now: 4608, names: [] }],
  [513, { now: 4609, names: [] }],
  [528, { now: 4624, names: LOGON }],
  [540, { now: 4624, names: LOGON }],
  ...[529, 530, 531, 532, 533, 534, 535, 536, 539].map((id) => [id, { now: 4625, names: FAILED }] as const),
  [537, { now: 4625, names: FAILED_WITH_STATUS }],
  [538, { now: 4634, names: words(`${TARGET} TargetLogonId LogonType`) }],
  [551, { now: 4647, names: words(`${TARGET} TargetLogonId`) }],
  [682, { now: 4778, names: WINDOW_STATION }],
  [683, { now: 4779, names: WINDOW_STATION }],
]);
