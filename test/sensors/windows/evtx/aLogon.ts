import type { EvtxEvent } from '../../../support/evtxFile.ts';

export const DATA = {
  TargetUserSid: 'S-1-5-21-1-2-3-1104',
  TargetUserName: 'ana',
  TargetDomainName: 'CORP',
  TargetLogonId: '0x8a1f0',
  LogonType: '3',
  IpAddress: '10.0.0.54',
};

/** 2026-11-16T09:00:00.1234567Z */
export const TICKS = 134_392_932_001_234_567n;

export const aLogon = (recordNumber: number, more: Partial<EvtxEvent> = {}): EvtxEvent => ({
  recordNumber,
  eventId: 4624,
  ticks: TICKS + BigInt(recordNumber),
  computer: 'WS1.corp.example',
  data: DATA,
  ...more,
});

/** Logons with the numbers from the first to the last. */
export const listLogons = (
  first: number,
  last: number,
  more: Partial<EvtxEvent> = {},
): readonly EvtxEvent[] =>
  Array.from({ length: last - first + 1 }, (_, index) => aLogon(first + index, more));
