import { json } from './knownFormat.ts';
import type { KnownFormat } from './knownFormat.ts';

const PROVIDER = 'Microsoft-Windows-Security-Auditing';
const HOST = 'WS1.corp.example';
const DATA = {
  TargetUserSid: 'S-1-5-21-1-2-3-1104',
  TargetUserName: 'ana',
  TargetDomainName: 'CORP',
  TargetLogonId: '0x8a1f0',
  LogonType: '10',
  IpAddress: '10.0.0.9',
} as const;

const MESSAGE = [
  'An account was successfully logged on.',
  '',
  'Logon Information:',
  '\tLogon Type:\t\t10',
  '',
  'New Logon:',
  '\tSecurity ID:\t\tS-1-5-21-1-2-3-1104',
  '\tAccount Name:\t\tana',
  '\tAccount Domain:\t\tCORP',
  '\tLogon ID:\t\t0x8A1F0',
  '',
  'Network Information:',
  '\tSource Network Address:\t10.0.0.9',
].join('\r\n');
const IN_ONE_LINE = MESSAGE.replaceAll(/[\r\n\t]/g, ' ');
const PAYLOAD = json({
  EventData: { Data: Object.entries(DATA).map(([name, text]) => ({ '@Name': name, '#text': text })) },
});
const quote = (text: string): string => `"${text.replaceAll('"', '""')}"`;
const row = { Computer: HOST, EventID: 4624, TimeGenerated: '2026-11-16T09:00:00.123Z' } as const;

