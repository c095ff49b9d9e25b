/** A label of a message, and the event's own field that follows it; null for a section and for values that are not read. */
export type Label = { readonly label: string; readonly field: string | null };

/** The English message of an event that this sensor reads. */
export type MessageTemplate = {
  readonly channel: string;
  /** The beginning of the message. */
  readonly title: string;
  /** The sections and labels of all versions of the message, in order. */
  readonly labels: readonly Label[];
  /** The fields that every version of the message has. */
  readonly required: readonly string[];
};

/**
 * The English messages by event id: `(Get-WinEvent -ListProvider Microsoft-Windows-Security-Auditing).Events`, and
 * https://learn.microsoft.com/windows/security/threat-protection/auditing/event-4624 and the pages of the other events.
 */
export const listTemplates = (eventId: number): readonly MessageTemplate[] => TEMPLATES.get(eventId) ?? [];

/** Finds the event whose English message begins like this one; undefined for any other. No two messages begin alike. */
export const findEventId = (message: string): number | undefined => {
  for (const [eventId, templates] of TEMPLATES) {
    if (templates.some(({ title }) => message.startsWith(title))) return eventId;
  }
  return undefined;
};

/** Whether an event has fields that the sensor needs. */
export const hasFields = (eventId: number): boolean =>
  listTemplates(eventId).some(({ required }) => required.length > 0);

/** Finds where the English message of this event begins in a text; -1 without one. */
export const findTitle = (eventId: number, text: string): number =>
  listTemplates(eventId).reduce((at, { title }) => (at < 0 ? text.indexOf(title) : at), -1);

/** Lists labels, separated by commas; `Logon ID=TargetLogonId` has the name of its field. */
const parseLabels = (text: string): readonly Label[] =>
  text.split(',').map((part) => {
    const [label = '', field = null] = part.trim().split('=');
    return { label, field };
  });

const ACCOUNT = 'Security ID=TargetUserSid, Account Name=TargetUserName, Account Domain=TargetDomainName';
const SUBJECT = 'Subject, Security ID, Account Name, Account Domain, Logon ID';
const CLIENT =
  'Network Information, Workstation Name=WorkstationName, Source Network Address=IpAddress, Source Port=IpPort, Detailed Authentication Information, Logon Process, Authentication Package, Transited Services, Package Name (NTLM only), Key Length';

const LOGON = `${SUBJECT}, Logon Information, Logon Type=LogonType, Restricted Admin Mode, Remote Credential Guard, Virtual Account, Elevated Token=ElevatedToken, Impersonation Level, New Logon, ${ACCOUNT}, Logon ID=TargetLogonId, Linked Logon ID=TargetLinkedLogonId, Network Account Name, Network Account Domain, Logon GUID, Process Information, Process ID=ProcessId, Process Name, ${CLIENT}`;
const FAILED_LOGON = `${SUBJECT}, Logon Type=LogonType, Account For Which Logon Failed, ${ACCOUNT}, Failure Information, Failure Reason, Status=Status, Sub Status, Process Information, Caller Process ID, Caller Process Name, ${CLIENT}`;
const SESSION = `Subject, ${ACCOUNT}, Logon ID=TargetLogonId`;
const WINDOW_STATION =
  'Subject, Account Name=AccountName, Account Domain=AccountDomain, Logon ID=LogonID, Session, Session Name=SessionName, Additional Information, Client Name=ClientName, Client Address=ClientAddress';

const security = (title: string, labels: string, required: string): readonly MessageTemplate[] => [
  { channel: 'security', title, labels: parseLabels(labels), required: required.split(' ') },
];

const withoutFields = (channel: string, title: string): readonly MessageTemplate[] => [
  { channel, title, labels: [], required: [] },
];

/** The sensor reads the fields of these messages where it maps them. */
const terminal = (title: string): readonly MessageTemplate[] =>
  withoutFields(
    'microsoft-windows-terminalservices-localsessionmanager/operational',
    `Remote Desktop Services: ${title}:`,
  );

const TEMPLATES: ReadonlyMap<number, readonly MessageTemplate[]> = new Map([
  [4624, security('An account was successfully logged on.', LOGON, 'TargetUserName TargetLogonId LogonType')],
  [4625, security('An account failed to log on.', FAILED_LOGON, 'TargetUserName LogonType')],
  [
    4634,
    security(
      'An account was logged off.',
      `${SESSION}, Logon Type=LogonType`,
      'TargetUserName TargetLogonId LogonType',
    ),
  ],
  [4647, security('User initiated logoff:', SESSION, 'TargetUserName TargetLogonId')],
  [4778, security('A session was reconnected to a Window Station.', WINDOW_STATION, 'AccountName LogonID')],
  [
    4779,
    security('A session was disconnected from a Window Station.', WINDOW_STATION, 'AccountName LogonID'),
  ],
  [4800, security('The workstation was locked.', `${SESSION}, Session ID`, 'TargetUserName TargetLogonId')],
  [4801, security('The workstation was unlocked.', `${SESSION}, Session ID`, 'TargetUserName TargetLogonId')],
  [4608, withoutFields('security', 'Windows is starting up.')],
  [4609, withoutFields('security', 'Windows is shutting down.')],
  [1100, withoutFields('security', 'The event logging service has shut down.')],
  [12, withoutFields('system', 'The operating system started at system time')],
  [13, withoutFields('system', 'The operating system is shutting down at system time')],
  [6006, withoutFields('system', 'The Event log service was stopped.')],
  [6008, withoutFields('system', 'The previous system shutdown at')],
  [6013, withoutFields('system', 'The system uptime is')],
  [21, terminal('Session logon succeeded')],
  [23, terminal('Session logoff succeeded')],
  [24, terminal('Session has been disconnected')],
  [25, terminal('Session reconnection succeeded')],
]);
