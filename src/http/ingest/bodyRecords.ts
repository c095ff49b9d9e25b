import { isUtf8 } from 'node:buffer';

/** A record of a body: parsed JSON or a line of text, or what is wrong with it. `line` is its place, from 1. */
export type BodyRecord = { readonly line: number } & (
  { readonly kind: 'VALUE'; readonly value: unknown } | { readonly kind: 'FAILED'; readonly reason: string }
);

/** The records of a body, which are counted; each is parsed when it is read. */
export type BodyRecords = { readonly count: number; readonly records: Iterable<BodyRecord> };

/** What is wrong with a body as a whole. */
export type BodyRefusal = { readonly status: number; readonly code: string; readonly message: string };

/** The most records of a request: a body of 8 MiB may hold 4,000,000. */
export const MAX_RECORDS = 50_000;

/** The most records that are read in a step, and the most events that a step makes of a line `message repeated N times`. */
export const RECORDS_PER_STEP = 100;

export const TOO_MANY_RECORDS: BodyRefusal = {
  status: 413,
  code: 'TOO_MANY_RECORDS',
  message: `The body has more than ${MAX_RECORDS} records. Nothing was done; send at most ${MAX_RECORDS} records in a request.`,
};

const badJson = (message: string): BodyRefusal => ({ status: 400, code: 'BAD_JSON', message });

/**
 * Finds the records of a body: a JSON array, one JSON object, or lines of JSON or text. Blank lines are no records, but they count in the places
 * of the lines.
 */
export const findBodyRecords = (plain: Buffer): BodyRecords | BodyRefusal => {
  const { isDamaged, text, start } = decode(plain);
  if (start.startsWith('[')) return isDamaged ? badJson('The body is not UTF-8.') : findElements(start);
  const count = countLines(text, MAX_RECORDS + 1);
  const value = count > 1 && start.startsWith(OBJECT_OVER_LINES) ? parseJson(start) : undefined;
  if (value !== undefined) return { count: 1, records: [{ kind: 'VALUE', line: 1, value }] };
  if (count > MAX_RECORDS) return TOO_MANY_RECORDS;
  return { count, records: readLines(text, isDamaged ? readDamaged : readLine) };
};

/** Whether a body may be one JSON value over several lines, which is parsed in one go. */
export const isParsedWhole = (plain: Buffer): boolean => {
  const { start } = decode(plain);
  return start.startsWith('[') || start.startsWith(OBJECT_OVER_LINES);
};

const OBJECT_OVER_LINES = '{\n';

type Decoded = { readonly isDamaged: boolean; readonly text: string; readonly start: string };

const decode = (plain: Buffer): Decoded => {
  const isDamaged = !isUtf8(plain);
  const whole = plain.toString(isDamaged ? 'latin1' : 'utf8');
  const text = whole.startsWith('\uFEFF') ? whole.slice(1) : whole;
  return { isDamaged, text, start: text.trimStart() };
};

const findElements = (text: string): BodyRecords | BodyRefusal => {
  const values = parseJson(text);
  if (!Array.isArray(values)) return badJson('The body is not a valid JSON array.');
  if (values.length > MAX_RECORDS) return TOO_MANY_RECORDS;
  return { count: values.length, records: readElements(values) };
};

function* readElements(values: readonly unknown[]): Generator<BodyRecord> {
  for (const [index, value] of values.entries()) yield { kind: 'VALUE', line: index + 1, value };
}

/** From the first character of a line that is not white space to the end of the line; finds the next in megabytes of blank lines at once. */
const LINE = /\S[^\n]*/g;

/** Counts lines that are not blank, up to a limit, without making any of them. */
const countLines = (text: string, limit: number): number => {
  const line = new RegExp(LINE);
  let count = 0;
  while (count < limit && line.test(text)) count += 1;
  return count;
};

type ReadLine = (text: string, line: number) => BodyRecord | null;

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

const LINE_FEED = 10;

/** A line of a body that is not UTF-8, read as Latin-1: an attacker's user name must not hide a line. */
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

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
