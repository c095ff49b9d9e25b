import { EVENT_XML, WINLOGBEAT } from './rawLogs.ts';
import { otlp } from './storeCases.ts';
import type { Cases } from './wrapperCase.ts';

/** In whole seconds, as Fluent Bit and Fluentd write the time. */
const EVENT_XML_OF_SECOND = EVENT_XML.replace('00.1234567Z', '00Z');
/** The values of 4624 in the order of its template. */
const INSERTS =
  `S-1-5-18|WS7$|CORP|0x3e7|S-1-5-21-1-2-3-1107|ana|CORP|0x5a1b2|10|User32 |Negotiate|WS7|{00000000-0000-0000-0000-000000000000}|-|-|0|0x4e8
|C:\\Windows\\System32\\svchost.exe|203.0.113.9|50123|%%1833|%%1843|-|-|%%1843|0x0|%%1843`
    .replace('\n', '')
    .split('|');
const AUDITING = 'Microsoft-Windows-Security-Auditing';
const EVENT_DATA = WINLOGBEAT.winlog.event_data;
/** As above, but Security events of Windows repeat the name of the client, which the short XML leaves out. */
const withClient = (xml: string): string =>
  xml.replace("<Data Name='IpAddress'>", "<Data Name='WorkstationName'>WS7</Data><Data Name='IpAddress'>");

const RECEIVER_EVENT = {
  event_id: { id: 4624, qualifiers: 0 },
  provider: { name: AUDITING, guid: '{54849625-5478-4994-a5ba-3e3b0328c30d}', event_source: '' },
  system_time: '2026-11-02T08:00:00.1234567Z',
  computer: 'WS7.corp.example',
  channel: 'Security',
  record_id: 101,
  level: 'Information',
  message: 'An account was successfully logged on.',
};

export const WINDOWS_CASES: Cases = {
  'Fluent Bit, winevtlog with XML': [
    [EVENT_XML, { System: EVENT_XML, Message: 'An account was logged on.', StringInserts: INSERTS }],
  ],
  // https://docs.fluentbit.io/manual/data-pipeline/inputs/windows-event-log-winevtlog
  'Fluent Bit, winevtlog': [
    [
      withClient(EVENT_XML_OF_SECOND),
      {
        date: 1_793_606_401.5,
        ProviderName: AUDITING,
        EventID: 4624,
        Qualifiers: '',
        TimeCreated: '2026-11-02 09:00:00 +0100',
        EventRecordID: 101,
        Channel: 'Security',
        Computer: 'WS7.corp.example',
        Message: 'An account was successfully logged on.',
        StringInserts: INSERTS,
      },
    ],
  ],
  // https://docs.fluentbit.io/manual/data-pipeline/inputs/windows-event-log
  'Fluent Bit, winlog': [
    [
      withClient(EVENT_XML_OF_SECOND),
      {
        RecordNumber: 101,
        TimeGenerated: '2026-11-02 08:00:00 +0000',
        TimeWritten: '2026-11-02 08:00:00 +0000',
        EventID: 4624,
        EventType: 'SuccessAudit',
        Channel: 'Security',
        SourceName: AUDITING,
        ComputerName: 'WS7.corp.example',
        Message: 'An account was successfully logged on.',
        StringInserts: INSERTS,
      },
    ],
  ],
  // https://github.com/fluent/fluent-plugin-windows-eventlog
  'Fluentd, windows_eventlog2': [
    [
      withClient(EVENT_XML),
      {
        ProviderName: AUDITING,
        EventID: '4624',
        TimeCreated: '2026-11-02T08:00:00.123456700Z',
        EventRecordID: '101',
        Channel: 'Security',
        Computer: 'WS7.corp.example',
        Description: 'An account was successfully logged on.',
        EventData: INSERTS,
      },
    ],
  ],
  'Fluentd, windows_eventlog': [
    [
      withClient(EVENT_XML_OF_SECOND),
      {
        channel: 'security',
        record_number: '101',
        time_generated: '2026-11-02 08:00:00 +0000',
        event_id: '4624',
        source_name: AUDITING,
        computer_name: 'WS7.corp.example',
        description: 'An account was successfully logged on.',
        string_inserts: INSERTS,
      },
    ],
  ],
  // https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/receiver/windowseventlogreceiver
  'OpenTelemetry, windowseventlog receiver': [
    [EVENT_XML, otlp({ ...RECEIVER_EVENT, event_data: EVENT_DATA })],
    [
      EVENT_XML,
      {
        ...RECEIVER_EVENT,
        event_data: { data: Object.entries(EVENT_DATA).map(([name, value]) => ({ [name]: value })) },
      },
    ],
  ],
  // https://grafana.com/docs/alloy/latest/reference/components/loki/loki.source.windowsevent
  'Promtail and Alloy, windows_events': [
    [
      EVENT_XML,
      {
        labels: { job: 'windows', computer: 'WS7.corp.example' },
        timestamp: '2026-11-02T08:00:01Z',
        line: JSON.stringify({
          source: AUDITING,
          channel: 'Security',
          computer: 'WS7.corp.example',
          event_id: 4624,
          version: 2,
          levelText: 'Information',
          timeCreated: '2026-11-02T08:00:00.123456700Z',
          eventRecordID: 101,
          execution: { processId: 712, threadId: 9 },
          event_data: Object.entries(EVENT_DATA)
            .map(([name, value]) => `<Data Name='${name}'>${value}</Data>`)
            .join(''),
          message: 'An account was successfully logged on.',
        }),
      },
    ],
  ],
  // https://docs.nxlog.co/refman/current/xm/gelf.html
  'NXLog, GELF of a Windows event': [
    [
      {
        ...EVENT_DATA,
        EventID: 4624,
        Channel: 'Security',
        SourceName: AUDITING,
        RecordNumber: 101,
        Hostname: 'WS7.corp.example',
        TimeCreated: '2026-11-02T08:00:00.123Z',
      },
      {
        version: '1.1',
        host: 'WS7.corp.example',
        short_message: 'An account was successfully logged on.',
        timestamp: 1793606400.123,
        level: 6,
        _EventID: 4624,
        _Channel: 'Security',
        _SourceName: AUDITING,
        _RecordNumber: 101,
        ...Object.fromEntries(Object.entries(EVENT_DATA).map(([name, value]) => [`_${name}`, value])),
      },
    ],
  ],
  // https://vector.dev/docs/reference/configuration/sources/windows_event_log
  'Vector, windows_event_log source': [
    [
      EVENT_XML,
      {
        event_id: 4624,
        record_id: 101,
        level: 'Information',
        channel: 'Security',
        provider_name: AUDITING,
        computer: 'WS7.corp.example',
        host: 'WS7.corp.example',
        message: 'An account was successfully logged on.',
        timestamp: '2026-11-02T08:00:00.123456700Z',
        event_data: EVENT_DATA,
        source_type: 'windows_event_log',
      },
    ],
  ],
};
