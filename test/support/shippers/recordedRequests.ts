import { gzipSync } from 'node:zlib';

/** A request as a program sends it, without Host, Content-Length and the key. */
export type RecordedRequest = {
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
};

export type Login = { readonly time: string; readonly user: string };

/** The requests of a program for ana's login on the first host, with its session, and a failed login of root on the second. */
export type RecordedShipper = {
  readonly name: string;
  /** The mark of its configuration in docs/shippers.md, and the text there that the form of its requests depends on. */
  readonly mark: string;
  readonly settings: readonly string[];
  readonly requestsOf: (first: string, second: string) => readonly RecordedRequest[];
  /** The time and user of the two logins. */
  readonly logins: readonly [Login, Login];
};

const MESSAGES = [
  'Accepted publickey for ana from 203.0.113.7 port 50001 ssh2',
  'pam_unix(sshd:session): session opened for user ana(uid=1000) by (uid=0)',
  'Failed password for root from 203.0.113.8 port 50002 ssh2',
] as const;
const LOCAL_TIMES = [
  '2026-11-16T10:00:00.250001+01:00',
  '2026-11-16T10:00:00.270002+01:00',
  '2026-11-16T10:00:05.123456+01:00',
] as const;
const PIDS = [4711, 4711, 4712] as const;
/** The logins in these lines. */
export const LOGINS_IN_LINES: RecordedShipper['logins'] = [
  { time: '2026-11-16 09:00:00.250001', user: 'ana' },
  { time: '2026-11-16 09:00:05.123456', user: 'root' },
];

type Message = { readonly time: string; readonly host: string; readonly pid: number; readonly text: string };

const messagesOf = (first: string, second: string): readonly Message[] =>
  MESSAGES.map((text, index) => ({
    time: LOCAL_TIMES[index] ?? '',
    host: index < 2 ? first : second,
    pid: PIDS[index] ?? 0,
    text,
  }));

/** The lines that sshd's hosts write to auth.log. */
export const linesOf = (first: string, second: string): readonly string[] =>
  messagesOf(first, second).map(({ time, host, pid, text }) => `${time} ${host} sshd[${pid}]: ${text}`);

const inJson = (records: readonly object[]): readonly string[] =>
  records.map((record) => JSON.stringify(record));

const BERLIN = '?timezone=Europe/Berlin';

// https://github.com/vectordotdev/vector/blob/v0.50.0/src/sinks/http/config.rs and https://vector.dev/docs/reference/configuration/sources/file
const VECTOR: RecordedShipper = {
  name: 'Vector',
  mark: 'vector',
  settings: ['codec: json', 'method: newline_delimited', 'compression: gzip', `/ingest${BERLIN}`],
  requestsOf: (first, second) => [
    {
      query: BERLIN,
      headers: {
        'content-type': 'application/x-ndjson',
        'content-encoding': 'gzip',
        'user-agent': 'Vector/0.50.0 (x86_64-unknown-linux-gnu 9053198 2025-09-23 14:18:50.944442940)',
        'accept-encoding': 'identity',
      },
      body: gzipSync(
        inJson(
          linesOf(first, second).map((message) => ({
            file: '/var/log/auth.log',
            host: 'collector',
            message,
            source_type: 'file',
            timestamp: '2026-11-16T09:00:06.123456789Z',
          })),
        )
          .map((text) => `${text}\n`)
          .join(''),
      ),
    },
  ],
  logins: LOGINS_IN_LINES,
};

// https://github.com/fluent/fluent-bit/blob/v4.0.0/plugins/out_http/http.c, and flb_pack_msgpack_to_json_format in src/flb_pack.c there
const fluentBit = (
  format: string,
  contentType: string,
  bodyOf: (texts: readonly string[]) => string,
): RecordedShipper => ({
  name: `Fluent Bit with the format ${format}`,
  mark: 'fluent-bit',
  settings: ['format: json_lines', 'compress: gzip', `/ingest${BERLIN}`],
  requestsOf: (first, second) => [
    {
      query: BERLIN,
      headers: { 'Content-Type': contentType, 'Content-Encoding': 'gzip', 'User-Agent': 'Fluent-Bit' },
      body: gzipSync(
        bodyOf(inJson(linesOf(first, second).map((log) => ({ date: 1_794_819_606.123_456, log })))),
      ),
    },
  ],
  logins: LOGINS_IN_LINES,
});

