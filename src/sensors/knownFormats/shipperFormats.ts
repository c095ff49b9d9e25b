import { json } from './knownFormat.ts';
import type { KnownFormat } from './knownFormat.ts';
import { WRAPPED_FORMATS } from './wrappedFormats.ts';

const ACCEPTED = 'Accepted publickey for ana from 10.0.0.9 port 50438 ssh2';
const TIME = '2026-11-16T09:00:00.123456Z';

const shipper = (name: string, source: string, record: object): KnownFormat => ({
  group: 'Shippers and stores',
  name,
  source,
  needs: [],
  sample: json(record),
});

export const SHIPPER_FORMATS: readonly KnownFormat[] = [
  shipper('Vector', 'sources `syslog` and `file` with `parse_syslog`', {
    timestamp: TIME,
    hostname: 'web01',
    appname: 'sshd',
    procid: 4711,
    message: ACCEPTED,
  }),
  shipper('syslog-ng JSON', '`format-json` with `ISODATE`, `HOST`, `PROGRAM`, `PID` and `MESSAGE`', {
    ISODATE: TIME,
    HOST: 'web01',
    PROGRAM: 'sshd',
    PID: '4711',
    MESSAGE: ACCEPTED,
  }),
  shipper('Fluent Bit syslog', 'input `syslog` with the time kept', {
    time: TIME,
    host: 'web01',
    ident: 'sshd',
    pid: '4711',
    message: ACCEPTED,
  }),
  shipper('journal of Fluent Bit and Fluentd', 'input `systemd`', {
    date: 1794819600.123456,
    _HOSTNAME: 'web01',
    _PID: '4711',
    SYSLOG_IDENTIFIER: 'sshd',
    MESSAGE: ACCEPTED,
  }),
  shipper('journal of Filebeat', 'input `journald`, also of Elastic Agent', {
    '@timestamp': TIME,
    message: ACCEPTED,
    input: { type: 'journald' },
    syslog: { identifier: 'sshd' },
    process: { pid: 4711 },
    host: { hostname: 'web01' },
  }),
  shipper('ECS', "Filebeat's system module, Elastic Agent's system integration, Logstash", {
    '@timestamp': TIME,
    message: ACCEPTED,
    process: { name: 'sshd', pid: 4711 },
    host: { hostname: 'web01' },
  }),
  shipper('ECS authentication', "Auditbeat's system module and other documents without a message", {
    '@timestamp': TIME,
    event: { category: ['authentication'], action: 'user_login', outcome: 'success' },
    host: { hostname: 'web01' },
    process: { pid: 4711 },
    source: { ip: '10.0.0.9' },
    user: { name: 'ana' },
  }),
  shipper('rsyslog JSON', 'the JSON templates of its documentation, `%jsonmesg%`', {
    '@timestamp': TIME,
    host: 'web01',
    programname: 'sshd',
    procid: '4711',
    message: ACCEPTED,
  }),
  shipper('NXLog on Linux', '`parse_syslog()` and `to_json()`', {
    EventTime: TIME,
    Hostname: 'web01',
    SourceName: 'sshd',
    ProcessID: '4711',
    Message: ACCEPTED,
  }),
  shipper('Logstash', 'input `syslog`', {
    '@timestamp': TIME,
    logsource: 'web01',
    program: 'sshd',
    pid: '4711',
    message: ACCEPTED,
  }),
  shipper('GELF', 'Graylog and its senders', {
    version: '1.1',
    host: 'web01',
    timestamp: 1794819600.123,
    short_message: ACCEPTED,
    _application_name: 'sshd',
    _process_id: '4711',
  }),
  shipper('Azure Syslog', 'Log Analytics, Sentinel: the API, its exports and the CSV of the portal', {
    TimeGenerated: TIME,
    HostName: 'web01',
    ProcessName: 'sshd',
    ProcessID: 4711,
    SyslogMessage: ACCEPTED,
  }),
  {
    group: 'Shippers and stores',
    name: 'CSV of Kibana',
    source: "Discover's reports; the dates have the zone that Kibana shows",
    needs: ['--timezone'],
    sample: `"@timestamp","host.hostname","process.name",message\n"Nov 16, 2026 @ 09:00:00.123",web01,sshd,"${ACCEPTED}"\n`,
  },
  {
    group: 'Shippers and stores',
    name: 'CSV of Graylog',
    source: 'the export of a search',
    needs: [],
    sample: `"timestamp","source","message"\n"${TIME}","web01","sshd[4711]: ${ACCEPTED}"\n`,
  },
  shipper('OCSF Authentication', 'Amazon Security Lake and other sources of class 3002', {
    class_uid: 3002,
    activity_id: 1,
    status_id: 1,
    time: 1794819600123,
    logon_type_id: 10,
    user: { name: 'ana', domain: 'CORP' },
    session: { uid: '0x5a1b2' },
    src_endpoint: { ip: '10.0.0.9' },
    device: { hostname: 'WS1' },
  }),
  shipper('osquery', 'the results of the tables `last`, `logged_in_users` and `logon_sessions`', {
    name: 'sessions',
    hostIdentifier: 'web01',
    unixTime: 1794819660,
    action: 'added',
    columns: { type: 'user', user: 'ana', tty: 'pts/0', host: '10.0.0.9', time: '1794819600', pid: '4711' },
  }),
  ...WRAPPED_FORMATS,
];
