/** The names that a shipper gives to the parts of a message: paths, of which the first that has a value is read. */
export type SyslogShape = {
  readonly name: string;
  /** Without a program and a message, a record is not of this shape. */
  readonly program: readonly string[];
  readonly message: readonly string[];
  readonly time: readonly string[];
  /** Never the collector. */
  readonly host: readonly string[];
  readonly pid: readonly string[];
  /** Other members that a record of this shape has. */
  readonly marks?: readonly string[];
  /** Whether a time without an offset is in UTC. */
  readonly isUtc?: true;
  /** Whether the program is a whole tag such as `sshd[712]:`. */
  readonly isTag?: true;
};

/**
 * The messages of syslog and journald in JSON. The first shape whose program, message and time a record has reads it, so a shape with
 * more particular names stands before others.
 */
export const SYSLOG_SHAPES: readonly SyslogShape[] = [
  {
    // journalctl, and Fluent Bit's and Fluentd's systemd inputs and Promtail, which write the entry's own time as date or not at all.
    name: 'journald',
    program: ['SYSLOG_IDENTIFIER', '_COMM', 'COMM'],
    // Vector renames MESSAGE.
    message: ['MESSAGE', 'message'],
    time: [
      '__REALTIME_TIMESTAMP',
      'date',
      'timestamp',
      '@timestamp',
      '_SOURCE_REALTIME_TIMESTAMP',
      'SOURCE_REALTIME_TIMESTAMP',
    ],
    host: ['_HOSTNAME', 'HOSTNAME', 'host'],
    pid: ['_PID', 'PID', 'SYSLOG_PID'],
  },
  {
    // The same with the options to strip underscores and for lower case.
    name: 'journald in lower case',
    program: ['syslog_identifier', '_comm', 'comm'],
    message: ['message'],
    time: [
      '__realtime_timestamp',
      'date',
      'timestamp',
      '@timestamp',
      '_source_realtime_timestamp',
      'source_realtime_timestamp',
    ],
    host: ['_hostname', 'hostname', 'host'],
    pid: ['_pid', 'pid', 'syslog_pid'],
  },
  {
    // https://www.elastic.co/docs/reference/beats/filebeat/filebeat-input-journald
    name: 'Filebeat, journald input',
    program: ['log.syslog.appname', 'syslog.identifier', 'journald.process.name', 'process.name'],
    message: ['message'],
    time: ['@timestamp'],
    // host.name may be the collector.
    host: ['host.hostname', 'journald.host.name', 'log.syslog.hostname', 'host.name'],
    pid: ['process.pid', 'log.syslog.procid', 'syslog.pid', 'journald.pid'],
    marks: ['input.type'],
  },
  {
    // Filebeat's system module and syslog input (process.program, hostname), Elastic Agent's system integration and Logstash in the ECS mode.
    name: 'ECS',
    program: ['log.syslog.appname', 'process.name', 'process.program'],
    message: ['message'],
    time: ['@timestamp'],
    host: ['log.syslog.hostname', 'hostname', 'host.hostname', 'host.name'],
    pid: ['process.pid', 'log.syslog.procid'],
  },
  {
    // https://vector.dev/docs/reference/configuration/sources/syslog; OpenTelemetry's syslog receiver writes proc_id.
    name: 'Vector, syslog source',
    program: ['appname'],
    message: ['message'],
    time: ['timestamp'],
    host: ['hostname', 'host'],
    pid: ['procid', 'proc_id'],
  },
  {
    // https://syslog-ng.github.io/admin-guide: $(format-json) of macros and scopes
    name: 'syslog-ng',
    program: ['PROGRAM'],
    message: ['MESSAGE', 'MSG'],
    time: ['ISODATE', 'S_ISODATE', 'R_ISODATE', 'UNIXTIME', 'S_UNIXTIME', 'DATE', '@timestamp', 'timestamp'],
    host: ['HOST'],
    pid: ['PID'],
  },
  {
    // Fluent Bit's parsers syslog-rfc3164 and syslog-rfc5424, Fluentd's syslog input
    name: 'Fluent Bit, parser of syslog',
    program: ['ident'],
    message: ['message'],
    time: ['time', 'date', '@timestamp', 'timestamp'],
    host: ['host'],
    pid: ['pid'],
  },
  {
    // The JSON templates of rsyslog's documentation, and its property jsonmesg.
    name: 'rsyslog',
    program: ['programname', 'app-name', 'syslogtag', 'syslog-tag'],
    message: ['message', 'msg'],
    time: ['timereported', '@timestamp', 'timestamp', 'time', 'timegenerated'],
    host: ['hostname', 'host', 'source', 'sysloghost'],
    pid: ['procid'],
  },
  {
    // Templates of rsyslog for Logstash that write %syslogtag% as tag.
    name: 'rsyslog, with the tag alone',
    program: ['tag'],
    message: ['message', 'msg'],
    time: ['timereported', '@timestamp', 'timestamp', 'time'],
    host: ['hostname', 'host', 'source', 'sysloghost'],
    pid: ['procid'],
    isTag: true,
  },
  {
    // https://github.com/influxdata/telegraf/tree/master/plugins/inputs/syslog, in JSON; tags.host is the collector.
    name: 'Telegraf, the input syslog',
    program: ['tags.appname'],
    message: ['fields.message'],
    time: ['fields.timestamp'],
    host: ['tags.hostname'],
    pid: ['fields.procid'],
  },
  {
    // https://docs.nxlog.co/refman/current/xm/syslog.html: parse_syslog() and to_json()
    name: 'NXLog on Linux',
    program: ['SourceName'],
    message: ['Message'],
    time: ['EventTime'],
    host: ['Hostname'],
    pid: ['ProcessID'],
  },
  {
    // The syslog input without ECS. https://www.elastic.co/docs/reference/logstash/plugins/plugins-inputs-syslog
    name: 'Logstash, syslog input',
    program: ['program', 'syslog_program'],
    message: ['syslog_message', 'message'],
    // Only timestamp8601 has microseconds.
    time: ['timestamp8601', '@timestamp', 'timestamp', 'syslog_timestamp'],
    host: ['logsource', 'syslog_hostname', 'hostname'],
    pid: ['pid', 'syslog_pid'],
  },
  {
    // The table Syslog of Log Analytics and Sentinel: https://learn.microsoft.com/azure/azure-monitor/reference/tables/syslog
    name: 'Azure Syslog',
    program: ['ProcessName'],
    message: ['SyslogMessage'],
    time: ['TimeGenerated', 'EventTime'],
    host: ['HostName', 'Computer'],
    pid: ['ProcessID'],
    isUtc: true,
  },
  {
    // https://go2docs.graylog.org: GELF; senders of syslog name the program as their library does.
    name: 'GELF',
    program: [
      '_application_name',
      '_SYSLOG_IDENTIFIER',
      '_program',
      '_process_name',
      '_ident',
      '_app_name',
      '_appname',
      '_app',
      '_programname',
    ],
    message: ['short_message'],
    time: ['timestamp'],
    host: ['host'],
    pid: ['_process_id', '_PID', '_pid', '_procid'],
  },
  {
    // A message as Graylog stores it.
    name: 'Graylog',
    program: ['application_name'],
    message: ['message'],
    time: ['timestamp'],
    host: ['source'],
    pid: ['process_id'],
    isUtc: true,
  },
];
