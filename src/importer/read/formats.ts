import { findNearest } from '../../sensors/knownFormats/findNearest.ts';
import { parseAudit } from '../../sensors/linux/parseAudit.ts';
import { isTextOfSyslog } from '../../sensors/linux/parseSyslog.ts';
import { isCollectedLine } from '../../sensors/wrappers/collectedLines.ts';
import { isWinEventLogStart } from '../../sensors/windows/text/parseWinEventLog.ts';

import { FORMATS } from '../importOptions.ts';

import { isEvtx, makeEvtxCutter } from './cutEvtx.ts';
import { isEventText, makeEventTextCutter } from './cutEventText.ts';
import { makeCsvCutter } from './cutCsv.ts';
import { findCsvHeader } from './csv/findCsvHeader.ts';
import { makeWinEventLogCutter } from './cutWinEventLog.ts';
import { makeEventXmlCutter } from './cutEventXml.ts';
import { makeJsonObjectCutter } from './cutJsonObjects.ts';
import { makeJsonLineCutter, makeTextLineCutter, withoutFrame } from './cutLines.ts';
import { isJournal, makeJournalCutter } from './cutJournal.ts';
import { findUtmpLayout, makeUtmpCutter } from './cutUtmp.ts';
import { isUtx, makeUtxCutter } from './cutUtx.ts';
import { findDeclared } from './decodeText.ts';
import type { InputHints } from './inputHints.ts';
import { parseJsonRecord, skipNuls } from './rawRecord.ts';
import type { Cutter } from './rawRecord.ts';
import { EVT_ADVICE, isEvt } from './isEvt.ts';

/** The format of a file. The meaning of a record is recognized per record. */
export type InputFormat = (typeof FORMATS)[number];

export const isFormat = (text: string): text is InputFormat => FORMATS.some((format) => format === text);

/** Whether files of a format grow at their end, so that they can be followed: EVTX also changes in its middle. */
export const isAppended = (format: InputFormat): boolean => format !== 'evtx';

/** A recognized format with its cutter. */
export type RecognizedFormat = {
  readonly format: InputFormat;
  readonly makeCutter: (hints: InputHints) => Cutter;
};

/** Recognizes the format of a file by its beginning; null when no format matches. */
export const recognizeFormat = (beginning: Buffer): RecognizedFormat | null => {
  const binary = recognizeBinary(beginning);
  if (binary !== null) return binary;
  const format = recognizeTextFormat(hasNewlines(beginning) ? beginning : toNewlines(beginning));
  return format === null ? null : { format, makeCutter: (hints) => makeCutter(format, beginning, hints) };
};

/** Recognizes a format that has no lines, as soon as its header or a whole record is there. */
export const recognizeBinary = (beginning: Buffer): RecognizedFormat | null => {
  if (isEvt(beginning)) return { format: 'evtx', makeCutter: () => makeUnknownCutter(EVT_ADVICE) };
  if (isEvtx(beginning)) return { format: 'evtx', makeCutter: makeEvtxCutter };
  if (isUtx(beginning)) return { format: 'utmp', makeCutter: makeUtxCutter };
  const layout = findUtmpLayout(beginning);
  return layout === null ? null : { format: 'utmp', makeCutter: () => makeUtmpCutter(layout) };
};

const recognizeTextFormat = (beginning: Buffer): InputFormat | null => {
  const text = skipNuls(beginning.toString('utf8').replace(BYTE_ORDER_MARK, '')).trimStart();
  // The beginning of the first line may be missing after a rotation.
  const lines = text.split('\n');
  const [first = ''] = lines;
  if (isJournal(first)) return 'journal';
  if (isTextLine(first) || isWinEventLog(text) || isEventText(text)) return 'text';
  if (EVENT_XML.test(text)) return 'xml';
  if (OBJECTS.test(text)) return 'json';
  if (findCsvHeader(beginning.toString('latin1')) !== null) return 'csv';
  if (text === '' || lines.some(isJson)) return 'ndjson';
  return lines.some(isTextLine) ? 'text' : null;
};

/** XML; before it, `Record 1` of evtx_dump, or what the Event Viewer copies. */
const EVENT_XML = /^(?:<|- <Event[\s>]|Record \d+\s+<|Log Name:[^]*\nEvent Xml:)/;

