import { makeSyslogSensor } from '../../../src/sensors/linux/syslogSensor.ts';
import { NO_OPTIONS } from '../../../src/sensors/sensor.ts';
import type { Outcome, SensorOptions } from '../../../src/sensors/sensor.ts';
import { fateOf } from '../fateOf.ts';
import { makeContext, readToEnd } from '../makeContext.ts';

/** A line of web01, at the given number of seconds after 10:00. */
export const lineAt = (seconds: number, program: string, text: string): string =>
  `${new Date(Date.UTC(2026, 10, 16, 10) + seconds * 1000).toISOString().slice(0, 19)}Z web01 ${program}: ${text}`;

export const logind = (seconds: number, text: string): string => lineAt(seconds, 'systemd-logind[411]', text);

export const opened = (seconds: number, service: string, user: string, pid = 4711): string =>
  lineAt(
    seconds,
    `${service}[${pid}]`,
    `pam_unix(${service}:session): session opened for user ${user} by (uid=0)`,
  );

export const accepted = (seconds: number, user: string, pid = 4711): string =>
  lineAt(seconds, `sshd[${pid}]`, `Accepted publickey for ${user} from 10.0.0.9 port ${pid} ssh2`);

/** The outcome of each line, in the order of files and lines. */
export const readFiles = (
  files: readonly (readonly unknown[])[],
  options: SensorOptions = NO_OPTIONS,
): readonly Outcome[] => {
  const records = files.flatMap((lines, file) =>
    lines.map((value, index) => ({ value, origin: { file: `file${file}`, line: index + 1 } })),
  );
  return readToEnd(makeSyslogSensor(makeContext(options)), records).toSorted(
    (a, b) => a.origin.file.localeCompare(b.origin.file) || a.origin.line - b.origin.line,
  );
};

export const listEvents = (lines: readonly unknown[]): readonly unknown[] =>
  readFiles([lines]).flatMap((outcome) => ('event' in outcome ? [outcome.event] : []));

/** Each outcome as the name of its event or context event, or its reason. */
export const listFates = (
  files: readonly (readonly string[])[],
  options?: SensorOptions,
): readonly string[] => readFiles(files, options).map(fateOf);
