import { makeDateReader } from './csv/makeDateReader.ts';
import { makeTextLineCutter } from './cutLines.ts';
import { NO_HINTS } from './inputHints.ts';
import type { InputHints } from './inputHints.ts';
import { TOO_LONG } from './rawRecord.ts';
import type { Cutter, RawRecord } from './rawRecord.ts';

/** Events of Windows as text over several lines. */
type Notation = {
  /** Where such a text has its time. */
  readonly time: string;
  /** Adds a line to an event; false for the first line of the next event. */
  readonly add: (event: Event, line: string) => boolean;
};

type Event = {
  readonly line: number;
  /** The number that the text gives to the event, starting at 0. */
  number: number;
  /** Why the event cannot be read. */
  problem: string | null;
  readonly fields: Map<string, string>;
  /** The field that the next lines may continue, and how far they are indented. */
  last: string;
  indent: number;
  length: number;
  encoding?: InputHints['encoding'] | undefined;
};

/** Whether a text begins as `Get-WinEvent | Format-List`, `Get-EventLog | Format-List` or `wevtutil qe /f:text` writes events. */
export const isEventText = (beginning: string): boolean => findNotation(beginning) !== null;

const findNotation = (beginning: string): Notation | null => {
  if (/^Event\[\d+\]:?\s/.test(beginning)) return WEVTUTIL;
  if (!PROPERTY.test(beginning)) return null;
  const names = new Set(beginning.split('\n').map((line) => PROPERTY.exec(line)?.[1]));
  const time = TIMES.find((name) => names.has(name));
  if (time === undefined || !IDS.some((name) => names.has(name))) return null;
  return { time, add: addProperty };
};

const TIMES = ['TimeCreated', 'TimeGenerated'];
const IDS = ['Id', 'InstanceId'];

/** `ProviderName : Microsoft-Windows-Security-Auditing`. A value over several lines is indented, so a name cannot forge a property. */
const PROPERTY = /^([A-Z]\w{0,40}) *: ?/;

const addProperty = (event: Event, line: string): boolean => {
  const [start, name = ''] = PROPERTY.exec(line) ?? [];
  if (start === undefined) {
    append(event, line.slice(Math.min(event.indent, line.length - line.trimStart().length)));
    return true;
  }
  if (event.fields.has(name)) return false;
  if (event.length > MAX_LENGTH) return true;
  event.last = name;
  event.indent = start.length;
  event.fields.set(name, line.slice(start.length));
  return true;
};

/** `wevtutil` numbers its events, so that a name with line breaks cannot forge one without knowing its number. */
const WEVTUTIL: Notation = {
  time: '_time',
  add: (event, line) => {
    const [, number] = START.exec(line) ?? [];
    if (number !== undefined) {
      if (event.number >= 0) return false;
      event.number = Number(number);
      return true;
    }
    if (event.last === 'Message') {
      append(event, line);
      return true;
    }
    const [start, label = ''] = LABEL.exec(line) ?? [];
    const name = NAMES.get(label);
    if (start === undefined || name === undefined) return true;
    event.last = name;
    const value = line.slice(start.length).trim();
    // Windows 10 and later write a Z behind the local time.
    event.fields.set(name, name === '_time' ? value.replace(/Z$/, '') : value);
    return true;
  },
};

const START = /^Event\[(\d{1,12})\]:?\s*$/;
const LABEL = /^ {2}([A-Z][A-Za-z ]{1,20}):/;
/** The names that parseWinEventLog gives to the same values. */
const NAMES: ReadonlyMap<string, string> = new Map([
  ['Log Name', 'LogName'],
  ['Source', 'SourceName'],
  ['Date', '_time'],
  ['Event ID', 'EventCode'],
  ['Computer', 'ComputerName'],
  ['Description', 'Message'],
]);

const append = (event: Event, text: string): void => {
  const before = event.fields.get(event.last);
  if (before !== undefined && event.length <= MAX_LENGTH) event.fields.set(event.last, `${before}\n${text}`);
};

/** In characters. An event of Windows has at most 64 KiB. */
const MAX_LENGTH = 1_048_576;

const startEvent = (line: number): Event => ({
  line,
  number: -1,
  problem: null,
  fields: new Map(),
  last: '',
  indent: 0,
  length: 0,
});

const OUT_OF_ORDER =
  'the number of the event does not follow that of the event before; import each export as a file of its own';

/** Splits events of Windows as text: one record per event, with the fields that a sensor reads. */
export const makeEventTextCutter = (
  beginning: string,
  { encoding, dateOrder }: InputHints = NO_HINTS,
): Cutter => {
  const lines = makeTextLineCutter({ encoding, dateOrder });
  const notation = findNotation(beginning) ?? WEVTUTIL;
  const dates = makeDateReader({ name: notation.time, zone: '', isPortal: false }, dateOrder);
  let event: Event | null = null;
  /** The number of the last event in order. */
  let ordered = -1;

  const take = (): readonly RawRecord[] => {
    const done = event;
    event = null;
    if (done === null) return [];
    const problem = done.length > MAX_LENGTH ? TOO_LONG : done.problem;
    if (problem !== null) return [{ kind: 'FAILED', line: done.line, reason: problem }];
    const fields = Object.fromEntries(done.fields);
    return dates.read({
      line: done.line,
      fields,
      ...(done.encoding === undefined ? {} : { encoding: done.encoding }),
    });
  };
  const read = (record: RawRecord): readonly RawRecord[] => {
    if (record.kind === 'FAILED') return [...take(), record];
    const line = String(record.value).trimEnd();
    event ??= startEvent(record.line);
    let done: readonly RawRecord[] = [];
    if (!notation.add(event, line)) {
      const next = startEvent(record.line);
      notation.add(next, line);
      if (event.problem === null) ordered = event.number;
      // A name may contain the beginning of an event: then neither this event nor the one before it is whole.
      if (next.number >= 0 && next.number !== event.number + 1 && next.number !== ordered + 1) {
        event.problem = OUT_OF_ORDER;
        next.problem = OUT_OF_ORDER;
      }
      done = take();
      event = next;
    }
    event.length += line.length;
    if (record.encoding !== undefined) event.encoding = record.encoding;
    return done;
  };

  return {
    push: (chunk) => lines.push(chunk).flatMap(read),
    end: () => [...lines.end().flatMap(read), ...take(), ...dates.end()],
    breakOff: () => dates.end(),
  };
};
