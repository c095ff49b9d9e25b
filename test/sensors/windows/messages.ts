/** Messages as Windows writes them in English. */
export const LOGON = [
  'An account was successfully logged on.',
  '',
  'Subject:',
  '\tSecurity ID:\t\tS-1-5-18',
  '\tAccount Name:\t\tWS1$',
  '\tAccount Domain:\t\tCORP',
  '\tLogon ID:\t\t0x3E7',
  '',
  'Logon Information:',
  '\tLogon Type:\t\t10',
  '\tRestricted Admin Mode:\tNo',
  '\tVirtual Account:\t\tNo',
  '\tElevated Token:\t\tYes',
  '',
  'Impersonation Level:\t\tImpersonation',
  '',
  'New Logon:',
  '\tSecurity ID:\t\tS-1-5-21-1-2-3-1104',
  '\tAccount Name:\t\tana',
  '\tAccount Domain:\t\tCORP',
  '\tLogon ID:\t\t0x8A1F0',
  '\tLinked Logon ID:\t\t0x8A1FF',
  '\tNetwork Account Name:\t-',
  '\tNetwork Account Domain:\t-',
  '\tLogon GUID:\t\t{00000000-0000-0000-0000-000000000000}',
  '',
  'Process Information:',
  '\tProcess ID:\t\t0x4e8',
  '\tProcess Name:\t\tC:\\Windows\\System32\\svchost.exe',
  '',
  'Network Information:',
  '\tWorkstation Name:\tWS1',
  '\tSource Network Address:\t203.0.113.9',
  '\tSource Port:\t\t50123',
  '',
  'Detailed Authentication Information:',
  '\tLogon Process:\t\tUser32 ',
  '\tAuthentication Package:\tNegotiate',
  '\tTransited Services:\t-',
  '\tPackage Name (NTLM only):\t-',
  '\tKey Length:\t\t0',
  '',
  'This event is generated when a logon session is created. It is generated on the computer that was accessed.',
].join('\r\n');

/** The message of Windows 7 and Server 2008 R2. */
export const OLD_LOGON = LOGON.replace(
  /Logon Information:[\s\S]*?Impersonation\r\n\r\n/,
  'Logon Type:\t\t\t10\r\n\r\n',
).replace(/\tLinked[\s\S]*?Domain:\t-\r\n/, '');

export const FAILED_LOGON = [
  'An account failed to log on.',
  '',
  'Subject:',
  '\tSecurity ID:\t\tS-1-0-0',
  '\tAccount Name:\t\t-',
  '\tAccount Domain:\t\t-',
  '\tLogon ID:\t\t0x0',
  '',
  'Logon Type:\t\t\t3',
  '',
  'Account For Which Logon Failed:',
  '\tSecurity ID:\t\tS-1-0-0',
  '\tAccount Name:\t\tana maria',
  '\tAccount Domain:\t\tCORP',
  '',
  'Failure Information:',
  '\tFailure Reason:\t\tUnknown user name or bad password.',
  '\tStatus:\t\t\t0xC000006D',
  '\tSub Status:\t\t0xC000006A',
  '',
  'Process Information:',
  '\tCaller Process ID:\t0x0',
  '\tCaller Process Name:\t-',
  '',
  'Network Information:',
  '\tWorkstation Name:\tKALI',
  '\tSource Network Address:\t203.0.113.9',
  '\tSource Port:\t\t50123',
  '',
  'Detailed Authentication Information:',
  '\tLogon Process:\t\tNtLmSsp ',
  '\tAuthentication Package:\tNTLM',
  '\tTransited Services:\t-',
  '\tPackage Name (NTLM only):\t-',
  '\tKey Length:\t\t0',
  '',
  'This event is generated when a logon request fails. It is generated on the computer where access was attempted.',
].join('\r\n');

const SUBJECT = [
  'Subject:',
  '\tSecurity ID:\t\tS-1-5-21-1-2-3-1104',
  '\tAccount Name:\t\tana',
  '\tAccount Domain:\t\tCORP',
  '\tLogon ID:\t\t0x8A1F0',
];

export const LOGOFF = [
  'An account was logged off.',
  '',
  ...SUBJECT,
  '',
  'Logon Type:\t\t\t3',
  '',
  'This event is generated when a logon session is destroyed.',
].join('\r\n');

export const USER_LOGOFF = [
  'User initiated logoff:',
  '',
  ...SUBJECT,
  '',
  'This event is generated when a logoff is initiated. No further user-initiated activity can occur.',
].join('\r\n');

export const RECONNECT = [
  'A session was reconnected to a Window Station.',
  '',
  'Subject:',
  '\tAccount Name:\t\tana',
  '\tAccount Domain:\t\tCORP',
  '\tLogon ID:\t\t0x8A1F0',
  '',
  'Session:',
  '\tSession Name:\t\tRDP-Tcp#1',
  '',
  'Additional Information:',
  '\tClient Name:\t\tLAPTOP',
  '\tClient Address:\t\t203.0.113.9',
  '',
  'This event is generated when a user reconnects to an existing Terminal Services session.',
].join('\r\n');

export const DISCONNECT = RECONNECT.replace('was reconnected to', 'was disconnected from');

const workstation = (change: string): string =>
  [`The workstation was ${change}.`, '', ...SUBJECT, '\tSession ID:\t1'].join('\r\n');
export const LOCK = workstation('locked');
export const UNLOCK = workstation('unlocked');
