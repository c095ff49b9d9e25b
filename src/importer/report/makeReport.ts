import type { Summary } from './formatSummary.ts';
import type { Counts, Reasons } from './tally.ts';

/** Makes the machine-readable report of `--report`: the complete data of the summary, without its limits. */
export const makeReport = ({ tally, end, mode, leftOut, empty }: Summary): object => ({
  mode,
  stopReason: end.stopReason,
  lastRead: end.lastRead,
  leftOut,
  empty,
  noLogs: end.noLogs,
  unreadable: end.unreadable,
  records: tally.records,
  events: tally.events,
  hostStarts: tally.hostStarts,
  hostStops: tally.hostStops,
  hostSeen: tally.hostSeen,
  disconnects: tally.disconnects,
  extra: tally.extra,
  accepted: tally.accepted,
  duplicates: tally.duplicates,
  valid: tally.valid,
  rejected: listReasons(tally.rejected),
  notStored: listReasons(tally.notStored),
  unconfirmed: listReasons(tally.unconfirmed),
  notUnderstood: listReasons(tally.notUnderstood),
  skipped: listReasons(tally.skipped),
  unrelated: listReasons(tally.unrelated),
  failed: listReasons(tally.failed),
  sensorEvents: listGroups(tally.sensorEvents),
  files: listGroups(tally.files),
  assumptions: end.assumptions,
  clockChanges: end.clockChanges.first,
  clockChangeCount: end.clockChanges.count,
  warnings: end.warnings,
});

const listReasons = (reasons: Reasons): readonly object[] =>
  [...reasons].map(([reason, { count, examples }]) => ({ reason, count, examples }));

const listGroups = (groups: ReadonlyMap<string, Counts>): readonly object[] =>
  [...groups].map(([name, counts]) => ({ name, ...counts }));
