import { ACTIONS } from '../../../src/model/action.ts';
import { CONTEXT_KINDS } from '../../../src/model/contextEvent.ts';
import type { ContextKind } from '../../../src/model/contextEvent.ts';
import type { EventFieldName } from '../../../src/model/eventFields.ts';
import { splitContextEvent } from '../../../src/sensors/contextEventInput.ts';
import { startSensors } from '../../../src/sensors/startSensors.ts';
import { NO_OPTIONS } from '../../../src/sensors/sensor.ts';
import type { Outcome } from '../../../src/sensors/sensor.ts';
import { splitEvent } from '../../../src/sensors/sessionEventInput.ts';

import { COVERED_RECORDS } from './coveredRecords.ts';

type FilledField = Exclude<EventFieldName, 'time' | 'hostname' | 'sourceId'>;

/** The fields of CAR and of Sessionscope in CAR's order, without those that every event can have. The compiler reports a missing field. */
const COLUMNS: Readonly<Record<FilledField, true>> = {
  user: true,
  uid: true,
  loginId: true,
  loginType: true,
  loginSuccessful: true,
  srcIp: true,
  srcPort: true,
  destIp: true,
  destPort: true,
  srcHostname: true,
  linkedLoginId: true,
};
const FIELDS = Object.keys(COLUMNS) as readonly FilledField[];

/** The titles of the columns of context events. */
const TITLES: Readonly<Record<ContextKind, string>> = {
  HOST_START: 'start',
  HOST_STOP: 'stop',
  HOST_SEEN: 'seen',
  DISCONNECT: 'disconnect',
};

/** The fields that at least one record of the sensor filled, by action or kind of context event. */
type Cells = ReadonlyMap<string, ReadonlySet<string>>;

type Row = { readonly sensor: string; readonly cells: Cells };

/** Makes the page docs/coverage.md by running the sensors: which sensor fills which field of which action. */
export const makeCoverage = (): string => {
  const rows = Object.entries(COVERED_RECORDS).map(([sensor, records]) => ({
    sensor,
    cells: readCells(records),
  }));
  const sections = [...ACTIONS, 'DISCONNECT'].map(
    (name) => `## ${name.toLowerCase()}\n\n${formatTable(listFields(rows, name))}\n`,
  );
  return [HEAD, ...sections, CONTEXT_HEAD, `${formatTable(listContext(rows))}\n`, JOINS].join('\n');
};

const HEAD = `# Coverage: which sensor fills which field

A dot marks a field that some record of that sensor fills. All events have a time and a hostname. CAR publishes this table for its user sessions without
any values; here a test fills it by running the sensors over their records (\`UPDATE_GOLDENS=1 npm run jest -- test/docs/coverage.test.ts\`).
[collecting.md](collecting.md) lists what to switch on.
`;

const CONTEXT_HEAD = `## Context events

Which sensor reports the start of a host, its stop, that it ran, and the disconnect of a session.
`;

