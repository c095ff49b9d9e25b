import { json } from './knownFormat.ts';
import type { KnownFormat } from './knownFormat.ts';

const LINE =
  '2026-11-16T09:00:00.123456+00:00 web01 sshd[4711]: Accepted publickey for ana from 10.0.0.9 port 50438 ssh2';

const EVENT = {
  channel: 'Security',
  event_id: 4624,
  record_id: 48812,
  computer: 'WS1.corp.example',
  provider_name: 'Microsoft-Windows-Security-Auditing',
  timestamp: '2026-11-16T09:00:00.123456700Z',
  event_data: { TargetUserName: 'ana', TargetDomainName: 'CORP', TargetLogonId: '0x5a1b2', LogonType: '2' },
};

const INSERTS = ['S-1-5-21-1-2-3-1107', 'ana', 'CORP', '0x5a1b2', '2'];

const text = (name: string, source: string, sample: string): KnownFormat => ({
  group: 'Shippers and stores',
  name,
  source,
  needs: [],
  sample,
});

/** The records of shippers and stores that contain a raw record, or an event of Windows under other names. */
export const WRAPPED_FORMATS: readonly KnownFormat[] = [
  wrapped('a line in a field', 'Filebeat, Vector, Fluent Bit, Fluentd, Logstash, NXLog', { message: LINE }),
  wrapped('Elasticsearch and OpenSearch', 'elasticdump, answers of searches', {
    _index: 'logs',
    _id: 'a',
    _source: { message: LINE },
  }),
  wrapped('Wazuh', '`alerts.json`, `archives.json`, `archives.log`', {
    timestamp: '2026-11-16T09:00:01.123+0000',
    agent: { id: '004', name: 'web01' },
    decoder: { name: 'sshd' },
    full_log: LINE,
    location: '/var/log/auth.log',
  }),
  wrapped('Grafana Loki', '`logcli -o jsonl`, `raw` and `default`, answers of its API, pushes in JSON', {
    labels: { job: 'auth' },
    line: LINE,
    timestamp: '2026-11-16T09:00:01Z',
  }),
  wrapped('OpenTelemetry logs', "the collector's file exporter, OTLP/HTTP in JSON", {
    resourceLogs: [{ scopeLogs: [{ logRecords: [{ body: { stringValue: LINE } }] }] }],
  }),
  wrapped('Auditbeat', 'module `auditd`', {
    '@timestamp': '2026-11-16T09:00:00.123Z',
    auditd: {
      message_type: 'user_login',
      sequence: 449,
      session: '7',
      result: 'success',
      data: { addr: '10.0.0.9' },
    },
    host: { hostname: 'web01' },
    process: { pid: 4711, executable: '/usr/sbin/sshd' },
    user: { audit: { id: '1000' } },
  }),
  wrapped('Windows event of Promtail and Alloy', 'promtail `windows_events`, `loki.source.windowsevent`', {
    source: EVENT.provider_name,
    channel: 'Security',
    computer: EVENT.computer,
    event_id: 4624,
    timeCreated: EVENT.timestamp,
    eventRecordID: 48812,
    event_data:
      "<Data Name='TargetUserName'>ana</Data><Data Name='TargetLogonId'>0x5a1b2</Data><Data Name='LogonType'>2</Data>",
  }),
  wrapped('Windows event of Vector', 'source `windows_event_log`', EVENT),
  wrapped('Windows event of OpenTelemetry', 'receiver `windowseventlog`', {
    ...EVENT,
    event_id: { id: 4624, qualifiers: 0 },
    system_time: EVENT.timestamp,
    provider: { name: EVENT.provider_name },
  }),
  wrapped('Windows event of Fluent Bit', 'inputs `winevtlog` and `winlog`', {
    ProviderName: EVENT.provider_name,
    EventID: 4634,
    TimeCreated: '2026-11-16 09:00:00 +0000',
    EventRecordID: 48812,
    Channel: 'Security',
    Computer: EVENT.computer,
    StringInserts: INSERTS,
  }),
  wrapped('Windows event of Fluentd', '`windows_eventlog2` and `windows_eventlog`', {
    ProviderName: EVENT.provider_name,
    EventID: '4634',
    TimeCreated: EVENT.timestamp,
    EventRecordID: '48812',
    Channel: 'Security',
    Computer: EVENT.computer,
    Description: 'An account was logged off.',
    EventData: INSERTS,
  }),
  text("Fluentd's file", 'output `file`', `2026-11-16T09:00:01+00:00\tauth\t${json({ message: LINE })}`),
  text("Fluent Bit's file", 'output `file`', `tail.0: [1794819601.5, ${json({ log: LINE })}]`),
  text(
    "Grafana's download",
    'Explore, Download as TXT',
    `Total number of lines: 1\nCommon labels: {"job":"auth"}\n\n2026-11-16T09:00:01.123Z\t${LINE}`,
  ),
  text(
    'CSV of Grafana',
    'Explore, Download as CSV',
    `"Time","Line","tsNs"\n1794819601123,"${LINE}",1794819601123000000\n`,
  ),
  text(
    "CSV of Wazuh's dashboard",
    'reports of Discover',
    `"timestamp","agent.name","full_log"\n"2026-11-16T09:00:01.123Z","web01","${LINE}"\n`,
  ),
  wrapped('Windows event of NXLog in GELF', '`xm_gelf` and `im_msvistalog`', {
    version: '1.1',
    host: EVENT.computer,
    short_message: 'An account was successfully logged on.',
    timestamp: 1794819600.123,
    _EventID: 4624,
    _Channel: 'Security',
    _TargetUserName: 'ana',
    _TargetLogonId: '0x5a1b2',
    _LogonType: '2',
  }),
  wrapped('Amazon CloudWatch Logs', '`aws logs filter-log-events`', {
    events: [{ timestamp: 1794819600123, message: LINE }],
  }),
  wrapped('Google Cloud Logging', '`gcloud logging read --format=json`', {
    logName: 'projects/p/logs/auth',
    timestamp: '2026-11-16T09:00:00Z',
    textPayload: LINE,
  }),
];

function wrapped(name: string, source: string, record: object): KnownFormat {
  return { group: 'Shippers and stores', name, source, needs: [], sample: json(record) };
}
