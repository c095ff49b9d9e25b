import type { Cases } from './wrapperCase.ts';

const HOST = 'WS7.corp.example';
const TIME = '2026-11-02T08:00:00.1234567Z';
const CHANNEL = 'OpenSSH/Operational';
const DATA = {
  process: 'sshd',
  payload: 'Accepted password for ana from 203.0.113.9 port 50123 ssh2',
};
/** As Windows writes a record of OpenSSH: https://github.com/PowerShell/Win32-OpenSSH/wiki/Logging-Facilities */
const XML = `<Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='OpenSSH' Guid='{c4b57d35-0636-4bc3-a262-370f249f9802}'/><EventID>4</EventID><TimeCreated SystemTime='${TIME}'/><EventRecordID>12</EventRecordID><Execution ProcessID='4332' ThreadID='4344'/><Channel>${CHANNEL}</Channel><Computer>${HOST}</Computer></System><EventData><Data Name='process'>${DATA.process}</Data><Data Name='payload'>${DATA.payload}</Data></EventData></Event>`;
const SYSTEM = {
  Provider: { '#attributes': { Name: 'OpenSSH' } },
  EventID: 4,
  TimeCreated: { '#attributes': { SystemTime: TIME } },
  EventRecordID: 12,
  Execution: { '#attributes': { ProcessID: 4332, ThreadID: 4344 } },
  Channel: CHANNEL,
  Computer: HOST,
};

export const OPEN_SSH_CASES: Cases = {
  'OpenSSH of Windows, with Event': [[XML, { Event: { System: SYSTEM, EventData: DATA } }]],
  'OpenSSH of Windows, with System and EventData': [
    [
      XML,
      {
        System: {
          ...SYSTEM,
          Provider: { Name: 'OpenSSH' },
          EventID: { Value: 4 },
          TimeCreated: { SystemTime: TIME },
          Execution: { ProcessID: 4332, ThreadID: 4344 },
        },
        EventData: DATA,
      },
    ],
  ],
  'OpenSSH of Windows, with winlog': [
    [
      XML,
      {
        '@timestamp': '2026-11-02T08:00:00.123Z',
        winlog: {
          time_created: TIME,
          channel: CHANNEL,
          provider_name: 'OpenSSH',
          event_id: '4',
          computer_name: HOST,
          record_id: '12',
          process: { pid: 4332, thread: { id: 4344 } },
          event_data: DATA,
        },
      },
    ],
  ],
  'OpenSSH of Windows, with log_name and event_data': [
    [
      XML,
      {
        '@timestamp': TIME,
        log_name: CHANNEL,
        source_name: 'OpenSSH',
        event_id: 4,
        computer_name: HOST,
        record_number: '12',
        process_id: 4332,
        event_data: DATA,
      },
    ],
  ],
  'OpenSSH of Windows, with Channel': [
    [
      XML,
      {
        EventTime: TIME,
        Hostname: HOST,
        EventID: 4,
        SourceName: 'OpenSSH',
        RecordNumber: 12,
        ProcessID: 4332,
        Channel: CHANNEL,
        ...DATA,
      },
    ],
  ],
};
