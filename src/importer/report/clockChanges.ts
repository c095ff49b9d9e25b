import type { ClockChange } from '../../sensors/clockChange.ts';
import type { Outcome } from '../../sensors/sensor.ts';

import { formatOrigin } from './tally.ts';

/** A change of a host's clock, and the record that reports it: `security.jsonl:17`. */
export type ReportedClockChange = ClockChange & { readonly record: string };

/** The changes of clocks in an import. Mutable: change it only with noteClockChange. */
export type ClockChanges = { readonly first: ReportedClockChange[]; count: number };

export const makeClockChanges = (): ClockChanges => ({ first: [], count: 0 });

/** Later changes are only counted. */
const MAX_CHANGES = 10_000;

/** Notes the change that a skipped record reports, if it reports one. */
export const noteClockChange = (changes: ClockChanges, outcome: Outcome): void => {
  if (outcome.kind !== 'SKIPPED' || outcome.clockChange === undefined) return;
  changes.count += 1;
  if (changes.first.length >= MAX_CHANGES) return;
  changes.first.push({ ...outcome.clockChange, record: formatOrigin(outcome.origin) });
};

/** Warns about the first changes. */
export const listClockWarnings = ({ first, count }: ClockChanges): readonly string[] => [
  ...first
    .slice(0, MAX_WARNINGS)
    .map(
      ({ hostname, oldTime, newTime, record }) =>
        `the clock of ${hostname} was set from ${oldTime} to ${newTime} (${record}); times before and after that may not be comparable`,
    ),
  ...(count > MAX_WARNINGS
    ? [`clocks were set ${(count - MAX_WARNINGS).toLocaleString('en-US')} more times (--report lists them)`]
    : []),
];

const MAX_WARNINGS = 20;