const BYTE_ORDER_MARK = /^\uFEFF/;

/**
 * A line of syslog, with or without its priority, of journalctl, of log show, of auditd, of a collector, or of Snare, CEF, LEEF or WinCollect without a
 * header.
 */
const isTextLine = (line: string): boolean =>
  /^(?:<\d{1,3}>|(?:[\w.-]{1,255}\t)?MSWinEventLog[\t ,:#\\]|CEF:\s?\d|LEEF:\s?\d|AgentDevice=WindowsLog)/.test(
    line,
  ) ||
  parseAudit(line) !== null ||
  isTextOfSyslog(line) ||
  isCollectedLine(line);

/** An array; an object whose first line ends inside it, such as `{"Results":[`; evtx_dump's JSON. */
const OBJECTS = /^(?:\[|\{\s*\n|\{[^\n]*[[{,:]\s*\n|Record \d+\r?\n\s*\{)/;

const isJson = (line: string): boolean =>
  withoutFrame(line).startsWith('{') ||
  (line.trim() !== '' && parseJsonRecord(1, line, null).kind === 'VALUE');

/** Makes the cutter of a format, for a file with this beginning. */
export const makeCutter = (format: InputFormat, beginning: Buffer, hints: InputHints): Cutter => {
  if (BINARY.has(format) || hasNewlines(beginning)) return CUTTERS[format](beginning, hints);
  const cutter = CUTTERS[format](toNewlines(beginning), hints);
  return { ...cutter, push: (chunk) => cutter.push(toNewlines(chunk)) };
};

const BINARY: ReadonlySet<InputFormat> = new Set(['evtx', 'utmp']);

/** Whether carriage returns are not the ends of its lines, as in files of classic Mac OS. */
const hasNewlines = (beginning: Buffer): boolean => beginning.includes('\n') || !beginning.includes('\r');

const toNewlines = (text: Buffer): Buffer => Buffer.from(text.map((byte) => (byte === 0x0d ? 0x0a : byte)));

const CUTTERS = {
  evtx: (beginning) => (isEvt(beginning) ? makeUnknownCutter(EVT_ADVICE) : makeEvtxCutter()),
  xml: (beginning, hints) => {
    const declared = hints.encoding.from === 'GIVEN' ? null : findDeclared(beginning);
    return makeEventXmlCutter(declared === null ? hints : { ...hints, encoding: declared });
  },
  json: (_, hints) => makeJsonObjectCutter(hints),
  ndjson: (_, hints) => makeJsonLineCutter(hints),
  csv: makeCsvCutter,
  journal: makeJournalCutter,
  text: (beginning, hints) => {
    const text = beginning.toString('latin1').replace(LATIN_BYTE_ORDER_MARK, '').trimStart();
    if (isWinEventLog(text)) return makeWinEventLogCutter(hints);
    return isEventText(text) ? makeEventTextCutter(text, hints) : makeTextLineCutter(hints);
  },
  utmp: (beginning) =>
    isUtx(beginning)
      ? makeUtxCutter()
      : makeUtmpCutter(findUtmpLayout(beginning) ?? { recordBytes: 384, endian: 'LE' }),
} as const satisfies Record<InputFormat, (beginning: Buffer, hints: InputHints) => Cutter>;

const LATIN_BYTE_ORDER_MARK = /^\u00EF\u00BB\u00BF/;

/** Whether the text is that of Splunk's forwarder, whose events have several lines. */
const isWinEventLog = (text: string): boolean =>
  isWinEventLogStart(text.slice(0, 100).split('\n', 1)[0] ?? '');

/** Makes a cutter that fails once, because the file is not a log or its format is unknown, and reads nothing. */
export const makeUnknownCutter = (reason: string): Cutter => {
  let isTold = false;
  return {
    push: () => {
      if (isTold) return [];
      isTold = true;
      return [{ kind: 'FAILED', line: 1, reason }];
    },
    end: () => [],
  };
};

/** Says what content in an unknown format resembles. */
export const describeUnknown = (beginning: Buffer): string => {
  const nearest = findNearest(beginning.toString('utf8').trimStart().split('\n', 1)[0] ?? '');
  return `unknown content: ${nearest ?? 'it resembles no format'}; --formats lists the known ones, and --format names one`;
};
