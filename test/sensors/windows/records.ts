import type { Outcome, SensorOptions } from '../../../src/sensors/sensor.ts';
import type { TimeZone } from '../../../src/sensors/timeZone.ts';
import { makeWindowsSensor } from '../../../src/sensors/windows/windowsSensor.ts';
import { makeContext, readToEnd } from '../makeContext.ts';

export type Fields = Readonly<Record<string, unknown>>;

/** A flat record with an ISO time; this shape requires no inference. */
export const aRecord = (fields: Fields = {}): Fields => ({
  EventID: 4624,
  Channel: 'Security',
  SourceName: 'Microsoft-Windows-Security-Auditing',
  Hostname: 'WS1.corp.example',
  TimeCreated: '2026-11-16T09:00:00.123Z',
  EventRecordID: 1001,
  TargetUserName: 'ana',
  TargetDomainName: 'CORP',
  TargetUserSid: 'S-1-5-21-1-2-3-1104',
  TargetLogonId: '0x8a1f0',
  ...fields,
});

/** A record of NXLog: a local time, and the times from which the zone is inferred. */
export const anNxlogRecord = (fields: Fields = {}): Fields => {
  const { TimeCreated: _, EventRecordID: __, ...rest } = aRecord();
  return {
    ...rest,
    EventTime: '2026-11-16 04:00:00',
    EventReceivedTime: '2026-11-16 04:00:02',
    '@timestamp': '2026-11-16T09:00:05.250Z',
    RecordNumber: 1001,
    host: 'collector.corp.example',
    ...fields,
  };
};

/** A record of Winlogbeat 6. */
export const aWinlogbeatRecord = (eventData: Fields = {}, fields: Fields = {}): Fields => ({
  '@timestamp': '2026-11-16T09:00:00.1234567Z',
  event_id: 4624,
  log_name: 'Security',
  source_name: 'Microsoft-Windows-Security-Auditing',
  computer_name: 'WS1.corp.example',
  record_number: '1001',
  host: { name: 'COLLECTOR' },
  event_data: {
    LogonType: '3',
    TargetUserName: 'ana',
    TargetDomainName: 'CORP',
    TargetUserSid: 'S-1-5-21-1-2-3-1104',
    TargetLogonId: '0x8a1f0',
    ...eventData,
  },
  ...fields,
});

/** The logon that Windows makes to check the password of an unlock. */
export const aHelper = (fields: Fields = {}): Fields =>
  aRecord({ LogonType: '7', TargetLogonId: '0x104ea4', IpAddress: '-', IpPort: '-', ...fields });

/** The time at the given number of seconds after 09:00. */
export const at = (seconds: number): string =>
  new Date(Date.UTC(2026, 10, 16, 9) + seconds * 1000).toISOString();

/** Reads records with the sensor and flushes; line n is the n-th record. */
export const readAll = (
  records: readonly unknown[],
  timeZone: TimeZone | null = null,
  others: Partial<SensorOptions> = {},
): readonly Outcome[] =>
  readToEnd(
    makeWindowsSensor(makeContext({ timeZone, ...others })),
    records.map((value, index) => ({ value, origin: { file: 'test', line: index + 1 } })),
  );

/** The events and context events, in the order in which they were returned. */
export const listEvents = (
  records: readonly unknown[],
  timeZone: TimeZone | null = null,
  others: Partial<SensorOptions> = {},
): readonly Fields[] =>
  readAll(records, timeZone, others).flatMap((outcome) => ('event' in outcome ? [outcome.event] : []));

/** The outcome of each record, in the order of the records: the name of its event or context event, or the reason why it is neither. */
export const listFates = (
  records: readonly unknown[],
  timeZone: TimeZone | null = null,
  others: Partial<SensorOptions> = {},
): readonly string[] => {
  const outcomes = readAll(records, timeZone, others).toSorted((a, b) => a.origin.line - b.origin.line);
  return outcomes.map(describeOutcome);
};

const describeOutcome = (outcome: Outcome): string => {
  if ('event' in outcome) return Object.keys(outcome.event)[0] ?? '';
  return `${outcome.kind}: ${outcome.reason}`;
};
