import { makeUtmpSensor } from '../../../src/sensors/linux/utmpSensor.ts';
import type { Outcome } from '../../../src/sensors/sensor.ts';
import type { UtmpRecord } from '../../../src/sensors/linux/parseUtmp.ts';
import { fateOf } from '../fateOf.ts';
import { makeContext, readToEnd } from '../makeContext.ts';

export type Fields = Partial<UtmpRecord>;

const START = 1_794_823_200_000_000;

/** A record at seconds past 2026-11-16 10:00:00 UTC. */
export const record = (ut_type: number, seconds: number, fields: Fields = {}): UtmpRecord => ({
  ut_type,
  ut_pid: 700,
  ut_line: 'pts/0',
  ut_user: '',
  ut_host: '',
  ut_addr: '',
  ut_tv: START + seconds * 1_000_000,
  ...fields,
});
export const ANA = { ut_user: 'ana', ut_host: '10.0.0.9', ut_addr: '10.0.0.9' };
export const login = (seconds: number, fields: Fields = {}): UtmpRecord =>
  record(7, seconds, { ...ANA, ...fields });
export const end = (seconds: number, fields: Fields = {}): UtmpRecord => record(8, seconds, fields);
export const boot = (seconds: number): UtmpRecord =>
  record(2, seconds, { ut_pid: 0, ut_user: 'reboot', ut_line: '~' });
export const shutdown = (seconds: number): UtmpRecord =>
  record(1, seconds, { ut_pid: 0, ut_user: 'shutdown', ut_line: '~' });

/** The outcomes in the order of files and records. */
export const readFiles = (
  files: readonly (readonly UtmpRecord[])[],
  hostname: string | null = 'web01',
): readonly Outcome[] => {
  const all = files.flatMap((records, file) =>
    records.map((value, index) => ({ value, origin: { file: `${file}`, line: index + 1 } })),
  );
  return readToEnd(makeUtmpSensor(makeContext({ hostname })), all).toSorted(
    (a, b) => a.origin.file.localeCompare(b.origin.file) || a.origin.line - b.origin.line,
  );
};
export const readAll = (records: readonly UtmpRecord[], hostname?: string | null) =>
  readFiles([records], hostname);

export const listFates = (outcomes: readonly Outcome[]): readonly string[] => outcomes.map(fateOf);

export const NO_LOGIN = 'utmp: the end of a prompt, or of a login before the log began';
