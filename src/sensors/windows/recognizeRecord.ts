import type { Fields } from '../fields.ts';

import { makeEvent, makeSecurityEvent, makeWindowsEvent } from './shapes/azureTables.ts';
import { makeDeviceLogon, makeIdentityLogon, makeOtherDefender } from './shapes/defenderTables.ts';
import { makeEventTree, makeFromEvent } from './shapes/eventTree.ts';
import { makeEventViewer } from './shapes/eventViewer.ts';
import { makeEvtxEcmd } from './shapes/evtxEcmd.ts';
import { makeFlatIso, makeNxlog } from './shapes/flatShapes.ts';
import { makeGetEventLog } from './shapes/getEventLog.ts';
import { makeGetWinEvent } from './shapes/getWinEvent.ts';
import { makeEvtxHunter, makeVelociraptorMessage } from './shapes/velociraptor.ts';
import {
  makeSnare,
  makeSplunkFields,
  makeSyslogEvent,
  makeWinCollect,
  makeWindowsLeef,
  makeWinEventLog,
} from './shapes/windowsText.ts';
import { makeWindowsCef } from './shapes/windowsCef.ts';
import { makeWinlogbeat6, makeWinlogbeat7 } from './shapes/winlogbeat.ts';
import { failed, UNKNOWN_FORMAT } from './windowsRecord.ts';
import type { Recognized } from './windowsRecord.ts';

/** Recognizes the shape of a record by its fields. */
export const recognizeRecord = (value: unknown): Recognized => {
  if (typeof value !== 'object' || value === null) return failed('not a record: the JSON is not an object');
  if (Array.isArray(value)) return failed('unknown format: a JSON array instead of a record');
  const fields = value as Fields;
  const shape = SHAPES.find(({ marks }) => marks.every((mark) => Object.hasOwn(fields, mark)));
  return shape === undefined ? failed(UNKNOWN_FORMAT) : shape.make(fields);
};

type Shape = {
  readonly name: string;
  readonly marks: readonly string[];
  readonly make: (fields: Fields) => Recognized;
};

/** A record has the first shape whose marks are all present. */
const SHAPES: readonly Shape[] = [
  { name: 'Winlogbeat 7 and 8', marks: ['winlog', '@timestamp'], make: makeWinlogbeat7 },
  { name: 'Winlogbeat 6', marks: ['event_id', 'computer_name', '@timestamp'], make: makeWinlogbeat6 },
  { name: 'flat ISO', marks: ['EventID', 'Hostname', 'TimeCreated'], make: makeFlatIso },
  { name: 'NXLog', marks: ['EventID', 'Hostname', 'EventTime'], make: makeNxlog },
  { name: 'evtx_dump', marks: ['Event'], make: makeEventTree },
  { name: 'Event table', marks: ['EventID', 'Computer', 'TimeGenerated', 'EventLog'], make: makeEvent },
  {
    name: 'WindowsEvent table',
    marks: ['EventID', 'Computer', 'TimeGenerated', 'Provider'],
    make: makeWindowsEvent,
  },
  { name: 'SecurityEvent table', marks: ['EventID', 'Computer', 'TimeGenerated'], make: makeSecurityEvent },
  { name: 'Get-WinEvent', marks: ['Id', 'TimeCreated', 'Message'], make: makeGetWinEvent },
  { name: 'Get-WinEvent', marks: ['Id', 'TimeCreated', 'Properties'], make: makeGetWinEvent },
  { name: 'Get-EventLog', marks: ['InstanceId', 'TimeGenerated', 'Source'], make: makeGetEventLog },
  { name: 'Velociraptor parse_evtx', marks: ['System', 'EventData'], make: makeFromEvent },
  { name: 'Velociraptor parse_evtx', marks: ['System', 'UserData'], make: makeFromEvent },
  {
    name: 'Velociraptor EvtxHunter',
    marks: ['EventTime', 'Computer', 'EventID', 'EventData'],
    make: makeEvtxHunter,
  },
  {
    name: 'Velociraptor, a row with its message',
    marks: ['EventTime', 'Computer', 'EventID', 'Message'],
    make: makeVelociraptorMessage,
  },
  { name: 'EvtxECmd', marks: ['EventId', 'TimeCreated', 'Computer', 'Payload'], make: makeEvtxEcmd },
  // It has the columns of DeviceLogonEvents, too.
  {
    name: 'IdentityLogonEvents',
    marks: ['ActionType', 'LogonType', 'DestinationDeviceName'],
    make: makeIdentityLogon,
  },
  { name: 'DeviceLogonEvents', marks: ['ActionType', 'LogonType', 'DeviceName'], make: makeDeviceLogon },
  ...[
    ['ActionType', 'ReportId'],
    ['Timestamp', 'ReportId'],
    ['TimeGenerated', 'ReportId'],
    ['Timestamp', 'AlertId'],
  ].map((marks) => ({ name: 'other tables of Defender', marks, make: makeOtherDefender })),
  { name: 'syslog', marks: ['SyslogTime', 'Message'], make: makeSyslogEvent },
  { name: 'WinEventLog text', marks: ['EventCode', 'ComputerName', 'Message'], make: makeWinEventLog },
  { name: "Splunk's fields", marks: ['EventCode', '_time'], make: makeSplunkFields },
  { name: 'Event Viewer CSV', marks: ['Date and Time', 'Source', 'Event ID'], make: makeEventViewer },
  { name: 'Snare', marks: ['SnareTime', 'EventID'], make: makeSnare },
  { name: 'WinCollect', marks: ['WinCollect'], make: makeWinCollect },
  { name: 'LEEF', marks: ['LEEF'], make: makeWindowsLeef },
  { name: 'CEF', marks: ['CEF', 'provider'], make: makeWindowsCef },
];