// https://github.com/open-telemetry/opentelemetry-collector/blob/main/exporter/otlphttpexporter/otlp.go, with records of filelogreceiver
const OPENTELEMETRY: RecordedShipper = {
  name: 'the OpenTelemetry Collector',
  mark: 'opentelemetry',
  settings: ['encoding: json', 'compression: gzip', `/ingest${BERLIN}`],
  requestsOf: (first, second) => [
    {
      query: BERLIN,
      headers: {
        'Content-Type': 'application/json',
        'Content-Encoding': 'gzip',
        'User-Agent': 'OpenTelemetry Collector Contrib/0.140.0 (linux/amd64)',
        'Accept-Encoding': 'gzip',
      },
      body: gzipSync(
        JSON.stringify({
          resourceLogs: [
            {
              resource: {},
              scopeLogs: [
                {
                  scope: {},
                  logRecords: linesOf(first, second).map((line) => ({
                    observedTimeUnixNano: '1794819606123456789',
                    body: { stringValue: line },
                    attributes: [{ key: 'log.file.name', value: { stringValue: 'auth.log' } }],
                    traceId: '',
                    spanId: '',
                  })),
                },
              ],
            },
          ],
        }),
      ),
    },
  ],
  logins: LOGINS_IN_LINES,
};

// https://github.com/logstash-plugins/logstash-output-http/blob/main/lib/logstash/outputs/http.rb; Manticore is its HTTP client.
const logstash = (input: string, eventOf: (message: Message, line: string) => object): RecordedShipper => ({
  name: `Logstash with ${input}`,
  mark: 'logstash',
  settings: ['format => "json_batch"', 'http_compression => true', `/ingest${BERLIN}`],
  requestsOf: (first, second) => {
    const lines = linesOf(first, second);
    const events = messagesOf(first, second).map((message, index) => eventOf(message, lines[index] ?? ''));
    return [
      {
        query: BERLIN,
        headers: {
          'Content-Type': 'application/json',
          'Content-Encoding': 'gzip',
          'User-Agent': 'Manticore 0.9.1',
          'Accept-Encoding': 'gzip,deflate',
          Connection: 'Keep-Alive',
        },
        body: gzipSync(JSON.stringify(events)),
      },
    ];
  },
  logins: LOGINS_IN_LINES,
});

// https://www.elastic.co/docs/reference/beats/filebeat/exported-fields-log
const FILEBEAT = logstash('Filebeat', (_message, line) => ({
  '@timestamp': '2026-11-16T09:00:06.123Z',
  '@version': '1',
  message: line,
  event: { original: line },
  log: { offset: 0, file: { path: '/var/log/auth.log', inode: '1311', device_id: '2049' } },
  input: { type: 'filestream' },
  host: { name: 'collector', hostname: 'collector', os: { type: 'linux' } },
  agent: { type: 'filebeat', version: '9.0.0', name: 'collector' },
  ecs: { version: '8.0.0' },
  tags: ['beats_input_codec_plain_applied'],
}));

// https://www.elastic.co/docs/reference/logstash/plugins/plugins-inputs-syslog, with ECS
const SYSLOG_INPUT = logstash('its syslog input', ({ time, host, pid, text }, line) => ({
  '@timestamp': new Date(time).toISOString(),
  '@version': '1',
  message: `${text}\n`,
  event: { original: `<86>${line}\n` },
  host: { ip: '10.0.0.1', hostname: host },
  process: { name: 'sshd', pid },
  log: {
    syslog: {
      priority: 86,
      facility: { code: 10, name: 'security/authorization' },
      severity: { code: 6, name: 'Informational' },
    },
  },
  service: { type: 'system' },
}));

