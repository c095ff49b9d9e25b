import { readFileSync } from 'node:fs';

import { describe, expect, test } from '@jest/globals';

import { ConfigError, readConfig } from '../src/config.ts';

/** One line for each problem; [] when the settings can be used. */
const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};

const URL_OF_OWN = 'postgres://user:password@db.example:5432/events';

test('without settings: loopback, an embedded Postgres, everything kept', () => {
  expect(readConfig({})).toEqual({
    host: '127.0.0.1',
    port: 4000,
    dataDir: 'data',
    databaseUrl: null,
    readerUrl: null,
    writerUrl: null,
    logLevel: 'info',
    hostnames: 'SHORT',
    introspection: true,
    earliest: '2000-01-01T00:00:00.000000Z',
    maxFutureMs: 86_400_000,
    retentionMs: null,
  });
});

test('empty settings, as compose files and .env leave them, are absent ones', () => {
  const names = [...readFileSync('.env.example', 'utf8').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(names).toContain('RETENTION_DAYS');
  expect(readConfig(Object.fromEntries(names.map((name) => [name, ' '])))).toEqual(readConfig({}));
});

test('what .env.example shows is valid, and what its values but AUTH and the URLs say is the default', () => {
  const shown = [...readFileSync('.env.example', 'utf8').matchAll(/^#?([A-Z_]+)=(.*)$/gm)];
  const settings = Object.fromEntries(shown.map(([, name, value]) => [name, value]));
  const { databaseUrl, readerUrl, writerUrl, ...config } = readConfig(settings);
  expect({ databaseUrl, readerUrl, writerUrl }).toEqual({
    databaseUrl: settings['DATABASE_URL'],
    readerUrl: settings['DATABASE_READER_URL'],
    writerUrl: settings['DATABASE_WRITER_URL'],
  });
  expect({ databaseUrl: null, readerUrl: null, writerUrl: null, ...config }).toEqual(readConfig({}));
});

describe('a value that can be used', () => {
  test.each<[Record<string, string>, object]>([
    [{ HOST: '::1' }, { host: '::1' }],
    [{ HOST: '[::1]' }, { host: '::1' }],
    [{ HOST: 'localhost' }, { host: 'localhost' }],
    [{ HOST: '127.0.0.2' }, { host: '127.0.0.2' }],
    [{ PORT: '0' }, { port: 0 }],
    [{ PORT: ' 65535 ' }, { port: 65_535 }],
    [{ DATA_DIR: '/srv/my data' }, { dataDir: '/srv/my data' }],
    [{ LOG_LEVEL: 'WARN' }, { logLevel: 'warn' }],
    [{ HOSTNAMES: 'full' }, { hostnames: 'FULL' }],
    [{ INTROSPECTION: 'off' }, { introspection: false }],
    [{ EARLIEST: '1970-01-01T01:00:00+01:00' }, { earliest: '1970-01-01T00:00:00.000000Z' }],
    [{ MAX_FUTURE_HOURS: '0' }, { maxFutureMs: 0 }],
    [{ RETENTION_DAYS: '36500' }, { retentionMs: 36_500 * 86_400_000 }],
    [{ AUTH: 'none', DATABASE_URL: URL_OF_OWN }, { databaseUrl: URL_OF_OWN }],
    [{ AUTH: 'none', DATABASE_URL: 'postgresql:///events?host=/run/pg' }, {}],
  ])('%j', (environment, expected) => {
    expect(readConfig(environment)).toMatchObject(expected);
  });
});

describe('a value that cannot be used is refused by its name, without being repeated', () => {
  test.each([
    ['HOST', 'not a host'],
    ['HOST', 'http://127.0.0.1'],
    ['HOST', '-x'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '4e3'],
    ['PORT', '4000x'],
    ['PORT', '80.5'],
    ['DATABASE_URL', 'hunter2'],
    ['DATABASE_URL', 'mysql://user:hunter2@host/name'],
    ['DATABASE_URL', 'postgres://user:hunter2@host'],
    ['LOG_LEVEL', 'loud'],
    ['HOSTNAMES', 'both'],
    ['INTROSPECTION', 'true'],
    ['EARLIEST', '2000-01-01'],
    ['EARLIEST', '1969-12-31T23:59:59Z'],
    ['EARLIEST', '9000-01-01T00:00:00Z'],
    ['MAX_FUTURE_HOURS', '721'],
    ['MAX_FUTURE_HOURS', '-1'],
    ['RETENTION_DAYS', '36501'],
    ['RETENTION_DAYS', 'forever'],
    ['AUTH', 'token'],
  ])('%s=%s', (name, value) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} must be .+\\.$`));
    expect(problems[0]).not.toContain('hunter2');
  });
});

test('every problem is told at once', () => {
  const problems = problemsOf({
    PORT: 'x',
    LOG_LEVEL: 'x',
    HOSTNAMES: 'x',
    EARLIEST: 'x',
    RETENTION_DAYS: 'x',
  });
  expect(problems.map((problem) => problem.split(' ', 1)[0])).toEqual([
    'PORT',
    'LOG_LEVEL',
    'HOSTNAMES',
    'EARLIEST',
    'RETENTION_DAYS',
  ]);
});

describe('whoever could reach it from elsewhere must be kept out', () => {
  test.each<Record<string, string>>([
    { HOST: '0.0.0.0' },
    { HOST: '::' },
    { HOST: '192.168.1.5' },
    { HOST: 'myhost.example' },
    { HOST: '127.0.0.1.example' },
    { HOST: '::ffff:10.0.0.1' },
    { DATABASE_URL: URL_OF_OWN },
    { DATABASE_URL: 'postgres://127.0.0.1/events' },
  ])('%j needs AUTH', (environment) => {
    const [problem, ...others] = problemsOf(environment);
    expect(problem).toMatch(/^(HOST is|DATABASE_URL is set).*there is no authentication yet.*AUTH=none/);
    expect(others).toEqual([]);
    expect(problemsOf({ ...environment, AUTH: 'none' })).toEqual([]);
  });

  test('both reasons are told', () => {
    expect(problemsOf({ HOST: '0.0.0.0', DATABASE_URL: URL_OF_OWN })).toHaveLength(2);
  });
});

test.each([
  { DATABASE_READER_URL: 'postgres://r@h/d' },
  { DATABASE_READER_URL: 'postgres://r@h/d', DATABASE_WRITER_URL: 'postgres://w@h/d' },
  { DATABASE_URL: 'postgres://o@h/d', DATABASE_WRITER_URL: 'postgres://w@h/d' },
])('logins for serving go together, and with the owner: %j', (settings) => {
  expect(() => readConfig({ AUTH: 'none', ...settings })).toThrow(/set all three/);
});
