import { RSYSLOG_RECORDS, TEXT } from './rsyslogRecords.ts';

const MICROSECONDS = '1793614272345678';

/** By shape: records of the same login on web1, with its time. Each is modelled on the output that the tool documents. */
export const SHAPED_RECORDS: Readonly<Record<string, readonly (readonly [time: string, record: object])[]>> =
  {
    journald: [
      [
        '2026-11-02T10:11:12.345678Z',
        { __REALTIME_TIMESTAMP: MICROSECONDS, _HOSTNAME: 'web1', _COMM: 'sshd', _PID: '712', MESSAGE: TEXT },
      ],
      // https://docs.fluentbit.io/manual/data-pipeline/inputs/systemd
      [
        '2026-11-02T10:11:12.345678Z',
        {
          date: 1_793_614_272.345_678,
          _HOSTNAME: 'web1',
          _PID: '712',
          SYSLOG_IDENTIFIER: 'sshd',
          MESSAGE: TEXT,
          _SOURCE_REALTIME_TIMESTAMP: '1793614272345601',
        },
      ],
      // The same with Strip_Underscores.
      [
        '2026-11-02T10:11:12.345601Z',
        {
          HOSTNAME: 'web1',
          PID: '712',
          SYSLOG_IDENTIFIER: 'sshd',
          MESSAGE: TEXT,
          SOURCE_REALTIME_TIMESTAMP: '1793614272345601',
        },
      ],
      // https://vector.dev/docs/reference/configuration/sources/journald
      [
        '2026-11-02T10:11:12.345678Z',
        {
          _HOSTNAME: 'web1',
          _PID: '712',
          SYSLOG_IDENTIFIER: 'sshd',
          __REALTIME_TIMESTAMP: MICROSECONDS,
          host: 'web1',
          message: TEXT,
          source_type: 'journald',
          timestamp: '2026-11-02T10:11:12.345601Z',
        },
      ],
    ],
    // https://github.com/fluent-plugin-systemd/fluent-plugin-systemd: fields_strip_underscores and fields_lowercase
    'journald in lower case': [
      [
        '2026-11-02T10:11:12.345601Z',
        {
          hostname: 'web1',
          pid: '712',
          syslog_identifier: 'sshd',
          message: TEXT,
          source_realtime_timestamp: '1793614272345601',
        },
      ],
    ],
    // https://www.elastic.co/docs/reference/beats/filebeat/filebeat-input-journald
    'Filebeat, journald input': [
      [
        '2026-11-02T10:11:12.345000Z',
        {
          '@timestamp': '2026-11-02T10:11:12.345Z',
          message: TEXT,
          input: { type: 'journald' },
          syslog: { priority: 6, facility: 4, pid: 712, identifier: 'sshd' },
          process: { pid: 712 },
          host: { hostname: 'web1', name: 'collector' },
          agent: { type: 'filebeat', name: 'collector' },
        },
      ],
      [
        '2026-11-02T10:11:12.345000Z',
        {
          '@timestamp': '2026-11-02T10:11:12.345Z',
          message: TEXT,
          input: { type: 'journald' },
          log: { syslog: { appname: 'sshd', priority: 6, facility: { code: 4 }, procid: '712' } },
          host: { hostname: 'web1' },
          agent: { type: 'filebeat', name: 'collector' },
        },
      ],
    ],
    // https://www.elastic.co/docs/reference/integrations/system
    ECS: [
      [
        '2026-11-02T10:11:12.000000Z',
        {
          '@timestamp': '2026-11-02T10:11:12.000Z',
          event: {
            action: 'ssh_login',
            category: ['authentication', 'session'],
            dataset: 'system.auth',
            outcome: 'success',
          },
          host: { hostname: 'web1', name: 'collector' },
          agent: { name: 'collector' },
          message: TEXT,
          process: { name: 'sshd', pid: 712 },
          source: { ip: '203.0.113.7', port: 50001 },
          system: { auth: { ssh: { event: 'Accepted', method: 'publickey' } } },
          // journald's uid of the process, not that of the user
          user: { id: '0', name: 'ana' },
        },
      ],
      // https://github.com/elastic/beats/blob/main/filebeat/input/syslog/input.go
      [
        '2026-11-02T10:11:12.000000Z',
        {
          '@timestamp': '2026-11-02T10:11:12.000Z',
          hostname: 'web1',
          process: { program: 'sshd', pid: 712 },
          syslog: { facility: 10, priority: 86 },
          message: TEXT,
          host: { name: 'collector' },
        },
      ],
    ],
    'Vector, syslog source': [
      [
        '2026-11-02T10:11:12.000000Z',
        {
          appname: 'sshd',
          facility: 'auth',
          hostname: 'web1',
          message: TEXT,
          procid: 712,
          severity: 'info',
          source_ip: '10.0.0.1',
          timestamp: '2026-11-02T10:11:12Z',
        },
      ],
    ],
    'syslog-ng': [
      [
        '2026-11-02T10:11:12.000000Z',
        {
          PROGRAM: 'sshd',
          PRIORITY: 'info',
          PID: '712',
          MESSAGE: TEXT,
          HOST: 'web1',
          DATE: 'Nov  2 10:11:12',
        },
      ],
      [
        '2026-11-02T10:11:12.000000Z',
        { PROGRAM: 'sshd', PID: '712', MESSAGE: TEXT, HOST: 'web1', ISODATE: '2026-11-02T11:11:12+01:00' },
      ],
    ],
    'Fluent Bit, parser of syslog': [
      [
        '2026-11-02T10:11:12.000000Z',
        {
          date: 1_793_614_272,
          pri: '38',
          time: 'Nov  2 10:11:12',
          host: 'web1',
          ident: 'sshd',
          pid: '712',
          message: TEXT,
        },
      ],
      [
        '2026-11-02T10:11:12.000000Z',
        { time: '2026-11-02 11:11:12 +0100', host: 'web1', ident: 'sshd', pid: '712', message: TEXT },
      ],
    ],
    ...RSYSLOG_RECORDS,
    // https://github.com/influxdata/telegraf/tree/master/plugins/inputs/syslog
    'Telegraf, the input syslog': [
      [
        '2026-11-02T10:11:12.000000Z',
        {
          fields: {
            facility_code: 4,
            message: TEXT,
            procid: '712',
            severity_code: 6,
            timestamp: 1_793_614_272_000_000_000,
            version: 1,
          },
          name: 'syslog',
          tags: { appname: 'sshd', facility: 'auth', host: 'collector', hostname: 'web1', severity: 'info' },
          timestamp: 1_793_614_272,
        },
      ],
    ],
    // https://docs.nxlog.co/refman/current/xm/syslog.html
    'NXLog on Linux': [
      [
        '2026-11-02T10:11:12.000000Z',
        {
          Hostname: 'web1',
          EventTime: '2026-11-02 10:11:12',
          SourceName: 'sshd',
          ProcessID: '712',
          Message: TEXT,
        },
      ],
      [
        '2026-11-02T10:11:12.000000Z',
        {
          EventReceivedTime: '2026-11-02T11:11:13.123456+01:00',
          SourceModuleName: 'in',
          SyslogFacility: 'AUTH',
          Hostname: 'web1',
          EventTime: '2026-11-02T11:11:12.000000+01:00',
          SourceName: 'sshd',
          ProcessID: '712',
          Message: TEXT,
        },
      ],
    ],
    // https://www.elastic.co/docs/reference/logstash/plugins/plugins-inputs-syslog
    'Logstash, syslog input': [
      [
        '2026-11-02T10:11:12.000000Z',
        {
          '@timestamp': '2026-11-02T10:11:12.000Z',
          '@version': '1',
          timestamp: 'Nov  2 11:11:12',
          logsource: 'web1',
          host: '10.0.0.1',
          program: 'sshd',
          pid: '712',
          message: `${TEXT}\n`,
        },
      ],
      [
        '2026-11-02T10:11:12.345678Z',
        {
          '@timestamp': '2026-11-02T10:11:12.345Z',
          timestamp8601: '2026-11-02T11:11:12.345678+01:00',
          logsource: 'web1',
          host: '10.0.0.1',
          program: 'sshd',
          pid: '712',
          message: `${TEXT}\n`,
        },
      ],
    ],
    // https://learn.microsoft.com/azure/azure-monitor/reference/tables/syslog
    'Azure Syslog': [
      [
        '2026-11-02T10:11:12.345000Z',
        {
          TimeGenerated: '2026-11-02T10:11:12.345Z',
          Computer: 'web1',
          EventTime: '2026-11-02T10:11:12Z',
          Facility: 'authpriv',
          HostName: 'web1',
          SeverityLevel: 'info',
          SyslogMessage: TEXT,
          ProcessID: 712,
          HostIP: '10.0.0.8',
          ProcessName: 'sshd',
          Type: 'Syslog',
        },
      ],
    ],
    GELF: [
      [
        '2026-11-02T10:11:12.345000Z',
        {
          version: '1.1',
          host: 'web1',
          short_message: TEXT,
          timestamp: 1_793_614_272.345,
          level: 6,
          _application_name: 'sshd',
          _process_id: '712',
        },
      ],
    ],
    Graylog: [
      [
        '2026-11-02T10:11:12.345000Z',
        {
          timestamp: '2026-11-02 10:11:12.345',
          source: 'web1',
          message: TEXT,
          application_name: 'sshd',
          process_id: '712',
          gl2_source_input: 'a',
        },
      ],
    ],
  };
