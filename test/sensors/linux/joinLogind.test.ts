import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { makeSyslogSensor } from '../../../src/sensors/linux/syslogSensor.ts';
import { NO_OPTIONS } from '../../../src/sensors/sensor.ts';
import type { Outcome } from '../../../src/sensors/sensor.ts';
import { makeContext, readOne } from '../makeContext.ts';

import { accepted, lineAt, listEvents, listFates, logind, opened, readFiles } from './syslogLines.ts';

const TOLD = 'systemd-logind: already reported by sshd or PAM';
const REPEATS = 'PAM session opened: repeats Accepted';
const CRON = 'PAM of cron, su, sudo and similar: not a user session';
const NO_START = 'systemd-logind: the end of a session whose start is not in the log';
const ENDED = 'systemd-logind: repeats the end of a session';
const REPEATED = 'systemd-logind: repeats the start of a session';

const started = (seconds: number, id: number | string, user = 'ana'): string =>
  logind(seconds, `New session ${id} of user ${user}.`);
const removed = (seconds: number, id: number | string): string => logind(seconds, `Removed session ${id}.`);
const loggedOut = (seconds: number, id: number): string =>
  logind(seconds, `Session ${id} logged out. Waiting for processes to exit.`);

describe('a session that no other program reports', () => {
  test('is a login and a logout with its number plus 2^32 as the id, and of unknown type', () => {
    const common = { hostname: 'web01', user: 'ana', loginId: '0x10000000c', sourceId: expect.any(String) };
    expect(listEvents([started(0, 12), removed(59, 12)])).toEqual([
      {
        login: {
          ...common,
          time: '2026-11-16T10:00:00.000000Z',
          loginType: null,
          loginSuccessful: true,
        },
      },
      { logout: { ...common, time: '2026-11-16T10:00:59.000000Z' } },
    ]);
  });

  test('ends once, at the first line that reports it', () => {
    expect(listFates([[started(0, 1), loggedOut(9, 1), removed(20, 1)]])).toEqual(['login', 'logout', ENDED]);
  });

  test('whose number is reused is another session', () => {
    const lines = [started(0, 1), removed(9, 1), started(30, 1, 'ben'), removed(40, 1)];
    expect(listEvents(lines)).toMatchObject([
      { login: { user: 'ana' } },
      { logout: { user: 'ana' } },
      { login: { user: 'ben' } },
      { logout: { user: 'ben' } },
    ]);
  });

  test('has no logout without its start, which contains the user', () => {
    expect(listFates([[removed(0, 1), loggedOut(0, 2)]])).toEqual([NO_START, NO_START]);
    expect(listFates([[started(0, 1), removed(9, 1).replace('web01', 'web02')]])).toEqual([
      'login',
      NO_START,
    ]);
  });

  test('is not ended by an earlier line of an older file that is read later', () => {
    expect(listFates([[started(60, 1)], [removed(0, 1)]])).toEqual(['login', NO_START]);
  });

  test('repeated in another file is one session', () => {
    const file = [started(0, 1), removed(9, 1)];
    expect(listFates([file, file])).toEqual(['login', 'logout', REPEATED, ENDED]);
    const told = [accepted(0, 'ana'), ...file];
    expect(listFates([told, told]).filter((fate) => fate === 'login')).toHaveLength(2);
    expect(listFates([told, told]).slice(-2)).toEqual([REPEATED, ENDED]);
  });
});