/** Formats of programs that export Windows event logs. */
export const WINDOWS_EXPORTS: readonly KnownFormat[] = [
  {
    group: 'Windows',
    name: 'Get-WinEvent with only the message',
    source:
      '`Get-WinEvent … \\| Select-Object TimeCreated, Id, Message \\| ConvertTo-Json`; English messages only',
    needs: ['--host'],
    sample: json({ TimeCreated: '/Date(1794819600123)/', Id: 4624, Message: MESSAGE }),
  },
  {
    group: 'Windows',
    name: 'CSV of Get-WinEvent and Get-EventLog',
    source: '`Get-WinEvent … \\| Export-Csv`; English messages only',
    needs: ['--timezone'],
    sample: `"Message","Id","ProviderName","LogName","MachineName","TimeCreated"\r\n${quote(MESSAGE)},"4624","${PROVIDER}","Security","${HOST}","11/16/2026 9:00:00 AM"\r\n`,
  },
  {
    group: 'Windows',
    name: 'Get-EventLog',
    source: '`Get-EventLog Security \\| ConvertTo-Json`',
    needs: [],
    sample: json({
      MachineName: HOST,
      Index: 1001,
      EventID: 4624,
      Source: PROVIDER,
      ReplacementStrings: [
        'S-1-5-18',
        'WS1$',
        'CORP',
        '0x3e7',
        DATA.TargetUserSid,
        'ana',
        'CORP',
        '0x8a1f0',
        '10',
      ],
      InstanceId: 4624,
      TimeGenerated: '/Date(1794819600000)/',
    }),
  },
  {
    group: 'Windows',
    name: "the Event Viewer's CSV or text",
    source: '"Save All Events As…", `*.csv` or `*.txt`; English messages only',
    needs: ['--host', '--timezone'],
    sample: `Keywords,Date and Time,Source,Event ID,Task Category\r\nAudit Success,11/16/2026 9:00:00 AM,${PROVIDER},4624,Logon,${quote(MESSAGE)}\r\n`,
  },
  {
    group: 'Windows',
    name: 'Format-List of events',
    source: '`Get-WinEvent … \\| Format-List *`; English messages only',
    needs: ['--timezone'],
    sample: `Id          : 4624\r\nLogName     : Security\r\nMachineName : ${HOST}\r\nTimeCreated : 11/16/2026 9:00:00 AM\r\nMessage     : ${MESSAGE.replaceAll('\r\n', `\r\n${' '.repeat(14)}`)}\r\n`,
  },
  {
    group: 'Windows',
    name: 'text of wevtutil',
    source: '`wevtutil qe Security /f:text`; English messages only',
    needs: ['--timezone'],
    sample: `Event[0]:\r\n  Log Name: Security\r\n  Source: ${PROVIDER}\r\n  Date: 2026-11-16T09:00:00.123\r\n  Event ID: 4624\r\n  Computer: ${HOST}\r\n  Description: \r\n${MESSAGE}\r\n`,
  },
  {
    group: 'Windows',
    name: 'EvtxECmd',
    source: '`EvtxECmd --json`, `--fj` or `--csv`',
    needs: [],
    sample: json({
      EventRecordId: '1001',
      EventId: 4624,
      TimeCreated: '2026-11-16T09:00:00.1234567+00:00',
      Provider: PROVIDER,
      Channel: 'Security',
      Computer: HOST,
      Payload: PAYLOAD,
    }),
  },
  {
    group: 'Windows',
    name: 'Velociraptor',
    source: '`parse_evtx()`, Windows.EventLogs.EvtxHunter',
    needs: [],
    sample: json({
      System: {
        Provider: { Name: PROVIDER },
        EventID: { Value: 4624 },
        TimeCreated: { SystemTime: 1_794_819_600.123456 },
        EventRecordID: 1001,
        Channel: 'Security',
        Computer: HOST,
      },
      EventData: DATA,
    }),
  },
  {
    group: 'Windows',
    name: 'Azure `WindowsEvent`',
    source: 'Log Analytics, Sentinel',
    needs: [],
    sample: json({ ...row, Provider: PROVIDER, Channel: 'Security', EventRecordId: '1001', EventData: DATA }),
  },
  {
    group: 'Windows',
    name: 'Azure `Event`',
    source: 'Log Analytics, Sentinel: the System log and others',
    needs: [],
    sample: json({
      ...row,
      EventID: 13,
      Source: 'Microsoft-Windows-Kernel-General',
      EventLog: 'System',
      RenderedDescription:
        'The operating system is shutting down at system time 2026-11-16T09:00:00.000000000Z.',
    }),
  },
  {
    group: 'Windows',
    name: 'CSV of Log Analytics and Sentinel',
    source: "the portal's export of `SecurityEvent`, `WindowsEvent` or `Event`",
    needs: [],
    sample: `TimeGenerated [UTC],Computer,EventSourceName,Channel,EventID,EventRecordId,LogonType,TargetUserName,TargetDomainName,TargetLogonId,IpAddress\n"11/16/2026, 9:00:00.123 AM",${HOST},${PROVIDER},Security,4624,1001,10,ana,CORP,0x8a1f0,10.0.0.9\n`,
  },
  {
    group: 'Windows',
    name: "Defender's `DeviceLogonEvents`",
    source: 'advanced hunting, the streaming API, Sentinel',
    needs: [],
    sample: json({
      Timestamp: '2026-11-16T09:00:00.1234567Z',
      DeviceName: HOST,
      ActionType: 'LogonSuccess',
      LogonType: 'RemoteInteractive',
      AccountDomain: 'corp',
      AccountName: 'ana',
      LogonId: 565_744,
      RemoteIP: '10.0.0.9',
      ReportId: 4711,
    }),
  },
  {
    group: 'Windows',
    name: "Defender's `IdentityLogonEvents`",
    source: 'advanced hunting, the streaming API, Sentinel',
    needs: [],
    sample: json({
      Timestamp: '2026-11-16T09:00:00.1234567Z',
      ActionType: 'LogonSuccess',
      Application: 'Active Directory',
      LogonType: 'Remote desktop',
      AccountDomain: 'corp',
      AccountName: 'ana',
      DeviceName: 'laptop.corp.example',
      IPAddress: '10.0.0.9',
      DestinationDeviceName: 'WS1',
    }),
  },
  {
    group: 'Windows',
    name: "text of Splunk's forwarder",
    source: '`WinEventLog`, `renderXml = false`; English messages only',
    needs: ['--timezone'],
    sample: [
      '11/16/2026 09:00:00 AM',
      'LogName=Security',
      'EventCode=4624',
      `ComputerName=${HOST}`,
      'SourceName=Microsoft Windows security auditing.',
      'RecordNumber=1001',
      `Message=${MESSAGE}`,
    ].join('\r\n'),
  },
  {
    group: 'Windows',
    name: 'Snare',
    source: '`MSWinEventLog` with tabs, blanks or commas, alone or inside syslog; English messages only',
    needs: ['--timezone'],
    sample: `MSWinEventLog\t1\tSecurity\t4711\tMon Nov 16 09:00:00 2026\t4624\t${PROVIDER}\tCORP\\ana\tN/A\tSuccess Audit\t${HOST}\tLogon\t\t${IN_ONE_LINE}\t99`,
  },
  {
    group: 'Windows',
    name: 'events of Windows in syslog',
    source:
      "NXLog's `to_syslog_bsd()` and `to_syslog_ietf()`, Eventlog to Syslog, the syslog-ng Agent, `WinEvtLog` of OSSEC; English messages only",
    needs: ['--timezone'],
    sample: `<14>Nov 16 09:00:00 WS1 ${PROVIDER}[712]: ${IN_ONE_LINE}`,
  },
  {
    group: 'Windows',
    name: 'WinCollect',
    source: '`AgentDevice=WindowsLog` of QRadar, alone or inside syslog; English messages only',
    needs: [],
    sample: `<13>Nov 16 09:00:01 10.0.0.7 AgentDevice=WindowsLog\tAgentLogFile=Security\tSource=${PROVIDER}\tComputer=${HOST}\tUser=\tDomain=\tEventID=4624\tRecordNumber=1001\tTimeGenerated=1794819600\tMessage=${IN_ONE_LINE}`,
  },
  {
    group: 'Windows',
    name: 'CEF of Windows',
    source: "ArcSight's connector for the Security log, NXLog's `to_cef()`, alone or inside syslog",
    needs: [],
    sample: `CEF:0|Microsoft|Microsoft Windows||${PROVIDER}:4624|An account was successfully logged on.|Low|externalId=4624 rt=1794819600123 src=10.0.0.9 dhost=${HOST} dntdom=CORP duser=ana duid=0x8a1f0 cn1=10 cn1Label=LogonType`,
  },
  {
    group: 'Windows',
    name: 'sshd.log',
    source: '`C:\\ProgramData\\ssh\\logs\\sshd.log` of OpenSSH for Windows; with `--host`',
    needs: ['--host', '--timezone'],
    sample: '4711 2026-11-16 09:00:00.123 Accepted publickey for ana from 10.0.0.9 port 50438 ssh2',
  },
];
