import type { ImportEnd } from './importFiles.ts';
import { sumReasons } from './tally.ts';
import type { Reasons, Tally } from './tally.ts';

/** What a summary is of. */
export type Summary = {
  readonly tally: Tally;
  readonly end: ImportEnd;
  /** Whether what was read was only checked. */
  readonly mode: 'IMPORT' | 'DRY_RUN';
};

/** Formats the account of an import: every record as event, host start, skipped or failed, and what became of the events
 * and host starts. */
export const formatSummary = ({ tally, end, mode }: Summary): string => {
  const lines = [
    ...formatEnd(end),
    total('records read', tally.records),
    total('events', tally.events),
    total('host starts', tally.hostStarts),
    ...formatVerdicts(tally, mode),
    ...formatReasons('skipped', tally.skipped),
    ...formatReasons('failed', tally.failed),
    ...end.zones.map(
      ({ name, from, records }) => `time zone ${name} ${ZONE_FROM[from]} for ${plural(records, 'record')}`,
    ),
  ];
  return `${lines.map(showControlCharacters).join('\n')}\n`;
};

/** Whether everything that was read is stored, or skipped by rule. */
export const isFlawless = ({ tally, end }: Summary): boolean =>
  end.stopReason === null &&
  end.unreadable.length === 0 &&
  [tally.failed, tally.rejected, tally.notStored].every((reasons) => reasons.size === 0);

const ZONE_FROM = { INFERRED: 'inferred', GIVEN: 'given by --timezone' } as const;

const formatEnd = ({ stopReason, unreadable }: ImportEnd): readonly string[] => [
  ...unreadable.map((problem) => `could not be read to its end: ${problem}`),
  ...(stopReason === null ? [] : [`STOPPED before the end: ${stopReason}`]),
];

const formatVerdicts = (tally: Tally, mode: Summary['mode']): readonly string[] => [
  ...(mode === 'DRY_RUN'
    ? [total('  valid (dry run: nothing was sent)', tally.valid)]
    : [total('  accepted', tally.accepted), total('  duplicates', tally.duplicates)]),
  ...formatReasons('  rejected', tally.rejected),
  ...(tally.notStored.size === 0 ? [] : formatReasons('  not stored', tally.notStored)),
];

/** The most frequent first; those that need a look with the first places where they are. */
const formatReasons = (title: string, reasons: Reasons): readonly string[] => [
  total(title, sumReasons(reasons)),
  ...[...reasons]
    .toSorted(([, a], [, b]) => b.count - a.count)
    .flatMap(([reason, { count, examples }]) => [
      `${title.startsWith(' ') ? '  ' : ''}  ${pad(count)}  ${reason}`,
      ...(title === 'skipped' ? [] : examples.map((example) => `${' '.repeat(15)}${example}`)),
    ]),
];

const total = (title: string, count: number): string => `${pad(count)}  ${title}`;

const pad = (count: number): string => count.toLocaleString('en-US').padStart(9);

const plural = (count: number, noun: string): string =>
  `${count.toLocaleString('en-US')} ${noun}${count === 1 ? '' : 's'}`;

/** Channel names and file names come from elsewhere; none may write to the terminal. */
const showControlCharacters = (line: string): string =>
  line.replaceAll(/\p{Cc}|\p{Bidi_Control}/gu, '\uFFFD');