describe('a session that sshd or PAM reports', () => {
  test.each([
    ['sshd', [accepted(0, 'ana'), opened(0, 'sshd', 'ana'), started(0, 1)], ['login', REPEATS, TOLD]],
    ['sshd alone', [accepted(0, 'ana'), started(1, 1)], ['login', TOLD]],
    ['login', [opened(0, 'login', 'ana'), started(0, 1)], ['login', TOLD]],
    ['cron', [opened(0, 'cron', 'root'), started(0, 1, 'root')], [CRON, TOLD]],
    ['su', [opened(0, 'su-l', 'root'), started(0, 1, 'root')], [CRON, TOLD]],
    ['PAM after it', [started(0, 1), opened(0, 'sshd', 'ana')], [TOLD, 'login']],
    ['PAM 5 s after it', [started(0, 1), opened(5, 'sshd', 'ana')], [TOLD, 'login']],
    ['PAM 6 s after it', [started(0, 1), opened(6, 'sshd', 'ana')], ['login', 'login']],
    ['PAM 6 s before it', [opened(0, 'sshd', 'ana'), started(6, 1)], ['login', 'login']],
    ['another user', [opened(0, 'sshd', 'ben'), started(0, 1)], ['login', 'login']],
    ["a user's manager", [started(0, 1), opened(0, 'systemd-user', 'ana')], ['login', CRON]],
    [
      'PAM after a slow start of the home, Accepted 20 s before',
      [accepted(0, 'ana'), opened(20, 'sshd', 'ana'), started(21, 1)],
      ['login', REPEATS, TOLD],
    ],
  ])('%s', (_, lines, fates) => {
    expect(listFates([lines])).toEqual(fates);
  });

  test('another host has no effect', () => {
    const other = opened(0, 'sshd', 'ana').replace('web01', 'web02');
    expect(listFates([[other, started(0, 1)]])).toEqual(['login', 'login']);
    const same = opened(0, 'sshd', 'ana').replace('web01', 'WEB01.corp.example');
    expect(listFates([[same, started(0, 1)]])).toEqual(['login', TOLD]);
  });

  test('reports one session, and a second session is a login', () => {
    const lines = [accepted(0, 'ana'), opened(0, 'sshd', 'ana'), started(0, 1), started(1, 2)];
    expect(listFates([lines])).toEqual(['login', REPEATS, TOLD, 'login']);
  });

  test('is skipped with its end, even if the end is read first', () => {
    expect(listFates([[accepted(0, 'ana'), started(0, 1), loggedOut(1, 1), removed(2, 1)]])).toEqual([
      'login',
      TOLD,
      TOLD,
      ENDED,
    ]);
    expect(listFates([[started(0, 1), removed(1, 1), opened(1, 'sshd', 'ana')]])).toEqual([
      TOLD,
      TOLD,
      'login',
    ]);
  });

  test('is found in a file that is read later or earlier', () => {
    const messages = [started(0, 1), removed(30, 1), started(60, 2), removed(90, 2)];
    const secure = [accepted(0, 'ana'), opened(60, 'cron', 'ana', 9)];
    const fates = [TOLD, TOLD, TOLD, TOLD];
    expect(listFates([messages, secure])).toEqual([...fates, 'login', CRON]);
    expect(listFates([secure, messages])).toEqual(['login', CRON, ...fates]);
  });

  test('reported by lines without pid is found once for each line', () => {
    const sudo = lineAt(0, 'sudo', 'pam_unix(sudo:session): session opened for user root by ana(uid=0)');
    expect(listFates([[sudo, started(0, 1, 'root'), started(0, 2, 'root')]])).toEqual([CRON, TOLD, 'login']);
    expect(listFates([[sudo, sudo, started(0, 1, 'root'), started(0, 2, 'root')]])).toEqual([
      CRON,
      CRON,
      TOLD,
      TOLD,
    ]);
  });

  test('of cron needs no time zone, and is not reported without one', () => {
    const cron =
      'Nov 16 10:00:00 web01 CRON[9]: pam_unix(cron:session): session opened for user root by (uid=0)';
    expect(listFates([[cron]])).toEqual([CRON]);
  });
});

test('in requests, logind is skipped unless the URL asks for it', () => {
  const lines = [started(0, 1), removed(9, 1)];
  const reason = 'systemd-logind: repeats sshd and PAM; ?logind=true reads it where neither is sent';
  expect(listFates([lines], { ...NO_OPTIONS, input: 'REQUEST' })).toEqual([reason, reason]);
});

test('of more than 10,000 waiting sessions the oldest becomes a login before the end', () => {
  const sensor = makeSyslogSensor(makeContext());
  const read = (id: number): readonly Outcome[] => {
    const origin = { file: 'messages', line: id };
    return readOne(sensor, { value: started(id * 10, id), origin });
  };
  const before = Array.from({ length: 10_000 }, (_, index) => read(index + 1)).flat();
  expect(before).toEqual([]);
  expect(read(10_001)).toMatchObject([{ kind: 'EVENT', origin: { line: 1 } }]);
  expect([...sensor.flush(Infinity)]).toHaveLength(10_000);
  expect([...sensor.flush(Infinity)]).toEqual([]);
});

type Kind = 'sshd' | 'login' | 'cron' | 'nobody';

/** A session, its seconds, and those of the lines that report it. */
type Plan = {
  readonly user: string;
  readonly kind: Kind;
  readonly at: number;
  /** The seconds of logind's line after (or before) the other lines. */
  readonly delay: number;
  readonly lasts: number | null;
  readonly ranks: readonly number[];
};

type Line = {
  readonly at: number;
  readonly rank: number;
  readonly text: string;
  readonly isOfLogind: boolean;
};

const TELLERS: Readonly<Record<Kind, (plan: Plan, pid: number) => readonly string[]>> = {
  sshd: ({ at, user }, pid) => [accepted(at, user, pid), opened(at, 'sshd', user, pid)],
  login: ({ at, user }, pid) => [opened(at, 'login', user, pid)],
  cron: ({ at, user }, pid) => [opened(at, 'cron', user, pid)],
  nobody: () => [],
};

