import {
  AUDIT_LINE,
  EVENT_XML,
  JOURNAL_ENTRY,
  LAST,
  osqueryResult,
  SSHD_LINE,
  WINLOGBEAT,
} from './rawLogs.ts';
import type { Cases } from './wrapperCase.ts';

const NANOSECONDS = '1793614272345678000';

const without = (record: object, left: string): object =>
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== left));

/** Writes a value as OpenTelemetry does. */
const anyValue = (value: unknown): unknown => {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'number') return { intValue: String(value) };
  const values = Object.entries(value as object).map(([key, one]) => ({ key, value: anyValue(one) }));
  return { kvlistValue: { values } };
};

export const otlp = (body: unknown, attributes: Readonly<Record<string, string>> = {}) => ({
  resourceLogs: [
    {
      resource: { attributes: [{ key: 'host.name', value: { stringValue: 'web1' } }] },
      scopeLogs: [
        {
          scope: {},
          logRecords: [
            {
              timeUnixNano: NANOSECONDS,
              observedTimeUnixNano: '1793614273000000000',
              body: anyValue(body),
              attributes: Object.entries(attributes).map(([key, value]) => ({ key, value: anyValue(value) })),
            },
          ],
        },
      ],
    },
  ],
});

export const loki = (line: string, stream: object = { job: 'auth', host: 'web1' }) => ({
  stream,
  values: [[NANOSECONDS, line]],
});

export const WAZUH = {
  timestamp: '2026-11-02T10:11:13.123+0000',
  agent: { id: '004', name: 'web1', ip: '10.0.0.8' },
  manager: { name: 'wz' },
  id: '1.3',
  location: '/var/log/auth.log',
};

/** The event as Wazuh writes it: https://documentation.wazuh.com/current/user-manual/capabilities/log-data-collection/configuration.html */
const WAZUH_WIN = {
  win: {
    system: {
      providerName: 'Microsoft-Windows-Security-Auditing',
      eventID: '4624',
      systemTime: '2026-11-02T08:00:00.1234567Z',
      eventRecordID: '101',
      channel: 'Security',
      computer: 'WS7.corp.example',
    },
    eventdata: {
      targetUserSid: 'S-1-5-21-1-2-3-1107',
      targetUserName: 'ana',
      targetDomainName: 'CORP',
      targetLogonId: '0x5a1b2',
      logonType: '10',
      ipAddress: '203.0.113.9',
      ipPort: '50123',
    },
  },
};

const OSQUERY_ROW = osqueryResult({ action: 'added', columns: LAST });
const { MESSAGE } = JOURNAL_ENTRY;
const ISO_LINE = `2026-11-02T10:11:12.345678+00:00 web1 sshd[712]: ${MESSAGE}`;

/** The journal's entry without its time and its place. */
const ENTRY_WITHOUT_TIME = without(without(JOURNAL_ENTRY, '__REALTIME_TIMESTAMP'), '__CURSOR');

