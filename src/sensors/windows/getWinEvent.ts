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
    time: { kind: 'ISO', field: 'TimeCreated', text: readTimeCreated(event['TimeCreated']) },
    fields: { ...nameProperties(Number(event['Id']), event['Properties']), Message: event['Message'] },
  });

/** PowerShell 7 writes ISO 8601 and Windows PowerShell `/Date(1700000000000)/`; either may be in a member `value`. */
const readTimeCreated = (value: unknown): unknown => {
  const text = typeof value === 'object' && value !== null ? asFields(value)['value'] : value;
  const milliseconds = typeof text === 'string' ? /^\/Date\((-?\d{1,15})\)\/$/.exec(text)?.[1] : undefined;
  if (milliseconds === undefined) return text;
  const date = new Date(Number(milliseconds));
  return Number.isNaN(date.getTime()) ? text : date.toISOString();
};

const nameProperties = (eventId: number, properties: unknown): Fields => {
  const names = listNames(eventId, Array.isArray(properties) ? properties.length : 0);
  if (!Array.isArray(properties)) return {};
  return Object.fromEntries(
    properties.flatMap((property, index) => {
      const name = names[index];
      return name === undefined ? [] : [[name, readProperty(name, property)]];
    }),
  );
};

/** A SID is nested one level deeper; a status is a signed number. */
const readProperty = (name: string, property: unknown): unknown => {
  const value = asFields(property)['Value'];
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
  [25, words('User SessionID Address')],
  [4634, [...TARGET, 'TargetLogonId', 'LogonType']],
  [4647, [...TARGET, 'TargetLogonId']],
  [4778, words('AccountName AccountDomain LogonID SessionName ClientName ClientAddress')],
  [4800, [...TARGET, 'TargetLogonId', 'SessionId']],
  [4801, [...TARGET, 'TargetLogonId', 'SessionId']],
]);
