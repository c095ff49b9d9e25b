import { json } from './knownFormat.ts';
import type { KnownFormat } from './knownFormat.ts';

const TIME = '2026-11-16T09:00:00.1234567Z';
const PROVIDER = 'Microsoft-Windows-Security-Auditing';
const HOST = 'WS1.corp.example';
const ACCOUNT = { TargetUserName: 'ana', TargetDomainName: 'CORP', TargetLogonId: '0x8a1f0' } as const;
const LOGON = { ...ACCOUNT, LogonType: '10', IpAddress: '10.0.0.9' } as const;

const XML =
  `<Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event"><System><Provider Name="${PROVIDER}"/><EventID>4624</EventID>` +
  `<TimeCreated SystemTime="${TIME}"/><EventRecordID>1001</EventRecordID><Channel>Security</Channel><Computer>${HOST}</Computer></System>` +
  `<EventData>${Object.entries(LOGON)
    .map(([name, value]) => `<Data Name="${name}">${value}</Data>`)
    .join('')}</EventData></Event>`;

/** The values of 4624 in the order of its template. */
const PROPERTIES = ['S-1-5-18', 'WS1$', 'CORP', 999, 'S-1-5-21-1-2-3-1104', 'ana', 'CORP', 565744, 10].map(
  (Value) => ({ Value }),
);

export const WINDOWS_FORMATS: readonly KnownFormat[] = [
  {
    group: 'Windows',
    name: 'EVTX',
    source: '`C:\\Windows\\System32\\winevt\\Logs\\Security.evtx`, `wevtutil epl`',
    needs: [],
    sample: null,
  },
  {
    group: 'Windows',
    name: 'event XML',
    source: "`wevtutil qe /f:xml`, the Event Viewer's export or copied XML, `evtx_dump`",
    needs: [],
    sample: XML,
  },
  {
    group: 'Windows',
    name: 'Winlogbeat 7 and later',
    source: "Elastic's shipper",
    needs: [],
    sample: json({
      '@timestamp': '2026-11-16T09:00:00.123Z',
      winlog: {
        channel: 'Security',
        provider_name: PROVIDER,
        event_id: '4624',
        computer_name: HOST,
        record_id: 1001,
        event_data: LOGON,
      },
    }),
  },
  {
    group: 'Windows',
    name: 'Winlogbeat 6',
    source: "Elastic's shipper",
    needs: [],
    sample: json({
      '@timestamp': '2026-11-16T09:00:00.123Z',
      log_name: 'Security',
      source_name: PROVIDER,
      event_id: 4624,
      computer_name: HOST,
      record_number: '1001',
      event_data: LOGON,
    }),
  },
  {
    group: 'Windows',
    name: 'NXLog',
    source: '`im_msvistalog` and `to_json()`',
    needs: ['--timezone'],
    sample: json({
      EventTime: '2026-11-16 09:00:00',
      Hostname: HOST,
      EventID: 4624,
      SourceName: PROVIDER,
      Channel: 'Security',
      RecordNumber: 1001,
      ...LOGON,
    }),
  },
  {
    group: 'Windows',
    name: 'flat JSON with ISO time',
    source: 'most public data sets',
    needs: [],
    sample: json({
      TimeCreated: TIME,
      Hostname: HOST,
      EventID: 4624,
      SourceName: PROVIDER,
      Channel: 'Security',
      EventRecordID: 1001,
      ...LOGON,
    }),
  },
  {
    group: 'Windows',
    name: 'Azure `SecurityEvent`',
    source: 'Log Analytics, Sentinel',
    needs: [],
    sample: json({
      TimeGenerated: TIME,
      Computer: HOST,
      EventID: 4624,
      EventSourceName: PROVIDER,
      Channel: 'Security',
      EventRecordId: '1001',
      ...LOGON,
    }),
  },
  {
    group: 'Windows',
    name: '`Get-WinEvent`',
    source: '`Get-WinEvent -LogName Security \\| ConvertTo-Json -Depth 4`, PowerShell 5 and 7',
    needs: [],
    sample: json({
      Id: 4624,
      ProviderName: PROVIDER,
      LogName: 'Security',
      RecordId: 1001,
      MachineName: HOST,
      TimeCreated: TIME,
      Properties: PROPERTIES,
    }),
  },
  {
    group: 'Windows',
    name: 'evtx_dump JSON',
    source: '`evtx_dump -o json` or `-o jsonl`',
    needs: [],
    sample: json({
      Event: {
        System: {
          Provider: { '#attributes': { Name: PROVIDER } },
          EventID: 4624,
          TimeCreated: { '#attributes': { SystemTime: TIME } },
          EventRecordID: 1001,
          Channel: 'Security',
          Computer: HOST,
        },
        EventData: LOGON,
      },
    }),
  },
];
