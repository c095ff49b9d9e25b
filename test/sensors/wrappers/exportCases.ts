import { AUDIT_LINE, EVENT_XML, OCSF_LOGON, SSHD_LINE, WINLOGBEAT } from './rawLogs.ts';
import type { Cases } from './wrapperCase.ts';

const SPLUNK_ROW = { _time: '2026-11-02T10:11:12.000+00:00', host: 'web1', sourcetype: 'linux_secure' };

const AUDIT_OF_HOST = `node=web1 ${AUDIT_LINE}`;

/** https://docs.splunk.com/Documentation/Splunk/latest/Search/Exportsearchresults */
export const SPLUNK_CASES: Cases = {
  'Splunk, a result': [
    [SSHD_LINE, { preview: false, offset: 0, result: { ...SPLUNK_ROW, _raw: SSHD_LINE } }],
    [
      EVENT_XML,
      { preview: false, lastrow: true, result: { source: 'XmlWinEventLog:Security', _raw: EVENT_XML } },
    ],
  ],
  'Splunk, an event': [
    [SSHD_LINE, { ...SPLUNK_ROW, _raw: `${SSHD_LINE}\n` }],
    [EVENT_XML, { _raw: EVENT_XML }],
  ],
  // https://docs.splunk.com/Documentation/Splunk/latest/Data/FormateventsforHTTPEventCollector
  'Splunk, an event for its collector': [
    [SSHD_LINE, { time: 1_793_614_272.5, sourcetype: 'linux_secure', event: SSHD_LINE }],
    [
      EVENT_XML,
      { time: '1793606400.123', sourcetype: 'XmlWinEventLog', index: 'wineventlog', event: EVENT_XML },
    ],
    [WINLOGBEAT, { time: 1_793_606_400.123, host: 'collector', sourcetype: '_json', event: WINLOGBEAT }],
    [WINLOGBEAT, { time: 1_793_606_400.123, event: WINLOGBEAT }],
    [
      AUDIT_OF_HOST,
      { time: 1_793_614_272.5, host: 'web1', source: '/var/log/audit/audit.log', event: AUDIT_LINE },
    ],
  ],
};

const DEVICE_LOGON = {
  Timestamp: '2026-11-02T08:00:00.1234567Z',
  DeviceName: 'ws7.corp.example',
  ActionType: 'LogonSuccess',
  LogonType: 'RemoteInteractive',
  AccountName: 'ana',
  ReportId: 4711,
};
const SECURITY_EVENT = {
  TimeGenerated: '2026-11-02T08:00:00.1234567Z',
  Computer: 'WS7.corp.example',
  EventID: 4624,
  Channel: 'Security',
  LogonType: 10,
  TargetUserName: 'ana',
};
const names = Object.keys(SECURITY_EVENT);

/** A message as Graylog stores it. */
const STORED = {
  timestamp: '2026-11-02T10:11:12.345Z',
  source: 'web1',
  application_name: 'sshd',
  process_id: '712',
  message: 'Accepted publickey for ana from 203.0.113.7 port 50001 ssh2',
};

export const LIST_CASES: Cases = {
  'OCSF, a list of events': [[OCSF_LOGON, { count: 1, events: [OCSF_LOGON] }]],
  'Azure, records': [[SECURITY_EVENT, { records: [SECURITY_EVENT] }]],
  'Defender, a streamed row': [
    [
      DEVICE_LOGON,
      {
        time: '2026-11-02T08:00:05.0000000Z',
        tenantId: 't',
        operationName: 'Publish',
        category: 'AdvancedHunting-DeviceLogonEvents',
        properties: DEVICE_LOGON,
      },
    ],
    [
      DEVICE_LOGON,
      { records: [{ category: 'AdvancedHunting-DeviceLogonEvents', properties: DEVICE_LOGON }] },
    ],
  ],
  'Defender, the answer of a query': [[DEVICE_LOGON, { Stats: {}, Schema: [], Results: [DEVICE_LOGON] }]],
  'the answer of a query': [
    [DEVICE_LOGON, { schema: [], results: [DEVICE_LOGON] }],
    [SSHD_LINE, { preview: false, results: [{ ...SPLUNK_ROW, _raw: SSHD_LINE }] }],
  ],
  // https://go2docs.graylog.org/current/making_sense_of_your_log_data/
  'Graylog, the answer of a search': [
    [STORED, { query: '*', messages: [{ highlight_ranges: {}, message: STORED, index: 'graylog_0' }] }],
  ],
  'Graylog, a message that was found': [[STORED, { message: STORED, index: 'graylog_0' }]],
  'Graylog, a message with its tag': [
    [STORED, { timestamp: STORED.timestamp, source: 'web1', message: `sshd[712]: ${STORED.message}` }],
  ],
  'Log Analytics, the answer of a query': [
    [
      SECURITY_EVENT,
      {
        tables: [
          {
            name: 'PrimaryResult',
            columns: names.map((name) => ({ name, type: 'string' })),
            rows: [Object.values(SECURITY_EVENT)],
          },
        ],
      },
    ],
  ],
  // https://www.elastic.co/docs/reference/query-languages/sql/sql-rest-format
  'Elasticsearch, rows of a query': [
    [
      SECURITY_EVENT,
      { columns: names.map((name) => ({ name, type: 'text' })), rows: [Object.values(SECURITY_EVENT)] },
    ],
  ],
  // https://www.elastic.co/docs/reference/query-languages/esql/esql-rest
  'Elasticsearch, values of a query': [
    [
      SECURITY_EVENT,
      {
        took: 1,
        columns: names.map((name) => ({ name, type: 'keyword' })),
        values: [Object.values(SECURITY_EVENT)],
      },
    ],
  ],
  'Chainsaw, a detection of several records': [
    [
      WINLOGBEAT,
      { group: 'Login', kind: 'aggregate', documents: [{ kind: 'evtx', path: 'x', data: WINLOGBEAT }] },
    ],
  ],
  // It contains no record: see wrappers.test.ts.
  'Hayabusa, a row of a timeline': [],
  'Velociraptor, a row of SSHLogin': [],
  'Velociraptor, a row of LastUserLogin': [],
  'Chainsaw, a detection': [
    [
      WINLOGBEAT,
      {
        group: 'Login',
        kind: 'individual',
        document: { kind: 'evtx', path: 'x', data: WINLOGBEAT },
        name: 'x',
      },
    ],
  ],
};