const nxlogRequest = (query: string, contentType: string, text: string): RecordedRequest => ({
  query,
  headers: {
    'User-Agent': 'nxlog-ce',
    'Content-Type': contentType,
    Connection: 'Keep-Alive',
    'Keep-Alive': '300',
  },
  body: Buffer.from(text),
});

const NEW_YORK = '?timezone=America/New_York';
const LOGON = {
  EventTime: '2026-11-16 04:00:00',
  Keywords: -9_214_364_837_600_034_816,
  EventType: 'AUDIT_SUCCESS',
  SeverityValue: 2,
  Severity: 'INFO',
  EventID: 4624,
  SourceName: 'Microsoft-Windows-Security-Auditing',
  ProviderGuid: '{54849625-5478-4994-A5BA-3E3B0328C30D}',
  Version: 1,
  Task: 12_544,
  OpcodeValue: 0,
  RecordNumber: 1001,
  ProcessID: 564,
  ThreadID: 8420,
  Channel: 'Security',
  Message: 'An account was successfully logged on.\r\n\r\nSubject:\r\n\tSecurity ID:\t\tS-1-0-0\r\n',
  Category: 'Logon',
  Opcode: 'Info',
  TargetUserSid: 'S-1-5-21-1-2-3-1107',
  TargetUserName: 'ana',
  TargetDomainName: 'CORP',
  TargetLogonId: '0x1267',
  LogonType: '3',
  IpAddress: '203.0.113.7',
  IpPort: '50001',
  EventReceivedTime: '2026-11-16 04:00:02',
  SourceModuleName: 'security',
  SourceModuleType: 'im_msvistalog',
};
const FAILED_LOGON = {
  ...LOGON,
  EventTime: '2026-11-16 04:00:05',
  EventType: 'AUDIT_FAILURE',
  EventID: 4625,
  RecordNumber: 1003,
  Message: 'An account failed to log on.\r\n',
  TargetUserSid: 'S-1-0-0',
  TargetUserName: 'root',
  Status: '0xc000006d',
  SubStatus: '0xc000006a',
  IpAddress: '203.0.113.8',
  IpPort: '50002',
};

// https://docs.nxlog.co/refman/current/om/http.html and im/msvistalog.html; the headers are those of the Community Edition.
const NXLOG: RecordedShipper = {
  name: 'NXLog with the events of Windows',
  mark: 'nxlog',
  settings: ['to_json()', 'ContentType  application/json', `/ingest${NEW_YORK}`],
  requestsOf: (first, second) =>
    [
      { ...LOGON, Hostname: first },
      { ...FAILED_LOGON, Hostname: second },
    ].map((event) => nxlogRequest(NEW_YORK, 'application/json', JSON.stringify(event))),
  logins: [
    { time: '2026-11-16 09:00:00.000000', user: 'CORP\\ana' },
    { time: '2026-11-16 09:00:05.000000', user: 'CORP\\root' },
  ],
};

const NXLOG_LINES: RecordedShipper = {
  name: 'NXLog with the lines of a file',
  mark: 'nxlog',
  settings: ['om_http'],
  requestsOf: (first, second) => linesOf(first, second).map((line) => nxlogRequest('', 'text/plain', line)),
  logins: LOGINS_IN_LINES,
};

export const RECORDED_SHIPPERS: readonly RecordedShipper[] = [
  VECTOR,
  fluentBit('json_lines', 'application/x-ndjson', (texts) => texts.map((text) => `${text}\n`).join('')),
  fluentBit('json', 'application/json', (texts) => `[${texts.join(',')}]`),
  fluentBit('json_stream', 'application/json', (texts) => texts.join('')),
  OPENTELEMETRY,
  FILEBEAT,
  SYSLOG_INPUT,
  NXLOG,
  NXLOG_LINES,
];
