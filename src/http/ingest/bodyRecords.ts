import { isUtf8 } from 'node:buffer';

import { measureJson } from './measureJson.ts';
import { splitObjects } from './splitObjects.ts';

/** A record of a body: parsed JSON or a line of text, or the reason why it cannot be read. `line` starts at 1. */
export type BodyRecord = { readonly line: number } & (
  { readonly kind: 'VALUE'; readonly value: unknown } | { readonly kind: 'FAILED'; readonly reason: string }
);

/** The number of records in a body, and the records, which are parsed while they are iterated. */
export type BodyRecords = { readonly count: number; readonly records: Iterable<BodyRecord> };

/** The reason why a whole body is refused. */
export type BodyRefusal = { readonly status: number; readonly code: string; readonly message: string };

/** The maximum number of records in a request; without it a body of 8 MiB could contain 4,000,000. */
export const MAX_RECORDS = 50_000;

/** The maximum number of records read in a step, and of events made in a step from a line `message repeated N times`. */
export const RECORDS_PER_STEP = 100;

export const TOO_MANY_RECORDS: BodyRefusal = {
  status: 413,
  code: 'TOO_MANY_RECORDS',
  message: `The body has more than ${MAX_RECORDS} records. Nothing was stored; send at most ${MAX_RECORDS} records per request.`,
};

const badJson = (message: string): BodyRefusal => ({ status: 400, code: 'BAD_JSON', message });

/**
 * Finds the records of a body: a JSON array, one JSON object, a line of JSON objects without a separator, or lines of JSON or text. Blank lines
 * are not records but have line numbers.
 */
export const findBodyRecords = (plain: Buffer): BodyRecords | BodyRefusal => {
  const { isDamaged, text, start } = decode(plain);
  if (start.startsWith('['))
    return isDamaged ? badJson('The body is not UTF-8; encode it as UTF-8.') : findElements(start);
  const count = countLines(text, MAX_RECORDS + 1);
  const value = count > 1 && maybeObjectOverLines(start) ? parseJson(start) : undefined;
  if (value !== undefined) return { count: 1, records: [{ kind: 'VALUE', line: 1, value }] };
  if (count > MAX_RECORDS) return TOO_MANY_RECORDS;
  const read = isDamaged ? readDamaged : readLine;
  const objects = count === 1 ? splitObjects(start, MAX_RECORDS + 1) : [];
  if (objects.length > MAX_RECORDS) return TOO_MANY_RECORDS;
  if (objects.length > 1) return { count: objects.length, records: readObjects(objects, read) };
  return { count, records: readLines(text, read) };
};

/**
 * Estimates, up to a limit, how many values of a body one call of JSON.parse reads: those of the longest line, or those of the whole body if
 * it may be an array or an object over several lines. Counts brackets and commas, including those inside strings.
 */
export const countValuesAtOnce = (plain: Buffer, limit: number): number => {
  const { start } = decode(plain);
  const isParsedWhole = start.startsWith('[') || maybeObjectOverLines(start);
  let most = 0;
  let count = 0;
  for (let index = 0; index < plain.length && most < limit; index += 1) {
    const byte = plain[index];
    if (byte === COMMA || byte === BRACKET || byte === BRACE) {
      count += 1;
      most = Math.max(most, count);
    } else if (byte === LINE_FEED && !isParsedWhole) count = 0;
  }
  return most;
};

const [COMMA, BRACKET, BRACE, LINE_FEED] = Buffer.from(',[{\n');

/** Whether the first line begins an object and does not end one: `{`, `{` with CR LF, or `{"lock": {`. */
const maybeObjectOverLines = (text: string): boolean => {
  const end = text.indexOf('\n');
  return text.startsWith('{') && end > 0 && !text.slice(0, end).trimEnd().endsWith('}');
};

type Decoded = { readonly isDamaged: boolean; readonly text: string; readonly start: string };

const decode = (plain: Buffer): Decoded => {
  const isDamaged = !isUtf8(plain);
  const whole = plain.toString(isDamaged ? 'latin1' : 'utf8');
  const text = whole.startsWith('\uFEFF') ? whole.slice(1) : whole;
  return { isDamaged, text, start: text.trimStart() };
};

const findElements = (text: string): BodyRecords | BodyRefusal => {
  const { isTooDeep, separators } = measureJson(text, MAX_DEPTH);
  if (isTooDeep) return badJson(`The body nests arrays or objects deeper than ${MAX_DEPTH} levels.`);
  if (separators >= MAX_RECORDS) return TOO_MANY_RECORDS;
  const values = parseJson(text);
  if (!Array.isArray(values))
    return badJson('The body is not a valid JSON array; send a valid array, or one record per line.');
  if (values.length > MAX_RECORDS) return TOO_MANY_RECORDS;
  return { count: values.length, records: readElements(values) };
};

function* readElements(values: readonly unknown[]): Generator<BodyRecord> {
  for (const [index, value] of values.entries()) yield { kind: 'VALUE', line: index + 1, value };
}

/** Matches from the first non-blank character of a line to the end of the line. Skips megabytes of blank lines in one step. */
const LINE = /\S[^\n]*/g;

/** Counts non-blank lines up to a limit, without creating strings for them. */
const countLines = (text: string, limit: number): number => {
  const line = new RegExp(LINE);
  let count = 0;
  while (count < limit && line.test(text)) count += 1;
  return count;
};

type ReadLine = (text: string, line: number) => BodyRecord | null;

function* readObjects(texts: readonly string[], read: ReadLine): Generator<BodyRecord> {
  for (const [index, text] of texts.entries()) {
    const record = read(text, index + 1);
    if (record !== null) yield record;
  }
}

function* readLines(text: string, read: ReadLine): Generator<BodyRecord> {
  let line = 1;
  let lineStart = 0;
  let place = 0;
  for (const { index, 0: content } of text.matchAll(LINE)) {
    for (; place < index; place += 1) {
      if (text.charCodeAt(place) !== LINE_FEED) continue;
      line += 1;
      lineStart = place + 1;
    }
    place = index + content.length;
    const record = read(text.slice(lineStart, place), line);
    if (record !== null) yield record;
  }
}

/** Reads a line of a body that is not UTF-8 as Latin-1: invalid bytes in a user name must not hide an attacker's line. */
const readDamaged: ReadLine = (latin1, line) => {
  const bytes = Buffer.from(latin1, 'latin1');
  if (isUtf8(bytes)) return readLine(bytes.toString('utf8'), line);
  const record = readLine(latin1, line);
  return latin1.trim().startsWith('{') ? { kind: 'FAILED', line, reason: 'not UTF-8' } : record;
};

const readLine: ReadLine = (text, line) => {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  if (!trimmed.startsWith('{')) return { kind: 'VALUE', line, value: trimmed };
  const value = parseJson(trimmed);
  return value === undefined ? { kind: 'FAILED', line, reason: 'not JSON' } : { kind: 'VALUE', line, value };
};

/** The deepest JSON that is parsed; records of sensors have about ten levels. */
const MAX_DEPTH = 1000;
/** A shorter text cannot take much memory, however deep it is. */
const MIN_MEASURED = 65_536;

/** Parses JSON; undefined for invalid JSON and for JSON that is nested too deeply. */
const parseJson = (text: string): unknown => {
  if (text.length > MIN_MEASURED && measureJson(text, MAX_DEPTH).isTooDeep) return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