const TEXT_EVENT = {
  EventCode: '4624',
  ComputerName: 'WS7',
  LogName: 'Security',
  SourceName: 'Microsoft Windows security auditing.',
  ForwarderTime: '11/02/2026 08:00:00 AM',
  Message:
    'An account was successfully logged on.\n\nLogon Type:\t3\n\nNew Logon:\n\tAccount Name:\tana\n\tLogon ID:\t0x5a1b2',
};
const { ForwarderTime, Message, ...HEADER } = TEXT_EVENT;
const LINES = Object.entries(HEADER).toSorted(
  ([a], [b]) => Number(b === 'LogName') - Number(a === 'LogName'),
);
const SPLUNK_TEXT = [
  ForwarderTime,
  ...LINES.map(([key, value]) => `${key}=${value}`),
  `Message=${Message}`,
].join('\n');
const SNARE = {
  SnareTime: 'Mon Nov 02 08:00:00 2026',
  EventID: '4624',
  LogName: 'Security',
  SourceName: 'Microsoft-Windows-Security-Auditing',
  ComputerName: 'WS7',
  Message: Message.replaceAll(/\s/g, ' '),
};
const SNARE_TEXT = [
  'MSWinEventLog',
  '1',
  'Security',
  '12',
  SNARE.SnareTime,
  '4624',
  SNARE.SourceName,
  'CORP\\ana',
  'User',
  'Success Audit',
  'WS7',
  'Logon',
  '',
  SNARE.Message,
  '7',
].join('\t');
const CEF = {
  rt: '1793606400123',
  dhost: 'WS7',
  duser: 'ana',
  duid: '0x5a1b2',
  cn1: '10',
  cn1Label: 'LogonType',
};
const CEF_TEXT = `CEF:0|Microsoft|Microsoft Windows||Microsoft-Windows-Security-Auditing:4624|x|Low|${Object.entries(
  CEF,
)
  .map(([key, value]) => `${key}=${value}`)
  .join(' ')}`;

const CEF_RECORD = { provider: 'Microsoft-Windows-Security-Auditing', eventId: '4624', CEF };

const WIN_COLLECT = {
  AgentLogFile: 'Security',
  Source: 'Microsoft-Windows-Security-Auditing',
  Computer: 'WS7',
  EventID: '4624',
  RecordNumber: '101',
  TimeGenerated: '1793606400',
  Message: SNARE.Message,
};
const WIN_COLLECT_TEXT = [
  'AgentDevice=WindowsLog',
  ...Object.entries(WIN_COLLECT).map((pair) => pair.join('=')),
].join('\t');

export const WINDOWS_TEXT_CASES: Cases = {
  "text of Splunk's forwarder": [
    [TEXT_EVENT, SPLUNK_TEXT],
    [TEXT_EVENT, { result: { _raw: SPLUNK_TEXT } }],
  ],
  'text of Snare': [
    [SNARE, SNARE_TEXT],
    [SNARE, `<14>Nov  2 08:00:00 collector ${SNARE_TEXT}`],
    [SNARE, `2026-11-02T08:00:00Z collector\t${SNARE_TEXT.replaceAll('\t', '#011')}`],
  ],
  'CEF of Windows': [
    [CEF_RECORD, CEF_TEXT],
    [CEF_RECORD, `Nov  2 08:00:00 arc1 ${CEF_TEXT}`],
    [CEF_RECORD, `<14>1 2026-11-02T08:00:00.123Z arc1 - - - - ${CEF_TEXT}`],
    [CEF_RECORD, `<14>Nov  2 08:00:00 arc1 nxlog[12]: ${CEF_TEXT}`],
    [CEF_RECORD, `<14>Nov  2 08:00:00 arc1 nxlog[12]: ${CEF_TEXT.replace('|Microsoft|', '|NXLog|')}`],
  ],
  'text of WinCollect': [
    [{ WinCollect: WIN_COLLECT }, WIN_COLLECT_TEXT],
    [{ WinCollect: WIN_COLLECT }, `<13>Nov 02 08:00:01 10.0.0.7 ${WIN_COLLECT_TEXT}`],
  ],
  // It is not read: see windowsInSyslog.test.ts.
  'LEEF of Windows': [],
};
