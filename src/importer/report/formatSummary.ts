import type { CountedAssumption } from '../../sensors/assumptions.ts';

import type { ImportEnd } from '../importFiles.ts';
import { printable } from './printable.ts';
import { sumReasons } from './tally.ts';
import type { Counts, Reasons, Tally } from './tally.ts';

/** The data of a summary. */
export type Summary = {
  readonly tally: Tally;
  readonly end: ImportEnd;
  /** DRY_RUN: the records were only checked. */
  readonly mode: 'IMPORT' | 'DRY_RUN';
  /** Files and folders within those of the command line that could not be read, with the reason. */
  readonly leftOut: readonly string[];
  /** Files without any content. */
  readonly empty: readonly string[];
};

/** Formats the summary of an import: the number of records that became events or context events, were skipped or failed, and the results of
 * these events. */
export const formatSummary = ({ tally, end, mode, leftOut, empty }: Summary): string => {
  const lines = [
    ...leftOut.map((problem) => `left out: ${problem}`),
    ...empty.map((file) => `empty: ${file}`),
    ...formatFirst('not read as a log', end.noLogs),
    ...formatEnd(end),
    ...formatNotUnderstood(tally.notUnderstood),
    total('records read', tally.records),
    total('events', tally.events),
    total('host starts', tally.hostStarts),
    total('host stops', tally.hostStops),
    total('host seen', tally.hostSeen),
    total('disconnects', tally.disconnects),
    ...(tally.extra === 0 ? [] : [total('  of these, further ones of the same record', tally.extra)]),
    ...formatVerdicts(tally, mode),
    ...formatReasons('skipped', tally.skipped),
    ...formatReasons('unrelated', tally.unrelated),
    ...formatReasons('failed', tally.failed),
    ...formatGroups('by sensor event', tally.sensorEvents),
    ...(tally.files.size > 1 ? formatGroups('by file', tally.files) : []),
    ...end.assumptions.map(formatAssumption),
    ...end.warnings.map((warning) => `WARNING: ${warning}`),
  ];
  return `${lines.map(printable).join('\n')}\n`;
};

/** Whether every record is stored, or skipped by rule. A STRICT import must understand all records. */
export const isFlawless = ({ tally, end, leftOut }: Summary, strictness: 'STRICT' | 'LENIENT'): boolean =>
  (strictness === 'LENIENT' || tally.notUnderstood.size === 0) &&
  leftOut.length === 0 &&
  end.stopReason === null &&
  end.unreadable.length === 0 &&
  [tally.failed, tally.rejected, tally.notStored, tally.unconfirmed].every((reasons) => reasons.size === 0);

/** An archive may contain thousands of other files. */
const formatFirst = (title: string, problems: readonly string[]): readonly string[] => [
  ...problems.slice(0, MAX_GROUPS_SHOWN).map((problem) => `${title}: ${problem}`),
  ...(problems.length > MAX_GROUPS_SHOWN
    ? [`${title}: ${format(problems.length - MAX_GROUPS_SHOWN)} more (--report has all)`]
    : []),
];

/** The most frequent texts, with their values masked: each may be a login that is not read. */
const formatNotUnderstood = (texts: Reasons): readonly string[] => {
  if (texts.size === 0) return [];
  const sorted = [...texts].toSorted(([, a], [, b]) => b.count - a.count);
  return [
    total(
      'not understood: may be logins that are not read; --strict makes the import fail',
      sumReasons(texts),
    ),
    ...sorted
      .slice(0, MAX_TEXTS_SHOWN)
      .map(([text, { count, examples }]) => `  ${pad(count)}  ${text} (${examples[0] ?? ''})`),
    ...(sorted.length > MAX_TEXTS_SHOWN
      ? [`             and ${sorted.length - MAX_TEXTS_SHOWN} other texts (--report has all)`]
      : []),
  ];
};

const MAX_TEXTS_SHOWN = 3;

const formatAssumption = ({ kind, from, name, records }: CountedAssumption): string => {
  const [title, option] = ASSUMED[kind];
  return `${title} ${name} ${ASSUMED_FROM[from](option)} for ${plural(records, 'record')}`;
};

const ASSUMED = {
  ZONE: ['time zone', '--timezone'],
  YEAR: ['year', '--year'],
  SHIFT: ['clock shifted by', '--shift'],
  ENCODING: ['text that is not UTF-8 read as', '--encoding'],
} as const satisfies Record<CountedAssumption['kind'], readonly [string, string]>;

