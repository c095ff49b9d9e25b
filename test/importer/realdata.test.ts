import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { checkItems } from '../../src/importer/send/checkItems.ts';
import type { Delivery } from '../../src/importer/send/delivery.ts';
import { NO_EXPLAINER } from '../../src/importer/report/explain.ts';
import { importFiles } from '../../src/importer/importFiles.ts';
import type { ImportEnd, ImportOptions } from '../../src/importer/importFiles.ts';
import { makeTally } from '../../src/importer/report/tally.ts';
import type { Tally } from '../../src/importer/report/tally.ts';
import type { ContextEventInput } from '../../src/sensors/contextEventInput.ts';
import type { LoginInput, SessionEventInput } from '../../src/sensors/sessionEventInput.ts';
import { NO_OPTIONS } from '../../src/sensors/sensor.ts';
import type { SensorOptions } from '../../src/sensors/sensor.ts';
import { parseInputZone } from '../../src/sensors/timeZone.ts';

// Real logs of third parties, which are not part of this project; the tests are skipped when the folder does not exist.
const FOLDER = join(process.cwd(), '../shared/realdata/windows-json');
const describeReal = existsSync(FOLDER) ? describe : describe.skip;

/**
 * The content of each file and the expected results. Counted without this project's code, by event id, LogonType and Status (with Python, and by
 * hand for the few records of the unlocks): every `events` and `skipped` is a sum of cells of that table.
 */
const FILES = [
  {
    // 4624: types 10 ×2, 3 ×2, 7 ×4 · 4634: types 3 ×2, 7 ×4. Two of type 7 have a client's address and a 4778 3 s before,
    // two have no address and a 4801 in the same second.
    name: 'five_actions_story.nxlog_flat.jsonl',
    holds: { 4624: 8, 4647: 1, 4634: 6, 4778: 1, 4779: 2, 4800: 2, 4801: 1, 4648: 3 },
    records: 36,
    events: { login: 4, logout: 3, reconnect: 1, lock: 2, unlock: 1, disconnect: 2 },
    skipped: { '4624': 4, '4634': 4, '4648': 3, TerminalServices: 12 },
    failed: {},
    zones: ['-04:00 36'],
  },
  {
    // 4624: types 3 ×378, 5 ×18, 9 ×2, 7 ×4 · 4634: types 3 ×352, 7 ×4. Type 7 as above.
    name: 'session_events.nxlog_flat.jsonl',
    holds: { 4624: 402, 4634: 356, 4625: 7, 4778: 1, 4801: 1, 4648: 8 },
    records: 779,
    events: { login: 398, 'login failed': 7, logout: 352, reconnect: 1, unlock: 1 },
    skipped: { '4624': 4, '4634': 4, '4648': 8, TerminalServices: 4 },
    failed: {},
    zones: ['-04:00 691', '-05:00 88'],
  },
  {
    // 4625: 17 of 20 have status 0xc000010b. One record has a TimeCreated without Z, despite the name of the file.
    name: 'session_events.flat_iso.jsonl',
    holds: { 4624: 228, 4634: 61, 4625: 20, 4648: 27 },
    records: 336,
    events: { login: 227, 'login failed': 3, logout: 61 },
    skipped: { '4625': 17, '4648': 27 },
    failed: {
      'no time zone: TimeCreated has none; give it with --timezone, such as --timezone Europe/Berlin': 1,
    },
    zones: [],
  },
  {
    name: 'session_events.winlogbeat6.jsonl',
    holds: { 4624: 19, 4634: 12, 4648: 1 },
    records: 32,
    events: { login: 19, logout: 12 },
    skipped: { '4648': 1 },
    failed: {},
    zones: [],
  },
  {
    name: 'session_events.azure_securityevent.jsonl',
    holds: { 4624: 12 },
    records: 12,
    events: { login: 12 },
    skipped: {},
    failed: {},
    zones: [],
  },
  {
    name: 'windows-bf.xml.log',
    holds: { 4625: 6 },
    records: 6,
    events: { 'login failed': 6 },
    skipped: {},
    failed: {},
    zones: [],
  },
] as const;

type AnyEvent = SessionEventInput | ContextEventInput;

type Read = { readonly tally: Tally; readonly end: ImportEnd; readonly events: readonly AnyEvent[] };

const read = async (name: string, given: Partial<SensorOptions> = {}): Promise<Read> => {
  const tally = makeTally();
  const events: AnyEvent[] = [];
  const check = checkItems({ tally, explainer: NO_EXPLAINER });
  const delivery: Delivery = {
    ...check,
    send: async (batch) => {
      events.push(...batch.items.map(({ event }) => event));
      await check.send(batch);
    },
  };
  const interrupt = new AbortController().signal;
  const options: ImportOptions = {
    files: [join(FOLDER, name)],
    sensors: { ...NO_OPTIONS, ...given },
    interrupt,
    format: null,
    mode: 'ONCE',
    onBytes: () => {},
  };
  return { tally, end: await importFiles({ tally, explainer: NO_EXPLAINER }, delivery, options), events };
};

