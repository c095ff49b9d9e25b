import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { readRecords } from '../../src/importer/read/readRecords.ts';
import { readAll } from '../sensors/windows/records.ts';

import { writeFile } from './importing.ts';

// Real logs of third parties, which are not part of this project; the tests are skipped when the folder does not exist.
const FOLDER = join(process.cwd(), '../shared/realdata/windows-evtx');
const describeReal = existsSync(FOLDER) ? describe : describe.skip;

type Read = { readonly values: readonly any[]; readonly failures: readonly string[] };

const readFile = async (file: string): Promise<Read> => {
  const values: unknown[] = [];
  const failures: string[] = [];
  for await (const { records } of readRecords(file, { signal: new AbortController().signal, format: null })) {
    for (const record of records) {
      if (record.kind === 'VALUE') values.push(record.value);
      else failures.push(`${record.line}: ${record.reason}`);
    }
  }
  return { values, failures };
};

/** Counts the outcomes by the name of the event or context event, or by kind. */
const countOutcomes = ({ values }: Read): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const outcome of readAll(values).filter((one) => !('isExtra' in one))) {
    const fate = 'event' in outcome ? (Object.keys(outcome.event)[0] ?? '') : outcome.kind;
    counts[fate] = (counts[fate] ?? 0) + 1;
  }
  return counts;
};

const timesOf = ({ values }: Read): readonly string[] =>
  values.map(({ Event }) => Event.System.TimeCreated['#attributes'].SystemTime);

describeReal('real EVTX files', () => {
  // Sums of the event ids that the folder's README counts; for 4624 by LogonType, counted in the raw records.
  test.each([
    // 4624: 583, less 40 of type 0 and 4 of type 7, of which 2 are unlocks · 4634: 11, 4 of them of type 7 · 4647: 36 · 4608: 40 · 1100: 36.
    ['security.evtx', 2261, { login: 539, logout: 43, unlock: 2, hostStart: 80, hostSeen: 36 }],
    ['Security_short_selected.evtx', 7, { login: 1 }],
    ['ID4625_OpenSSH_nonexisting.evtx', 20, { login: 6 }],
    ['ID4625_OpenSSH_valid.evtx', 11, { login: 7 }],
    ['ID4625_rdp_account_restriction.evtx', 2, { login: 2 }],
    ['ID4778_4779_RDP_hijack_direct.evtx', 14, { reconnect: 1, disconnect: 1 }],
    ['ID4778_RDP_hijack_cmd.evtx', 22, { reconnect: 1 }],
  ])('%s', async (name, records, events) => {
    const read = await readFile(join(FOLDER, name));
    expect(read.failures).toEqual([]);
    expect(read.values).toHaveLength(records);
    const { SKIPPED: skipped = 0, ...others } = countOutcomes(read);
    expect(others).toEqual(events);
    const eventCounts: readonly number[] = Object.values(events);
    expect(skipped).toBe(records - eventCounts.reduce((sum, count) => sum + count, 0));
    for (const time of timesOf(read)) expect(time).toMatch(/^20\d\d-.*\.\d{7}Z$/);
  });

  test('a renamed host also starts under its old name', async () => {
    // Record 42 is of 37L4247F27-25, 43 is the 4608 of WIN-03DLIIOFRRA.
    const outcomes = readAll((await readFile(join(FOLDER, 'security.evtx'))).values);
    expect(outcomes.filter((outcome) => 'isExtra' in outcome)).toMatchObject([
      {
        kind: 'CONTEXT',
        event: {
          hostStart: {
            hostname: '37L4247F27-25',
            time: '2016-07-08T18:15:19.482419Z',
            sourceId: 'windows/security/43',
          },
        },
      },
    ]);
  });

  test('the twins of administrators at their screen are linked', async () => {
    // Adjacent records with equal time, process, user and type but two login ids: 41 pairs of type 2, counted in the raw records.
    const { values } = await readFile(join(FOLDER, 'security.evtx'));
    const linked = readAll(values).flatMap((outcome) =>
      outcome.kind === 'EVENT' && 'login' in outcome.event && outcome.event.login.linkedLoginId !== undefined
        ? [outcome.event.login]
        : [],
    );
    expect(linked).toHaveLength(41);
    for (const { loginId, linkedLoginId } of linked)
      expect(Number(loginId)).toBeLessThan(Number(linkedLoginId));
  });

  test('times are those of the event, not of the record', async () => {
    // In this export the header of the last record has no time.
    const read = await readFile(join(FOLDER, 'ID4625_OpenSSH_nonexisting.evtx'));
    expect(timesOf(read).at(-1)).toMatch(/^2021-05-20T12:49:54\.945/);
  });

  test('damage costs only the records that it concerns', async () => {
    const bytes = readFileSync(join(FOLDER, 'security.evtx'));
    const whole = await readFile(writeFile(bytes));
    bytes.fill(0xff, 4096 + 65_536 + 30_000, 4096 + 65_536 + 32_000);
    const damaged = await readFile(writeFile(bytes));
    const numberOf = ({ Event }: any): string => Event.System.EventRecordID['#text'];
    const left = new Set(damaged.values.map(numberOf));
    const lost = whole.values
      .map(numberOf)
      .filter((number) => !left.has(number))
      .map(Number);
    // Records of this log have 300 bytes and more.
    expect(lost.length).toBeLessThan(10);
    expect(lost.at(-1)).toBe((lost[0] ?? 0) + lost.length - 1);
    expect(damaged.failures).toHaveLength(lost.length);
  });
});
