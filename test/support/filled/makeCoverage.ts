import { ACTIONS } from '../../../src/model/action.ts';
import type { Action } from '../../../src/model/action.ts';
import type { EventFieldName } from '../../../src/model/eventFields.ts';
import { startSensors } from '../../../src/sensors/startSensors.ts';
import { NO_OPTIONS } from '../../../src/sensors/sensor.ts';
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
  linkedLoginId: true,
};
const FIELDS = Object.keys(COLUMNS) as readonly FilledField[];

/** The fields that at least one record of the sensor filled, by action. */
type Cells = ReadonlyMap<Action, ReadonlySet<string>>;

/** Makes the page docs/coverage.md by running the sensors: which sensor fills which field of which action. */
export const makeCoverage = (): string => {
  const rows = Object.entries(COVERED_RECORDS).map(([sensor, records]) => ({
    sensor,
    cells: readCells(records),
  }));
  const sections = ACTIONS.map((action) => {
    const filled = rows.filter(({ cells }) => cells.has(action));
    const fields = FIELDS.filter((field) =>
      filled.some(({ cells }) => cells.get(action)?.has(field) === true),
    );
    const table = [
      ['sensor', ...fields],
      ['---', ...fields.map(() => ':-:')],
      ...filled.map(({ sensor, cells }) => [
        sensor,
        ...fields.map((field) => (cells.get(action)?.has(field) === true ? '●' : '')),
      ]),
    ];
    return `## ${action.toLowerCase()}\n\n${table.map((row) => `| ${row.join(' | ')} |`).join('\n')}\n`;
  });
  return `${HEAD}\n${sections.join('\n')}`;
};

const HEAD = `# Coverage: which sensor fills which field

A dot marks a field that some record of that sensor fills. All events have a time and a hostname. CAR publishes this table for its user sessions without
any values; here a test fills it by running the sensors over their records (\`UPDATE_GOLDENS=1 npm run jest -- test/docs/coverage.test.ts\`).
[collecting.md](collecting.md) lists what to switch on.
`;

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
  const cells = new Map<Action, Set<string>>();
  for (const outcome of [...outcomes, ...sensors.flush()]) {
    if (outcome.kind === 'FAILED') throw new Error(`A record of the coverage: ${outcome.reason}`);
    if (outcome.kind !== 'EVENT') continue;
    const { action, input } = splitEvent(outcome.event);
    const fields = cells.get(action) ?? new Set();
    for (const field of FIELDS) {
      const value: unknown = input[field as keyof typeof input];
      if (value !== undefined && value !== null) fields.add(field);
    }
    cells.set(action, fields);
  }
  return cells;
};