const countBy = <T>(items: readonly T[], keyOf: (item: T) => string): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const item of items) counts[keyOf(item)] = (counts[keyOf(item)] ?? 0) + 1;
  return counts;
};

const actionOf = (event: AnyEvent): string => {
  if ('login' in event && !event.login.loginSuccessful) return 'login failed';
  return Object.keys(event)[0] ?? '';
};

/** The name of an event, and its fields. */
const fieldsOf = (event: AnyEvent): readonly (readonly [string, Partial<LoginInput>])[] =>
  Object.entries(event);

/** The number of the record, by which the records of a log are in order. */
const numberOf = ({ sourceId = '' }: Partial<LoginInput>): number => Number(/\d+$/.exec(sourceId)?.[0]);

/** Groups reasons by their beginning: an event id, or TerminalServices. */
const groupReasons = ({ skipped }: Tally): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const [reason, { count }] of skipped) {
    const group = reason.split(' ', 1)[0] ?? '';
    counts[group] = (counts[group] ?? 0) + count;
  }
  return counts;
};

describeReal('real Windows logs', () => {
  test.each(FILES)('$name contains what its README says', ({ name, holds, records }) => {
    const lines = readFileSync(join(FOLDER, name), 'utf8').split('\n').filter(Boolean);
    expect(lines).toHaveLength(records);
    const ids = lines.map((line) =>
      line.startsWith('<') ? { EventID: /<EventID>(\d+)</.exec(line)?.[1] } : JSON.parse(line),
    );
    expect(countBy(ids, ({ EventID, event_id }) => String(EventID ?? event_id))).toMatchObject(holds);
  });

  test.each(FILES)('every record of $name is counted', async ({ name, records, ...expected }) => {
    const { tally, end, events } = await read(name);
    expect(tally.records).toBe(records);
    expect(countBy(events, actionOf)).toEqual(expected.events);
    expect(groupReasons(tally)).toEqual(expected.skipped);
    const failed = Object.fromEntries([...tally.failed].map(([reason, { count }]) => [reason, count]));
    expect(failed).toEqual(expected.failed);
    expect(end.assumptions.map(({ name: zone, records: count }) => `${zone} ${count}`)).toEqual(
      expected.zones,
    );
  });

  test.each(FILES)('the model accepts every event of $name', async ({ name }) => {
    const { tally } = await read(name);
    expect([tally.rejected.size, tally.valid]).toEqual([0, tally.events + tally.disconnects]);
  });

  test('the record without a zone is read with --timezone', async () => {
    const { tally, events } = await read('session_events.flat_iso.jsonl', {
      timeZone: parseInputZone('America/New_York'),
    });
    expect(countBy(events, actionOf)).toEqual({ login: 228, 'login failed': 3, logout: 61 });
    expect(tally.failed.size).toBe(0);
  });

  test.each([
    // Of twelve records one 21, one 23, two 24 and one 25; of four records one 25.
    [
      'five_actions_story.nxlog_flat.jsonl',
      { login: 5, logout: 4, reconnect: 2, lock: 2, unlock: 1, disconnect: 4 },
      7,
    ],
    [
      'session_events.nxlog_flat.jsonl',
      { login: 398, 'login failed': 7, logout: 352, reconnect: 2, unlock: 1 },
      3,
    ],
  ] as const)(
    '%s with --terminal-services also has the sessions of TerminalServices',
    async (name, counts, skipped) => {
      const { tally, events } = await read(name, { terminalServices: 'READ' });
      expect(countBy(events, actionOf)).toEqual(counts);
      expect(groupReasons(tally)['TerminalServices']).toBe(skipped);
      const ofSession = events.flatMap((event) =>
        fieldsOf(event).filter(([, { sourceId }]) => /localsessionmanager/.test(String(sourceId))),
      );
      expect(new Set(ofSession.map(([, { user, loginId }]) => `${user} ${loginId}`))).toEqual(
        new Set(['THESHIRE\\pgustavo 0x2']),
      );
      expect([tally.rejected.size, tally.failed.size]).toEqual([0, 0]);
    },
  );

  test('the five actions of one session, and its disconnects, are in order', async () => {
    const { events } = await read('five_actions_story.nxlog_flat.jsonl');
    const ofSession = events
      .flatMap(fieldsOf)
      .filter(([, { loginId }]) => loginId === '0xa992d')
      .toSorted(([, a], [, b]) => numberOf(a) - numberOf(b));
    expect(ofSession.map(([action, { time, sourceId }]) => `${time} ${action} ${sourceId}`)).toEqual([
      '2020-09-04T07:08:20.000000Z login windows/security/48137',
      '2020-09-04T07:08:34.000000Z disconnect windows/security/49208',
      '2020-09-04T07:08:35.000000Z lock windows/security/49222',
      '2020-09-04T07:08:35.000000Z reconnect windows/security/49287',
      '2020-09-04T07:08:38.000000Z unlock windows/security/49468',
      '2020-09-04T07:30:27.000000Z disconnect windows/security/74528',
      '2020-09-04T07:30:28.000000Z lock windows/security/74604',
    ]);
  });
});
