import type { Fields } from '../fields.ts';
import { makeAzure, makeFlatIso, makeNxlog } from './flatShapes.ts';
import { makeEventTree } from './eventTree.ts';
import { makeGetWinEvent } from './getWinEvent.ts';
import { failed } from './windowsRecord.ts';
import type { Recognized } from './windowsRecord.ts';
import { makeWinlogbeat6, makeWinlogbeat7 } from './winlogbeat.ts';

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
  { name: 'Azure SecurityEvent', marks: ['EventID', 'Computer', 'TimeGenerated'], make: makeAzure },
  { name: 'evtx_dump', marks: ['Event'], make: makeEventTree },
  { name: 'Get-WinEvent', marks: ['Id', 'MachineName', 'TimeCreated'], make: makeGetWinEvent },
];

const UNKNOWN_FORMAT = `unknown format: looked for ${SHAPES.map(({ name, marks }) => `${name} (${marks.join(', ')})`).join(', ')}`;
