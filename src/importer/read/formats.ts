import { FORMATS } from '../importOptions.ts';

import { EVTX_MAGIC, makeEvtxCutter } from './cutEvtx.ts';
import { makeEventXmlCutter } from './cutEventXml.ts';
import { makeJsonObjectCutter } from './cutJsonObjects.ts';
import { makeJsonLineCutter, makeTextLineCutter } from './cutLines.ts';
import { findUtmpLayout, makeUtmpCutter } from './cutUtmp.ts';
import { parseJsonRecord } from './rawRecord.ts';
import type { Cutter } from './rawRecord.ts';

/** How the records of a file are written. What a record means is recognized for each record. */
export type InputFormat = (typeof FORMATS)[number];

export const isFormat = (text: string): text is InputFormat => FORMATS.some((format) => format === text);

/** Whether a file that grows can be read on: EVTX changes in its middle. */
export const isAppended = (format: InputFormat): boolean => format !== 'evtx';

/** A format, and what recognizing it has found out about its cutter. */
export type RecognizedFormat = { readonly format: InputFormat; readonly makeCutter: () => Cutter };

/** Recognizes the format of a file by its beginning; null for content in no supported format. */
export const recognizeFormat = (beginning: Buffer): RecognizedFormat | null => {
  if (beginning.subarray(0, EVTX_MAGIC.length).equals(EVTX_MAGIC)) {
    return { format: 'evtx', makeCutter: makeEvtxCutter };
  }
  const layout = findUtmpLayout(beginning);
  if (layout !== null) return { format: 'utmp', makeCutter: () => makeUtmpCutter(layout) };
  const format = recognizeTextFormat(beginning);
  return format === null ? null : { format, makeCutter: () => makeCutter(format, beginning) };
};

const recognizeTextFormat = (beginning: Buffer): InputFormat | null => {
  const text = beginning.toString('utf8').replace(BYTE_ORDER_MARK, '').trimStart();
  if (TEXT_LINE.test(text)) return 'text';
  if (text.startsWith('<')) return 'xml';
  if (OBJECTS.test(text)) return 'json';
  // The first line may be cut off in front, by whoever rotated the file.
  const lines = text.split('\n');
  if (text === '' || lines.some(isJson)) return 'ndjson';
  return lines.some((line) => TEXT_LINE.test(line)) ? 'text' : null;
};

const BYTE_ORDER_MARK = /^\uFEFF/;
/** A line of syslog, with or without its priority, or of auditd. */
const TEXT_LINE =
  /^(?:<\d{1,3}>|[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d |\d{4}-\d\d-\d\dT\S+ \S+ |(?:node=\S+ )?type=\S+ msg=audit\()/;
/** An array; an object whose first line ends after its brace; evtx_dump's JSON. */
const OBJECTS = /^(?:\[|\{\s*\n|Record \d+\s*\n)/;

const isJson = (line: string): boolean =>
  line.startsWith('{') || (line.trim() !== '' && parseJsonRecord(1, line, null).kind === 'VALUE');

/** Makes the cutter of a format, for a file that begins so. */
export const makeCutter = (format: InputFormat, beginning: Buffer): Cutter => CUTTERS[format](beginning);

const CUTTERS = {
  evtx: makeEvtxCutter,
  xml: makeEventXmlCutter,
  json: makeJsonObjectCutter,
  ndjson: makeJsonLineCutter,
  text: makeTextLineCutter,
  utmp: (beginning) => makeUtmpCutter(findUtmpLayout(beginning) ?? { recordBytes: 384, endian: 'LE' }),
} as const satisfies Record<InputFormat, (beginning: Buffer) => Cutter>;

/** Says of a file that it is none of the formats, once, and reads nothing of it. */
export const makeUnknownCutter = (): Cutter => {
  let isTold = false;
  return {
    push: () => {
      if (isTold) return [];
      isTold = true;
      return [{ kind: 'FAILED', line: 1, reason: UNKNOWN_CONTENT }];
    },
    end: () => [],
  };
};

const UNKNOWN_CONTENT =
  'unknown content: neither EVTX, event XML, JSON, lines of syslog or auditd, nor wtmp; --format tells which';