/** The table of an action: a row for each sensor that records it, a column for each field that one of them fills. */
const JOINS = `## Joins in /ingest

In files (\`npm run import\`), a record may wait for later ones that belong to it. In [/ingest](shippers.md), it is joined with earlier records of its host only, so that the
result does not depend on requests. This differs:

| records                                                                    | in files                                                    | in /ingest                                                                                              |
| -------------------------------------------------------------------------- | ----------------------------------------------------------- | ------------------------------------------------------------------------------------------------------- |
| sshd's \`Invalid user\` and the \`Failed\` after it                          | one failed login, of \`Failed\`                             | one failed login, of \`Invalid user\`                                                                   |
| refused public keys                                                        | a failed login each, if no key of the connection is accepted | one failed login when the connection ends before a login; that line must be sent, too                  |
| PAM's failures of sshd, login, dropbear and xrdp, without a line of theirs | a failed login each                                         | skipped: these programs report each failed login themselves                                             |
| PAM's failure of one module before another accepts the password            | no failed login                                             | a failed login                                                                                          |
| auditd's USER_START and USER_LOGIN, USER_END and USER_LOGOUT               | one event, of USER_LOGIN or USER_LOGOUT                     | one event, of the first of the two                                                                      |
| end of an sshd connection without PAM                                      | a logout                                                    | a logout, unless PAM reported a session of the host in the 30 days before                               |
| Windows' unlock or reconnect: logons of type 7 or 13 before 4801 or 4778                              | one unlock                                                  | two: the first logon, without a login id, and 4801 or 4778. Without these and after them, there is one, as in files |
| an administrator's two logins on Windows 7 and Server 2008 R2              | linked                                                      | two logins: only the second could name the first                                                        |
| a renamed Windows host                                                     | a stop under the old name                                   | none                                                                                                    |
| \`last message repeated 3 times\` without the message                      | repeats the failed login before it                          | skipped. Have syslogd send each line: \`syslogd -cc\` on FreeBSD                                        |
| sessions of systemd-logind                                                 | a login and logout, if no other record reports them         | skipped, or with \`?logind=true\` all of them                                                           |
| records of wtmp as JSON                                                    | the end finds its login by terminal line or pid             | the end finds its login by terminal line                                                                |
| macOS' refused public keys (Santa)                                         | failed logins, if no key of the process is accepted         | a failed login each                                                                                     |

What earlier records leave for later ones is kept for a day (logins, failed ones too) or 30 days (sessions). A record that is sent again later than that may be
stored although the first time another record reported the same login.

Binary files cannot be sent to \`/ingest\` in pieces. The import follows wtmp, btmp and utx.log record by record, but not EVTX, which also changes in its middle: ship its records
as JSON or XML.
`;

const listFields = (rows: readonly Row[], name: string): readonly (readonly string[])[] => {
  const filled = rows.filter(({ cells }) => cells.has(name));
  const fields = FIELDS.filter((field) => filled.some(({ cells }) => cells.get(name)?.has(field) === true));
  return [
    ['sensor', ...fields],
    ...filled.map(({ sensor, cells }) => [
      sensor,
      ...fields.map((field) => (cells.get(name)?.has(field) === true ? '●' : '')),
    ]),
  ];
};

const listContext = (rows: readonly Row[]): readonly (readonly string[])[] => [
  ['sensor', ...CONTEXT_KINDS.map((kind) => TITLES[kind])],
  ...rows
    .filter(({ cells }) => CONTEXT_KINDS.some((kind) => cells.has(kind)))
    .map(({ sensor, cells }) => [sensor, ...CONTEXT_KINDS.map((kind) => (cells.has(kind) ? '●' : ''))]),
];

const formatTable = ([head = [], ...rows]: readonly (readonly string[])[]): string =>
  [head, ['---', ...head.slice(1).map(() => ':-:')], ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');

const readCells = (records: readonly unknown[]): Cells => {
  const sensors = startSensors({
    ...NO_OPTIONS,
    hostname: 'HOST1',
    terminalServices: 'READ',
    now: () => Date.parse('2026-12-01T00:00:00Z'),
  });
  const outcomes = records.flatMap((value, index) =>
    sensors.read({ value, origin: { file: 'test', line: index + 1 } }),
  );
  const cells = new Map<string, Set<string>>();
  for (const outcome of [...outcomes, ...sensors.flush()]) {
    if (outcome.kind === 'FAILED') throw new Error(`A record of the coverage: ${outcome.reason}`);
    const item = readItem(outcome);
    if (item === null) continue;
    const fields = cells.get(item.name) ?? new Set();
    for (const field of FIELDS) {
      const value = item.input[field];
      if (value !== undefined && value !== null) fields.add(field);
    }
    cells.set(item.name, fields);
  }
  return cells;
};

/** The action or kind of an outcome, and its fields; null for a skipped record. */
const readItem = (
  outcome: Outcome,
): { readonly name: string; readonly input: Readonly<Record<string, unknown>> } | null => {
  if (outcome.kind === 'EVENT') {
    const { action, input } = splitEvent(outcome.event);
    return { name: action, input };
  }
  if (outcome.kind !== 'CONTEXT') return null;
  const { kind, input } = splitContextEvent(outcome.event);
  return { name: kind, input };
};