export const STORE_CASES: Cases = {
  // https://github.com/elasticsearch-dump/elasticsearch-dump
  'Elasticsearch hit': [
    [WINLOGBEAT, { _index: '.ds-winlogbeat-8', _id: 'a', _score: 1, _source: WINLOGBEAT }],
    [SSHD_LINE, { _index: 'loki', _source: { line: SSHD_LINE, timestamp: '2026-11-02T10:11:12Z' } }],
  ],
  'Elasticsearch hit without its document': [],
  // https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-search
  'Elasticsearch response': [
    [
      WINLOGBEAT,
      { took: 3, timed_out: false, hits: { total: { value: 1 }, hits: [{ _id: 'a', _source: WINLOGBEAT }] } },
    ],
    [WINLOGBEAT, { hits: [{ _id: 'a', _source: WINLOGBEAT }] }],
    // https://www.elastic.co/docs/explore-analyze/query-filter/languages/eql
    [WINLOGBEAT, { hits: { total: { value: 1 }, events: [{ _id: 'a', _source: WINLOGBEAT }] } }],
    [WINLOGBEAT, { hits: { sequences: [{ events: [{ _id: 'a', _source: WINLOGBEAT }] }] } }],
  ],
  'Elasticsearch, responses': [
    [WINLOGBEAT, { took: 1, responses: [{ hits: { hits: [{ _source: WINLOGBEAT }] }, status: 200 }] }],
  ],
  'Elasticsearch, docs': [[WINLOGBEAT, { docs: [{ _id: 'a', found: true, _source: WINLOGBEAT }] }]],
  'Elasticsearch, events': [[WINLOGBEAT, { join_keys: ['x'], events: [{ _id: 'a', _source: WINLOGBEAT }] }]],
  'Elasticsearch, index of _bulk': [],
  'Elasticsearch, create of _bulk': [],
  'Elasticsearch, update of _bulk': [],
  'Elasticsearch, delete of _bulk': [],
  'Elasticsearch, the document of an update': [[WINLOGBEAT, { doc: WINLOGBEAT, doc_as_upsert: true }]],
  "Kibana's response": [[WINLOGBEAT, { rawResponse: { hits: { hits: [{ _source: WINLOGBEAT }] } } }]],
  // https://grafana.com/docs/loki/latest/query/logcli
  'Loki, a line of logcli or of Grafana': [
    [SSHD_LINE, { labels: { host: 'web1' }, line: SSHD_LINE, timestamp: '2026-11-02T10:11:12.9Z' }],
    [SSHD_LINE, { line: SSHD_LINE, timestamp: NANOSECONDS, date: '2026-11-02T10:11:12.345Z', fields: {} }],
    [EVENT_XML, { labels: { job: 'windows' }, line: EVENT_XML, timestamp: '2026-11-02T10:11:12Z' }],
    // https://grafana.com/docs/loki/latest/send-data/promtail/configuration/#journal: the option json
    [
      { ...ENTRY_WITHOUT_TIME, __REALTIME_TIMESTAMP: '1793614272345678' },
      {
        labels: { job: 'systemd-journal' },
        line: JSON.stringify(ENTRY_WITHOUT_TIME),
        timestamp: '2026-11-02T10:11:12.345678Z',
      },
    ],
  ],
  'Loki, a row of Grafana': [
    [
      SSHD_LINE,
      { labels: '{"host":"web1"}', Time: '2026-11-02T10:11:12.345', Line: SSHD_LINE, tsNs: NANOSECONDS },
    ],
    [SSHD_LINE, { Date: '2026-11-02T10:11:12.345Z', Line: SSHD_LINE, host: 'web1' }],
  ],
  // https://grafana.com/docs/loki/latest/reference/loki-http-api
  'Loki, the answer of a query': [
    [SSHD_LINE, { status: 'success', data: { resultType: 'streams', result: [loki(SSHD_LINE)], stats: {} } }],
  ],
  'Loki, a push': [
    [SSHD_LINE, { streams: [loki(SSHD_LINE)] }],
    [
      SSHD_LINE,
      {
        streams: [
          { labels: '{job="auth", host="web1"}', entries: [{ ts: '2026-11-02T10:11:12Z', line: SSHD_LINE }] },
        ],
      },
    ],
    [JOURNAL_ENTRY, { streams: [loki(JSON.stringify(JOURNAL_ENTRY))] }],
  ],
  'Loki, a line of logcli in text': [
    [SSHD_LINE, `2026-11-02T10:11:12Z {host="web1", job="a\\"b}"} ${SSHD_LINE}`],
    [SSHD_LINE, `2026-11-02T11:11:12+01:00 {} ${SSHD_LINE}`],
  ],
  'a line after the time of its collection': [
    [SSHD_LINE, `2026-11-02T10:11:12.9Z ${SSHD_LINE}`],
    [SSHD_LINE, `2026-11-02T10:11:12.000Z\t${SSHD_LINE}`],
    [ISO_LINE, `2026-11-02T10:11:13Z ${ISO_LINE}`],
    [JOURNAL_ENTRY, `2026-11-02T10:11:13Z ${JSON.stringify(JOURNAL_ENTRY)}`],
  ],
  'a line of a container': [
    [SSHD_LINE, `2026-11-02T10:11:12.123456789Z stdout F ${SSHD_LINE}`],
    [SSHD_LINE, `2026-11-02T11:11:12.123456789+01:00 stderr F ${SSHD_LINE}`],
  ],
  // https://docs.fluentd.org/output/file
  'Fluentd, a line of out_file': [
    [SSHD_LINE, `2026-11-02T10:11:13+00:00\tsystem.auth\t${JSON.stringify({ message: SSHD_LINE })}`],
    [JOURNAL_ENTRY, `2026-11-02T10:11:13+00:00\tjournal\t${JSON.stringify(JOURNAL_ENTRY)}`],
    [
      { date: '2026-11-02T10:11:13+00:00', host: 'web1', ident: 'sshd', pid: '712', message: MESSAGE },
      `2026-11-02T10:11:13+00:00\tsystem.auth\t${JSON.stringify({ host: 'web1', ident: 'sshd', pid: '712', message: MESSAGE })}`,
    ],
  ],
  // https://docs.fluentbit.io/manual/data-pipeline/outputs/file
  'Fluent Bit, a line of the output file': [
    [SSHD_LINE, `tail.0: [1793614272.500000000, ${JSON.stringify({ log: SSHD_LINE })}]`],
    [JOURNAL_ENTRY, `systemd.0: [1793614272.345678000, ${JSON.stringify(JOURNAL_ENTRY)}]`],
  ],
  // https://opentelemetry.io/docs/specs/otlp
  'OpenTelemetry logs': [
    [SSHD_LINE, otlp(SSHD_LINE)],
    [SSHD_LINE, otlp('Accepted publickey for ana', { 'log.record.original': SSHD_LINE })],
    [JOURNAL_ENTRY, otlp(JOURNAL_ENTRY)],
    // The journald receiver takes the time out of the entry.
    [JOURNAL_ENTRY, otlp(without(JOURNAL_ENTRY, '__REALTIME_TIMESTAMP'))],
    [EVENT_XML, otlp(EVENT_XML)],
    [EVENT_XML, otlp({ message: 'An account was logged on.' }, { 'log.record.original': EVENT_XML })],
  ],
  'Wazuh, a Windows event': [
    [EVENT_XML, { ...WAZUH, decoder: { name: 'windows_eventchannel' }, data: WAZUH_WIN }],
    [EVENT_XML, { ...WAZUH, decoder: {}, full_log: JSON.stringify(WAZUH_WIN), location: 'EventChannel' }],
  ],
  // https://documentation.wazuh.com/current/user-manual/manager/event-logging.html
  'Wazuh, an alert or archive': [
    [
      SSHD_LINE,
      {
        ...WAZUH,
        rule: { level: 3, description: 'sshd: authentication success.' },
        full_log: SSHD_LINE,
        predecoder: { program_name: 'sshd', timestamp: 'Nov  2 10:11:12', hostname: 'web1' },
        decoder: { parent: 'sshd', name: 'sshd' },
        data: { srcip: '203.0.113.7', dstuser: 'ana' },
      },
    ],
  ],
  'Wazuh, an alert without its decoder': [[SSHD_LINE, { ...WAZUH, full_log: SSHD_LINE }]],
  'Wazuh, a row': [
    [SSHD_LINE, { timestamp: '2026-11-02T10:11:13.123', 'agent.name': 'web1', full_log: SSHD_LINE }],
  ],
  'osquery, a row': [],
  'osquery, a snapshot': [],
  'osquery, a batch': [],
  // https://osquery.readthedocs.io/en/stable/deployment/remote
  'osquery, a request of the logger': [
    [OSQUERY_ROW, { node_key: 'k', log_type: 'result', data: [OSQUERY_ROW] }],
  ],
  // https://www.elastic.co/docs/reference/integrations/osquery
  "Elastic's integration of osquery": [
    [
      OSQUERY_ROW,
      {
        '@timestamp': '2026-11-02T10:12:00.000Z',
        osquery: {
          result: {
            name: 'last',
            action: 'added',
            unix_time: '1793614320',
            host_identifier: 'web1',
            columns: LAST,
          },
        },
      },
    ],
  ],
  'osquery, a row of last alone': [],
  'osquery, a row of logged_in_users alone': [],
  'osquery, a row of logon_sessions alone': [],
  // https://docs.aws.amazon.com/cli/latest/reference/logs/filter-log-events.html
  'Amazon CloudWatch Logs, events': [
    [
      SSHD_LINE,
      {
        events: [{ logStreamName: 'i-1', timestamp: 1_793_614_272_000, message: SSHD_LINE, eventId: '3' }],
        searchedLogStreams: [],
      },
    ],
  ],
  'Amazon CloudWatch Logs, logEvents': [
    [
      SSHD_LINE,
      {
        messageType: 'DATA_MESSAGE',
        logEvents: [{ id: '3', timestamp: 1_793_614_272_000, message: SSHD_LINE }],
      },
    ],
  ],
  // https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry
  'Google Cloud Logging': [
    [
      SSHD_LINE,
      { logName: 'projects/p/logs/auth', timestamp: '2026-11-02T10:11:12Z', textPayload: SSHD_LINE },
    ],
    [
      SSHD_LINE,
      {
        logName: 'projects/p/logs/auth',
        timestamp: '2026-11-02T10:11:12Z',
        jsonPayload: { message: SSHD_LINE },
      },
    ],
  ],
  // https://documentation.wazuh.com/current/user-manual/manager/event-logging.html
  'Wazuh, archives.log': [
    [SSHD_LINE, `2026 Nov 02 10:11:13 (web1) any->/var/log/auth.log ${SSHD_LINE}`],
    [SSHD_LINE, `2026 Nov 02 10:11:13 wz->journald ${SSHD_LINE}`],
  ],
  'event XML in text': [[EVENT_XML, `<?xml version="1.0" encoding="utf-8"?>\r\n${EVENT_XML}`]],
  'JSON in text': [[JOURNAL_ENTRY, JSON.stringify(JOURNAL_ENTRY)]],
  'a record in a line of syslog': [
    [`node=web1 ${AUDIT_LINE}`, `Nov  2 10:11:12 web1 audisp-syslog[900]: node=web1 ${AUDIT_LINE}`],
    [EVENT_XML, `<14>Nov  2 08:00:01 WS7 agent[1]: ${EVENT_XML}`],
    [JOURNAL_ENTRY, `<14>Nov  2 08:00:01 web1 agent: @cee: ${JSON.stringify(JOURNAL_ENTRY)}`],
  ],
};
