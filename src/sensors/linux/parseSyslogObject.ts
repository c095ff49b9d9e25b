import { isUtf8 } from 'node:buffer';

import { asFields } from '../fields.ts';
import type { Fields } from '../fields.ts';
import { parseUnifiedObject } from '../macos/parseUnified.ts';

import { findByPath } from './findByPath.ts';
import { parseSyslogLine } from './parseSyslog.ts';
import type { SyslogMessage } from './parseSyslog.ts';
import { isRawText } from '../wrappers/rawText.ts';
import { SYSLOG_SHAPES } from './syslogShapes.ts';
import type { SyslogShape } from './syslogShapes.ts';
import { unwrapNexus } from './unwrapNexus.ts';

/**
 * Parses a message of syslog, journald or `log show` of macOS whose parts are fields of a JSON object, as shippers write them; NOTE for one
 * without an entry, null for any other JSON.
 */
export const parseSyslogObject = (value: unknown): SyslogMessage | 'NOTE' | null => {
  const fields = asFields(value);
  if (NOT_SYSLOG.some((mark) => Object.hasOwn(fields, mark))) return null;
  const unified = parseUnifiedObject(fields);
  if (unified !== null) return unified;
  for (const shape of SYSLOG_SHAPES) {
    const message = parseShape(fields, shape);
    if (message !== null) return message;
  }
  return null;
};

/** Members of Windows events in the shapes of shippers, some of which also have a program, a host and a message. */
const NOT_SYSLOG = ['winlog', 'event_data', 'EventID', 'Event', 'event_id', 'EventId', 'StringInserts'];

const parseShape = (fields: Fields, shape: SyslogShape): SyslogMessage | null => {
  const message = first(fields, shape.message);
  const named = message === '' ? '' : first(fields, shape.program);
  if (named === '' || shape.marks?.some((mark) => findByPath(fields, mark) === undefined) === true)
    return null;
  if (shape.isTag === true && !WHOLE_TAG.test(named)) return null;
  const time = readTime(fields, shape);
  if (time === '') return null;
  // A tag names the process, too: sshd[712]:
  const [, program = named, pidOfTag = ''] = TAG.exec(named) ?? [];
  const host = first(fields, shape.host);
  const line = findLine(fields, program);
  if (line !== null) return { ...line, host: line.host ?? host, time: chooseTime(line.time, time) };
  const pid = first(fields, shape.pid) || pidOfTag;
  // rsyslog leaves the blank after the tag.
  const text = message.trim();
  return unwrapNexus({
    time,
    host: host === '-' || host === '' ? null : host,
    program,
    pid: /^\d{1,10}$/.test(pid) ? Number(pid) : null,
    text,
    source: first(fields, CURSOR) || [time, host, program, pid, text].join('\n'),
  });
};

/** Finds the line of which the record has the parts; a line of another program is only quoted in the message. */
const findLine = (fields: Fields, program: string): SyslogMessage | null => {
  for (const path of ['event.original', 'message', 'rawmsg', 'full_message']) {
    const value = findByPath(fields, path);
    // Grok adds the text to the line unless it overwrites the field.
    const text: unknown = Array.isArray(value) ? value[0] : value;
    const line = isRawText(text) ? parseSyslogLine(text) : null;
    if (line !== null && line.program === program) return line;
  }
  return null;
};

/**
 * Chooses the time of a line or that of its record, which has an offset. The record's is that of the line, and not of its receipt, if they differ by
 * quarters of an hour.
 */
const chooseTime = (ofLine: string, ofRecord: string): string => {
  const line = WALL_CLOCK.exec(ofLine);
  const record = WALL_CLOCK.exec(ofRecord);
  const isSame = line !== null && record !== null && phaseOf(line) === phaseOf(record);
  return isSame && !ZONED.test(ofLine) && ZONED.test(ofRecord) ? ofRecord : ofLine;
};

const WALL_CLOCK = /\d\d:(\d\d):(\d\d)/;
const ZONED = /(?:Z|[+-]\d\d:?\d\d)$/;

/** The minute within a quarter of an hour, and the second. */
const phaseOf = ([, minute, second]: RegExpExecArray): string => `${Number(minute) % 15}:${second ?? ''}`;

const TAG = /^([^\s:[]+)(?:\[(\d{1,10})\])?:?$/;
/** Fluentd and Docker have tags of another kind. */
const WHOLE_TAG = /^[^\s:[]+(?:\[\d{1,10}\]:?|:)$/;
const CURSOR = ['__CURSOR'];

const first = (fields: Fields, paths: readonly string[]): string => {
  for (const path of paths) {
    const text = textOf(findByPath(fields, path));
    if (text !== '') return text;
  }
  return '';
};

/** The journal writes text with control characters and bytes that are not UTF-8 as an array of numbers, and a field that an entry has several times as an array of values. */
const textOf = (value: unknown): string => {
  if (Array.isArray(value) && value.length > 0) {
    return value.every((byte) => Number.isInteger(byte))
      ? decode(Buffer.from(value as number[]))
      : textOf(value[0]);
  }
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

const decode = (bytes: Buffer): string => bytes.toString(isUtf8(bytes) ? 'utf8' : 'latin1');

const readTime = (fields: Fields, { time, isUtc }: SyslogShape): string => {
  const text = first(fields, time);
  const zoned = SPACED.exec(text);
  if (zoned !== null) return `${zoned[1] ?? ''}T${zoned[2] ?? ''}${zoned[3] ?? (isUtc === true ? 'Z' : '')}`;
  return formatUnixTime(text) ?? text;
};

/** ISO 8601 with a blank instead of the T, or before the offset. */
const SPACED = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d{1,9})?) ?(Z|[+-]\d\d:?\d\d)?$/;
/** Seconds of Unix time with a fraction, or milliseconds, microseconds or nanoseconds. */
const UNIX_TIME = /^(\d{9,10})(?:\.(\d+)|(\d{3}|\d{6}|\d{9}))?$/;

/** Formats a time of Unix as RFC 3339; null for any other text. */
const formatUnixTime = (text: string): string | null => {
  const match = UNIX_TIME.exec(text);
  if (match === null) return null;
  const [, seconds = '', decimals, digits] = match;
  const fraction = (decimals ?? digits ?? '').slice(0, 6).padEnd(6, '0');
  return `${new Date(Number(seconds) * 1000).toISOString().slice(0, 19)}.${fraction}Z`;
};
