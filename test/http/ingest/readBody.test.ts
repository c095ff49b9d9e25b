import { gzipSync } from 'node:zlib';

import { afterAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { makeWorkerPool } from '../../../src/http/ingest/makeWorkerPool.ts';
import { parseIngestQuery } from '../../../src/http/ingest/parseIngestQuery.ts';
import { RECORDS_PER_STEP } from '../../../src/http/ingest/bodyRecords.ts';
import { readBody } from '../../../src/http/ingest/readBody.ts';
import type { ReadingStep } from '../../../src/http/ingest/readBody.ts';
import { unpackBlocking } from '../../../src/http/ingest/unpackBody.ts';
import type { Shift } from '../../../src/sensors/parseShift.ts';
import type { SensorOptions } from '../../../src/sensors/sensor.ts';
import { someBody } from '../../support/ingest/bodies.ts';
import { readWhole } from '../../support/ingest/readWhole.ts';
import type { WholeReading } from '../../support/ingest/readWhole.ts';
import { samples } from '../../support/samples.ts';

const QUERY = { timezone: 'Europe/Berlin', host: 'RELAY' };
const OPTIONS = parseIngestQuery(QUERY) as SensorOptions;

const workers = makeWorkerPool();
afterAll(workers.close);

/** The combined result of steps. */
const join = (steps: readonly ReadingStep[]): WholeReading => {
  const last = steps.at(-1);
  if (last?.kind === 'REFUSED') return last.refusal.status;
  return steps.flatMap((step) => (step.kind === 'READ' ? step.outcomes : []));
};

const listInline = (body: Buffer): readonly ReadingStep[] => {
  const plain = unpackBlocking(body);
  return Buffer.isBuffer(plain) ? [...readBody(plain, OPTIONS)] : [{ kind: 'REFUSED', refusal: plain }];
};

const listInThread = async (body: Buffer): Promise<readonly ReadingStep[]> => {
  const steps: ReadingStep[] = [];
  // A copy, because the buffer may be transferred to the thread.
  for await (const step of workers.read({ body: Buffer.from(body), query: QUERY })) steps.push(step);
  return steps;
};

describe('a body is read the same as a whole, in steps and in a thread:', () => {
  test('any body', async () => {
    await fc.assert(
      fc.asyncProperty(someBody, async (body) => {
        const expected = readWhole(body, OPTIONS);
        expect(join(listInline(body))).toEqual(expected);
        expect(join(await listInThread(body))).toEqual(expected);
      }),
      samples(150),
    );
  });

  test('a body of several megabytes with records that belong together across steps', async () => {
    const opened = (n: number): string => {
      const at = new Date(Date.UTC(2026, 10, 16) + n * 1000).toISOString();
      const pid = 1000 + Math.floor(n / 2);
      return n % 2 === 0
        ? `${at} web1 sshd[${pid}]: Accepted password for user${n} from 10.0.0.9 port ${n} ssh2`
        : `${at} web1 sshd[${pid}]: pam_unix(sshd:session): session opened for user user${n - 1}(uid=1000) by (uid=0)`;
    };
    const body = Buffer.from(Array.from({ length: 20_001 }, (_, n) => opened(n)).join('\n'));
    expect(body.length).toBeGreaterThan(1_048_576);
    const steps = await listInThread(body);
    expect(join(steps)).toEqual(readWhole(body, OPTIONS));
    expect(steps).toEqual(listInline(body));
    const outcomes = steps.flatMap((step) => (step.kind === 'READ' ? [step.outcomes.length] : []));
    expect(outcomes.length).toBeGreaterThanOrEqual(20_001 / RECORDS_PER_STEP);
    expect(Math.max(...outcomes)).toBeLessThanOrEqual(RECORDS_PER_STEP);
  });
});

describe('records are counted before they are read, up to the limit:', () => {
  const TOO_MANY = [413, 'TOO_MANY_RECORDS'];
  const REPEATED =
    '2026-11-16T10:00:02Z web1 sshd[1]: message repeated 40000 times: [ Failed password for eve from 10.0.0.9 port 5 ssh2]\n';

  test.each([
    ['50,001 lines of a', 'a\n'.repeat(50_001)],
    ['50,001 lines of {}', '{}\n'.repeat(50_001)],
    ['an array of 50,001', `[${'1,'.repeat(50_000)}1]`],
    ['4.2 million lines in 8 KB of gzip', gzipSync('a\n'.repeat(4_190_000))],
  ])('refuses %s in its first step', async (_, body) => {
    const steps = await listInThread(Buffer.from(body));
    expect(steps).toEqual(listInline(Buffer.from(body)));
    expect(steps.map((step) => step.kind)).toEqual(['REFUSED']);
    expect(steps[0]).toMatchObject({ refusal: { status: TOO_MANY[0], code: TOO_MANY[1] } });
  });

  test.each([
    ['50,000 lines, with blank lines between them', 'a\n\n \n'.repeat(50_000), 50_000],
    ['an array of 50,000', `[${'1,'.repeat(49_999)}1]`, 50_000],
    ['8 MiB of newlines', '\n'.repeat(8 * 1_048_576), 0],
    ['blank lines before a record', `${'\n'.repeat(8 * 1_048_576 - 2)}{}`, 1],
    [
      'one object over 60,000 lines',
      JSON.stringify({ a: Array.from({ length: 60_000 }, () => 1) }, null, 1),
      1,
    ],
    ['one line of 8 MiB', 'a'.repeat(8 * 1_048_576), 1],
  ])('counts %s', async (_, body, count) => {
    const steps = await listInThread(Buffer.from(body));
    expect(steps[0]).toEqual({ kind: 'COUNTED', records: count });
    expect(steps.every((step) => step.kind !== 'REFUSED')).toBe(true);
    expect(join(steps)).toHaveLength(count);
  });

  test('refuses lines that stand for more than 50,000 events', async () => {
    expect(join(listInline(Buffer.from(REPEATED)))).toHaveLength(40_000);
    const steps = await listInThread(Buffer.from(REPEATED.repeat(5000)));
    expect(steps[0]).toEqual({ kind: 'COUNTED', records: 5000 });
    expect(steps.at(-1)).toMatchObject({
      kind: 'REFUSED',
      refusal: { status: TOO_MANY[0], code: TOO_MANY[1] },
    });
  });

  test('line numbers include blank lines', () => {
    const steps = listInline(Buffer.from('\n \na\n\n\r\n{"login": \n'));
    expect(
      steps.flatMap((step) => (step.kind === 'READ' ? step.outcomes : [])).map(({ origin }) => origin.line),
    ).toEqual([3, 6]);
  });
});

/** All events within one second, so that no outcome is decided before the end. */
const AT = '2026-11-16T10:00:02Z web1 sshd[1]:';
const repeated = (times: number, what: string): string =>
  `${AT} message repeated ${times} times: [ Failed ${what} for eve from 10.0.0.9 port 5 ssh2]\n`;
const utmp = (ut_type: number, ut_pid: number): string => {
  const fields = { ut_line: 'pts/0', ut_user: 'eve', ut_host: '', ut_addr: '' };
  // Each login is one second before its logout.
  const ut_tv = 1_794_823_202_000_000 + (ut_type === 8 ? 1_000_000 : 0);
  return JSON.stringify({ ut_type, ut_pid, ut_tv, ...fields });
};
const windows = (fields: Readonly<Record<string, string>>): string =>
  JSON.stringify({
    Channel: 'Security',
    EventID: 4624,
    TimeCreated: '2026-11-16T10:00:02Z',
    EventRecordID: 7,
    TargetUserName: 'eve',
    TargetUserSid: 'S-1-5-21-1-2-3-1001',
    TargetLogonId: '0x5',
    ...fields,
  });
const list = (count: number, line: (n: number) => string): string =>
  Array.from({ length: count }, (_, n) => `${line(n)}\n`).join('');

describe('a step makes at most twice as many outcomes as it may read records:', () => {
  test.each([
    ['message repeated 49,990 times', repeated(49_990, 'password'), 49_990],
    ['lines that are repeated 90 times each', repeated(90, 'password').repeat(500), 45_000],
    [
      'logins of auditd in one second',
      list(12_000, (n) => `type=USER_LOGIN msg=audit(1794823202.000:${n}): pid=${n} ses=${n} res=success`),
      12_000,
    ],
    [
      'keys that were refused',
      list(12_000, (n) => `${AT} Failed publickey for eve from 10.0.0.9 port ${n} ssh2`),
      12_000,
    ],
    [
      'ends of utmp before their logins',
      list(6000, (n) => utmp(8, n)) + list(6000, (n) => utmp(7, n)),
      12_000,
    ],
    [
      'unlock helpers of 12,000 hosts',
      list(12_000, (n) => windows({ LogonType: '7', Hostname: `WS${n}` })),
      12_000,
    ],
    [
      'logins of 12,000 hosts that may have a twin',
      list(12_000, (n) => windows({ LogonType: '2', Hostname: `WS${n}`, ProcessId: '0x1' })),
      12_000,
    ],
  ])('%s', (_, body, total) => {
    let made = 0;
    // The lookup of the host's clock shift is the last operation for each event.
    class CountedShifts extends Map<string, Shift> {
      override get(key: string): Shift | undefined {
        made += 1;
        return super.get(key);
      }
    }
    const shifts = new CountedShifts([['other', { hostname: 'other', shiftMs: 0, text: '+PT0S' }]]);
    const steps = readBody(Buffer.from(body), { ...OPTIONS, shifts });
    const inSteps: number[] = [];
    let outcomes = 0;
    for (const step of steps) {
      inSteps.push(made);
      made = 0;
      if (step.kind === 'READ') outcomes += step.outcomes.filter(({ kind }) => kind !== 'FAILED').length;
    }
    expect(outcomes).toBe(total);
    expect(Math.max(...inSteps)).toBeLessThanOrEqual(2 * RECORDS_PER_STEP);
  });
});

describe('a value with many records is charged for all of them', () => {
  const push = (count: number): Buffer => {
    const line = (n: number) =>
      `2026-11-16T10:00:00Z web1 sshd[${n}]: Failed password for eve from 10.0.0.9 port 5 ssh2`;
    const values = Array.from({ length: count }, (_, n) => ['1794819600000000000', line(n)]);
    return Buffer.from(JSON.stringify({ streams: [{ stream: {}, values }] }));
  };

  test('while they are read, in steps', () => {
    const steps = listInline(push(1000));
    expect(steps[0]).toEqual({ kind: 'COUNTED', records: 1 });
    expect(steps.findLast(({ kind }) => kind === 'COUNTED')).toEqual({ kind: 'COUNTED', records: 1000 });
    const outcomes = steps.flatMap((step) => (step.kind === 'READ' ? [step.outcomes.length] : []));
    expect(outcomes.reduce((sum, count) => sum + count, 0)).toBe(1000);
    expect(Math.max(...outcomes)).toBeLessThanOrEqual(RECORDS_PER_STEP);
  });

  test('and refused if they are too many', () => {
    expect(join(listInline(push(50_000)))).toHaveLength(50_000);
    expect(join(listInline(push(50_001)))).toBe(413);
  });
});

describe('lines that stand for many events are charged for all of them', () => {
  test('before more than their first step is made', () => {
    const steps = listInline(
      Buffer.from(`${AT} x\n${repeated(40_000, 'password')}${repeated(30, 'password')}`),
    );
    expect(steps[0]).toEqual({ kind: 'COUNTED', records: 3 });
    expect(steps[1]).toEqual({ kind: 'COUNTED', records: 40_002 });
    expect(steps.findLast(({ kind }) => kind === 'COUNTED')).toEqual({ kind: 'COUNTED', records: 40_031 });
  });

  test('and are refused immediately if they are too many', () => {
    const steps = listInline(Buffer.from(repeated(50_001, 'password')));
    expect(steps.map(({ kind }) => kind)).toEqual(['COUNTED', 'REFUSED']);
  });

  test('but not for skipped ones, and a line repeated 0 times is one record', () => {
    const body = `${repeated(0, 'password')}${repeated(900, 'none')}`;
    expect(listInline(Buffer.from(body))).toMatchObject([
      { kind: 'COUNTED', records: 2 },
      { kind: 'READ', outcomes: [{ kind: 'SKIPPED' }, { kind: 'SKIPPED' }] },
    ]);
  });
});

test('the wrong clock of one host does not date the lines of other hosts', () => {
  const now = () => Date.UTC(2026, 11, 2);
  const line = 'Sep  1 08:21:13 WEB2 sshd[72]: Accepted password for ana from 10.0.0.9 port 5 ssh2';
  for (const wrong of ['1970-01-01T00:00:00Z', '2035-01-01T00:00:00Z']) {
    const body = `${wrong} WEB1 sshd[71]: Server listening on 0.0.0.0 port 22.\n${line}`;
    const events = [...readBody(Buffer.from(body), { ...OPTIONS, now })].flatMap((step) =>
      step.kind === 'READ' ? step.outcomes.filter(({ kind }) => kind === 'EVENT') : [],
    );
    expect(events).toMatchObject([{ event: { login: { time: expect.stringMatching(/^2026-09-01/) } } }]);
  }
});

test('a line without a year is from the newest one, whichever lines its body has', () => {
  const now = (): number => Date.parse('2026-11-23T12:00:00Z');
  const lines = ['Mar 10', 'Dec 20', 'Feb  3', 'Apr  5'].map(
    (date, index) =>
      `<38>${date} 10:00:00 nas1 sshd[${index + 1}]: Accepted password for ana from 10.0.0.1 port 1 ssh2`,
  );
  const yearsOf = (body: string): readonly string[] =>
    [...readBody(Buffer.from(body), { ...OPTIONS, now })].flatMap((step) =>
      step.kind === 'READ'
        ? step.outcomes.map((outcome) => (outcome as any).event.login.time.slice(0, 4))
        : [],
    );
  const expected = ['2026', '2025', '2026', '2026'];
  expect(yearsOf(lines.join('\n'))).toEqual(expected);
  expect(lines.flatMap(yearsOf)).toEqual(expected);
});