const ASSUMED_FROM = {
  INFERRED: () => 'inferred',
  CONTRADICTING: () => 'inferred',
  NEWEST: (option) => `assumed, the newest that is not in the future (set another with ${option}),`,
  ASSUMED: (option) => `(set another with ${option})`,
  GIVEN: (option) => `given by ${option}`,
} as const satisfies Record<CountedAssumption['from'], (option: string) => string>;

const formatEnd = ({ stopReason, lastRead, unreadable }: ImportEnd): readonly string[] => [
  ...unreadable.map((problem) => `could not be read completely: ${problem}`),
  ...(stopReason === null
    ? []
    : [`STOPPED before the end: ${stopReason}`, `the last record read is ${lastRead ?? 'none'}`]),
];

const formatVerdicts = (tally: Tally, mode: Summary['mode']): readonly string[] => [
  ...(mode === 'DRY_RUN'
    ? [total('  valid (dry run: nothing was sent)', tally.valid)]
    : [total('  accepted', tally.accepted), total('  duplicates', tally.duplicates)]),
  ...formatReasons('  rejected', tally.rejected),
  ...(tally.notStored.size === 0 ? [] : formatReasons('  not stored', tally.notStored)),
  ...(tally.unconfirmed.size === 0
    ? []
    : formatReasons('  not confirmed: may be stored, import them again', tally.unconfirmed)),
];

/** The most frequent reasons first. All except those of skipped and unrelated records have examples, because they need attention. */
const formatReasons = (title: string, reasons: Reasons): readonly string[] => [
  total(title, sumReasons(reasons)),
  ...[...reasons]
    .toSorted(([, a], [, b]) => b.count - a.count)
    .flatMap(([reason, { count, examples }]) => [
      `${title.startsWith(' ') ? '  ' : ''}  ${pad(count)}  ${reason}`,
      ...(WITHOUT_EXAMPLES.has(title) ? [] : examples.map((example) => `${' '.repeat(15)}${example}`)),
    ]),
];

const WITHOUT_EXAMPLES: ReadonlySet<string> = new Set(['skipped', 'unrelated']);

/** The most frequent groups first, at most 40; the report has all. */
const formatGroups = (title: string, groups: ReadonlyMap<string, Counts>): readonly string[] => {
  const sorted = [...groups].toSorted(([, a], [, b]) => b.records - a.records);
  return [
    `${title}:`,
    ...sorted.slice(0, MAX_GROUPS_SHOWN).map(([name, counts]) => `  ${name}: ${formatGroup(counts)}`),
    ...(sorted.length > MAX_GROUPS_SHOWN
      ? [`  and ${sorted.length - MAX_GROUPS_SHOWN} more (--report has all)`]
      : []),
  ];
};

const MAX_GROUPS_SHOWN = 40;

const formatGroup = (counts: Counts): string =>
  [
    plural(counts.records, 'record'),
    ...unlessZero(counts.events, (events) => plural(events, 'event')),
    ...unlessZero(counts.hostStarts, (starts) => plural(starts, 'host start')),
    ...unlessZero(counts.hostStops, (stops) => plural(stops, 'host stop')),
    ...unlessZero(counts.hostSeen, (seen) => `${format(seen)} host seen`),
    ...unlessZero(counts.disconnects, (disconnects) => plural(disconnects, 'disconnect')),
    ...unlessZero(counts.skipped, (skipped) => `${format(skipped)} skipped`),
    ...unlessZero(counts.unrelated, (unrelated) => `${format(unrelated)} unrelated`),
    ...unlessZero(counts.notUnderstood, (texts) => `${format(texts)} not understood`),
    ...unlessZero(counts.failed, (failed) => `${format(failed)} failed`),
  ].join(', ');

const unlessZero = (count: number, describe: (count: number) => string): readonly string[] =>
  count === 0 ? [] : [describe(count)];

const total = (title: string, count: number): string => `${pad(count)}  ${title}`;

const pad = (count: number): string => format(count).padStart(9);

const plural = (count: number, noun: string): string => `${format(count)} ${noun}${count === 1 ? '' : 's'}`;

const format = (count: number): string => count.toLocaleString('en-US');
