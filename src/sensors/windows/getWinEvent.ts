import { asFields } from '../fields.ts';
import type { Fields } from '../fields.ts';
import { makeRecord } from './windowsRecord.ts';
import type { Recognized } from './windowsRecord.ts';

/**
 * Makes a record of an event that `Get-WinEvent | ConvertTo-Json` wrote. The event's own fields have positions instead of names.
 * https://learn.microsoft.com/dotnet/api/system.diagnostics.eventing.reader.eventlogrecord
 */
export const makeGetWinEvent = (event: Fields): Recognized =>
  makeRecord({
    channel: event['LogName'],
    provider: event['ProviderName'],
    eventId: event['Id'],
    hostname: event['MachineName'],
    recordNumber: event['RecordId'],
    time: { kind: 'ISO', field: 'TimeCreated', text: readDate(event['TimeCreated']) },
    fields: { ...nameProperties(Number(event['Id']), event['Properties']), Message: event['Message'] },
  });

/** PowerShell 7 writes ISO 8601 and Windows PowerShell `/Date(1700000000000)/`; either may be in a member `value`. */
const readDate = (value: unknown): unknown => {
  const text = typeof value === 'object' && value !== null ? asFields(value)['value'] : value;
  const milliseconds = typeof text === 'string' ? /^\/Date\((-?\d{1,15})\)\/$/.exec(text)?.[1] : undefined;
  if (milliseconds === undefined) return text;
  const date = new Date(Number(milliseconds));
  return Number.isNaN(date.getTime()) ? text : date.toISOString();
};

const nameProperties = (eventId: number, properties: unknown): Fields => {
  if (!Array.isArray(properties)) return {};
  // Its texts have no names; the binary data follows them.
  if (eventId === 6008) return { Binary: readBytes(asFields(properties.at(-1))['Value']) };
  const names = listNames(eventId, properties.length);
  return Object.fromEntries(
    properties.flatMap((property, index) => {
      const name = names[index];
      return name === undefined ? [] : [[name, readProperty(name, property)]];
    }),
  );
};

const readBytes = (value: unknown): string | undefined =>
  Array.isArray(value) ? Buffer.from(value).toString('hex') : undefined;

/** A SID is nested one level deeper; a status is a signed number. */
const readProperty = (name: string, property: unknown): unknown => {
  const value = asFields(property)['Value'];
  if (name === 'PreviousTime' || name === 'NewTime') return readDate(value);
  const inner = typeof value === 'object' && value !== null ? asFields(value)['Value'] : value;
  return name === 'Status' && typeof inner === 'number' ? `0x${(inner >>> 0).toString(16)}` : inner;
};

const words = (text: string): readonly string[] => text.split(' ');

const SUBJECT = words('SubjectUserSid SubjectUserName SubjectDomainName SubjectLogonId');
const TARGET = words('TargetUserSid TargetUserName TargetDomainName');
const LOGON = [
  ...SUBJECT,
  ...TARGET,
  ...words('TargetLogonId LogonType LogonProcessName AuthenticationPackageName WorkstationName LogonGuid'),
  ...words('TransmittedServices LmPackageName KeyLength ProcessId ProcessName IpAddress IpPort'),
  ...words('ImpersonationLevel RestrictedAdminMode'),
];
const LOGON_END = words(
  'TargetOutboundUserName TargetOutboundDomainName VirtualAccount TargetLinkedLogonId ElevatedToken',
);
const LOGON_2 = [...LOGON, ...LOGON_END];
/** Since Windows 11 24H2. */
const LOGON_3 = [...LOGON, 'RemoteCredentialGuard', ...LOGON_END];
const WINDOW_STATION = words('AccountName AccountDomain LogonID SessionName ClientName ClientAddress');

/** Names in the order of each event's template: `(Get-WinEvent -ListProvider Microsoft-Windows-Security-Auditing).Events`. */
const listNames = (eventId: number, count: number): readonly string[] => {
  if (eventId === 4624) return count > LOGON_2.length ? LOGON_3 : LOGON_2;
  return NAMES.get(eventId) ?? [];
};

const NAMES: ReadonlyMap<number, readonly string[]> = new Map([
  [
    4625,
    [
      ...SUBJECT,
      ...TARGET,
      ...words('Status FailureReason SubStatus LogonType LogonProcessName AuthenticationPackageName'),
      ...words(
        'WorkstationName TransmittedServices LmPackageName KeyLength ProcessId ProcessName IpAddress IpPort',
      ),
    ],
  ],
  // The session manager of TerminalServices.
  [21, words('User SessionID Address')],
  [23, words('User SessionID')],
  [24, words('User SessionID Address')],
  [25, words('User SessionID Address')],
  [4616, [...SUBJECT, ...words('PreviousTime NewTime ProcessId ProcessName')]],
  [4634, [...TARGET, 'TargetLogonId', 'LogonType']],
  [4647, [...TARGET, 'TargetLogonId']],
  [4778, WINDOW_STATION],
  [4779, WINDOW_STATION],
  [4800, [...TARGET, 'TargetLogonId', 'SessionId']],
  [4801, [...TARGET, 'TargetLogonId', 'SessionId']],
]);