const linesOf = (plan: Plan, index: number): readonly Line[] => {
  const [first = 0, second = 0, third = 0] = plan.ranks;
  const start = plan.at + plan.delay;
  const sessionLines = TELLERS[plan.kind](plan, 1000 + index).map((text, place) => ({
    at: plan.at,
    // Accepted comes before PAM's line.
    rank: place === 0 ? Math.min(first, second) : Math.max(first, second),
    text,
    isOfLogind: false,
  }));
  const isOfLogind = true;
  const ends =
    plan.lasts === null ? [] : [loggedOut(start + plan.lasts, index), removed(start + plan.lasts, index)];
  return [
    ...sessionLines,
    { at: start, rank: third, text: started(start, index, plan.user), isOfLogind },
    ...ends.map((text) => ({ at: start + (plan.lasts ?? 0), rank: 100, text, isOfLogind })),
  ];
};

const plans = (secondsApart: number): fc.Arbitrary<readonly Plan[]> =>
  fc
    .array(
      fc.record({
        user: fc.constantFrom('ana', 'ben', 'root'),
        kind: fc.constantFrom<Kind>('sshd', 'login', 'cron', 'nobody'),
        at: fc.integer({ min: 10, max: 30 }),
        delay: fc.integer({ min: -2, max: 2 }),
        lasts: fc.option(fc.integer({ min: 0, max: 20 })),
        ranks: fc.array(fc.nat(9), { minLength: 3, maxLength: 3 }),
      }),
      { maxLength: 12 },
    )
    .map((all) =>
      all.map((plan, index) => ({ ...plan, at: secondsApart === 0 ? plan.at : 10 + index * secondsApart })),
    );

/** One login for each session except those of cron, and one logout for each session that only logind reports. */
const expectEachOnce = (all: readonly Plan[], files: readonly (readonly string[])[]): void => {
  const outcomes = readFiles(files);
  expect(outcomes.map(({ origin }) => `${origin.file}:${origin.line}`)).toEqual(
    files.flatMap((lines, file) => lines.map((_, index) => `file${file}:${index + 1}`)),
  );
  const events = outcomes.flatMap((outcome) => (outcome.kind === 'EVENT' ? [outcome.event] : []));
  const logins = events.flatMap((event) => ('login' in event ? [event.login] : []));
  const countOf = (names: readonly (string | undefined)[]): Readonly<Record<string, number>> =>
    Object.fromEntries(
      ['ana', 'ben', 'root'].map((user) => [user, names.filter((name) => name === user).length]),
    );
  expect(countOf(logins.map(({ user }) => user))).toEqual(
    countOf(all.filter(({ kind }) => kind !== 'cron').map(({ user }) => user)),
  );
  const byLogind = logins.filter(({ loginType }) => loginType === null);
  const ended = byLogind.filter(({ loginId }) => all[numberOf(loginId)]?.lasts !== null);
  expect(events.flatMap((event) => ('logout' in event ? [event.logout] : []))).toEqual(
    expect.arrayContaining(
      ended.map(({ loginId, user, hostname }) => expect.objectContaining({ loginId, user, hostname })),
    ),
  );
  expect(events).toHaveLength(logins.length + ended.length);
};

const numberOf = (loginId: string | undefined): number => Number(loginId) - 2 ** 32;

const inOrder = (all: readonly Plan[]): readonly Line[] =>
  all.flatMap(linesOf).toSorted((a, b) => a.at - b.at || a.rank - b.rank);

const textsOf = (lines: readonly Line[]): readonly string[] => lines.map(({ text }) => text);

describe('no login of generated sessions is duplicated or lost', () => {
  test('even if they overlap, in one file', () => {
    fc.assert(
      fc.property(plans(0), (all) => {
        expectEachOnce(all, [textsOf(inOrder(all))]);
      }),
    );
  });

  test('with the lines of logind in a separate file', () => {
    fc.assert(
      fc.property(plans(0), fc.boolean(), (all, isFirst) => {
        const lines = inOrder(all);
        const files = [
          textsOf(lines.filter(({ isOfLogind }) => isOfLogind)),
          textsOf(lines.filter(({ isOfLogind }) => !isOfLogind)),
        ];
        expectEachOnce(all, isFirst ? files : files.toReversed());
      }),
    );
  });

  test('and each is attributed to its session if the sessions do not overlap', () => {
    fc.assert(
      fc.property(plans(20), (all) => {
        const lines = textsOf(inOrder(all));
        expectEachOnce(all, [lines]);
        const byLogind = readFiles([lines]).flatMap((outcome) =>
          outcome.kind === 'EVENT' && 'login' in outcome.event && outcome.event.login.loginType === null
            ? [numberOf(outcome.event.login.loginId)]
            : [],
        );
        expect(byLogind).toEqual([...all.keys()].filter((index) => all[index]?.kind === 'nobody'));
      }),
    );
  });
});
