import { makeAuditSensor } from '../../../src/sensors/linux/auditSensor.ts';
import type { Outcome } from '../../../src/sensors/sensor.ts';
import { parseInputZone } from '../../../src/sensors/timeZone.ts';
import { fateOf } from '../fateOf.ts';
import { makeContext, readToEnd } from '../makeContext.ts';

export const readAll = (
  lines: readonly string[],
  hostname: string | null = 'web01',
  zone: string | null = null,
): readonly Outcome[] => {
  const timeZone = zone === null ? null : parseInputZone(zone);
  const records = lines.map((value, index) => ({ value, origin: { file: 'audit.log', line: index + 1 } }));
  return readToEnd(makeAuditSensor(makeContext({ hostname, timeZone })), records).toSorted(
    (a, b) => a.origin.line - b.origin.line,
  );
};

export const listFates = (lines: readonly string[], hostname?: string | null): readonly string[] =>
  readAll(lines, hostname).map(fateOf);

export const listEvents = (lines: readonly string[]): readonly any[] =>
  readAll(lines).flatMap((outcome) => (outcome.kind === 'EVENT' ? [outcome.event] : []));

/** A record at seconds past 1794823200, 2026-11-16 10:00:00 UTC, of pid 700. */
export const record = (
  type: string,
  message: string,
  { seconds = 0, ses = '5', auid = '1000' } = {},
): string =>
  `type=${type} msg=audit(${1_794_823_200 + seconds}.250:${9000 + seconds}): pid=700 uid=0 auid=${auid} ses=${ses} subj=system_u msg='${message}'`;

export const NO_SESSION = { ses: '4294967295', auid: '4294967295' };
