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

/**
 * Lists the names of an event's own fields in the order of its template: `(Get-WinEvent -ListProvider
 * Microsoft-Windows-Security-Auditing).Events`.
 *
 * @param count The number of its values: templates grow.
 */
export const listTemplateNames = (eventId: number, count: number): readonly string[] => {
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
