import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

import { describe, expect, test } from '@jest/globals';

import { readConfig } from '../../src/config/config.ts';
import { formatDomainAliases } from '../../src/model/domainAliases.ts';

import { OIDC } from '../support/oidcSettings.ts';
import { problemsOf } from '../support/problemsOf.ts';

const URL_OF_OWN = 'postgres://user:password@db.example:5432/events';

test('the defaults are loopback, the embedded Postgres and no retention', () => {
  expect(readConfig({})).toEqual({
    host: '127.0.0.1',
    port: 4000,
    // Half of the cores.
    workers: Math.min(8, Math.max(1, Math.floor(availableParallelism() / 2))),
    dataDir: 'data',
    aliases: new Map(),
    databaseUrl: null,
    readerUrl: null,
    writerUrl: null,
    access: 'LOCAL',
    tokenRules: null,
    logLevel: 'info',
    hostnames: 'SHORT',
    maxReplicaLagMs: 30_000,
    synchronousCommit: 'on',
    silenceUs: 24 * 3_600_000_000,
    introspection: true,
    tlsFiles: null,
    corsOrigins: [],
    limits: { perRequest: 5_000_000, perMinute: null, maxResponseBytes: 67_108_864 },
    earliest: '2000-01-01T00:00:00.000000Z',
    maxFutureMs: 86_400_000,
    retentionMs: null,
    auditMs: 400 * 86_400_000,
  });
});

test('empty settings, as in Compose files and .env, count as absent', () => {
  const names = [...readFileSync('.env.example', 'utf8').matchAll(/^#?([A-Z_]+)=/gm)].map(([, name]) => name);
  expect(names).toContain('RETENTION_DAYS');
  expect(readConfig(Object.fromEntries(names.map((name) => [name, ' '])))).toEqual(readConfig({}));
});

test('.env.example is valid and shows the defaults, except for AUTH, OIDC, CORS_ORIGINS, DOMAIN_ALIASES and the databases', () => {
  const shown = [...readFileSync('.env.example', 'utf8').matchAll(/^#?([A-Z_]+)=(.*)$/gm)];
  const settings = Object.fromEntries(shown.map(([, name, value]) => [name, value]));
  const { databaseUrl, readerUrl, writerUrl, access, tokenRules, corsOrigins, aliases, ...config } =
    readConfig(settings);
  expect({ databaseUrl, readerUrl, writerUrl }).toEqual({
    databaseUrl: settings['DATABASE_URL'],
    readerUrl: settings['DATABASE_READER_URL'],
    writerUrl: settings['DATABASE_WRITER_URL'],
  });
  expect(access).toBe('GUARDED');
  expect(corsOrigins).toEqual(['https://soc.example.com']);
  expect(formatDomainAliases(aliases)).toBe('CORP=COMPANY,OLD; LAB=TEST');
  // The other settings of tokens in .env.example are the defaults, too.
  const { OIDC_ISSUER = '', OIDC_AUDIENCE = '', OIDC_JWKS_URL = '' } = settings;
  expect(tokenRules).toEqual(readConfig({ OIDC_ISSUER, OIDC_AUDIENCE, OIDC_JWKS_URL }).tokenRules);
  expect({ ...readConfig({}), ...config }).toEqual(readConfig({}));
});

describe('a valid value is read', () => {
  test.each<[Record<string, string>, object]>([
    [{ HOST: '::1' }, { host: '::1' }],
    [{ HOST: '[::1]' }, { host: '::1' }],
    [{ HOST: 'localhost' }, { host: 'localhost' }],
    [{ HOST: '127.0.0.2' }, { host: '127.0.0.2' }],
    [{ PORT: '0' }, { port: 0 }],
    [{ PORT: ' 65535 ' }, { port: 65_535 }],
    [{ WORKERS: '1' }, { workers: 1 }],
    [{ WORKERS: '16' }, { workers: 16 }],
    [{ DATA_DIR: '/srv/my data' }, { dataDir: '/srv/my data' }],
    [{ LOG_LEVEL: 'WARN' }, { logLevel: 'warn' }],
    [{ HOSTNAMES: 'full' }, { hostnames: 'FULL' }],
    [{ SILENCE: 'P2D' }, { silenceUs: 48 * 3_600_000_000 }],
    [{ MAX_REPLICA_LAG: 'PT2M' }, { maxReplicaLagMs: 120_000 }],
    [{ SYNCHRONOUS_COMMIT: 'remote_apply' }, { synchronousCommit: 'remote_apply' }],
    [
      { DOMAIN_ALIASES: 'CORP=company.com; LAB=test' },
      {
        aliases: new Map([
          ['COMPANY', 'CORP'],
          ['TEST', 'LAB'],
        ]),
      },
    ],
    [{ INTROSPECTION: 'off' }, { introspection: false }],
    [
      { CORS_ORIGINS: 'https://soc.example.com, http://127.0.0.1:3000' },
      { corsOrigins: ['https://soc.example.com', 'http://127.0.0.1:3000'] },
    ],
    [{ COST_LIMIT: '1' }, { limits: { perRequest: 1, perMinute: null } }],
    [{ COST_PER_MINUTE: '5000000' }, { limits: { perMinute: 5_000_000 } }],
    [{ MAX_RESPONSE_MIB: '1' }, { limits: { maxResponseBytes: 1_048_576 } }],
    [{ EARLIEST: '1970-01-01T01:00:00+01:00' }, { earliest: '1970-01-01T00:00:00.000000Z' }],
    [{ MAX_FUTURE_HOURS: '0' }, { maxFutureMs: 0 }],
    [{ RETENTION_DAYS: '36500' }, { retentionMs: 36_500 * 86_400_000 }],
    [{ AUDIT_DAYS: '30' }, { auditMs: 30 * 86_400_000 }],
    [{ AUDIT_DAYS: '0' }, { auditMs: null }],
    [{ AUTH: 'none', DATABASE_URL: URL_OF_OWN }, { databaseUrl: URL_OF_OWN }],
    [{ AUTH: 'none', DATABASE_URL: 'postgresql:///events?host=/run/pg' }, {}],
  ])('%j', (environment, expected) => {
    expect(readConfig(environment)).toMatchObject(expected);
  });
});

describe('an error names the invalid setting and does not contain its value', () => {
  test.each([
    ['HOST', 'not a host'],
    ['HOST', 'http://127.0.0.1'],
    ['HOST', '-x'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '4e3'],
    ['PORT', '4000x'],
    ['PORT', '80.5'],
    ['WORKERS', '0'],
    ['WORKERS', '17'],
    ['WORKERS', 'two'],
    ['DATABASE_URL', 'hunter2'],
    ['DATABASE_URL', 'mysql://user:hunter2@host/name'],
    ['DATABASE_URL', 'postgres://user:hunter2@host'],
    ['LOG_LEVEL', 'loud'],
    ['HOSTNAMES', 'both'],
    ['DOMAIN_ALIASES', 'CORP'],
    ['DOMAIN_ALIASES', 'CORP=lab; DEV=lab'],
    ['SILENCE', '24'],
    ['SILENCE', 'PT59M'],
    ['SILENCE', 'P366D'],
    ['MAX_REPLICA_LAG', 'PT0.5S'],
    ['MAX_REPLICA_LAG', 'PT61M'],
    ['MAX_REPLICA_LAG', '30'],
    ['SYNCHRONOUS_COMMIT', 'off'],
    ['INTROSPECTION', 'true'],
    ['EARLIEST', '2000-01-01'],
    ['EARLIEST', '1969-12-31T23:59:59Z'],
    ['EARLIEST', '9000-01-01T00:00:00Z'],
    ['MAX_FUTURE_HOURS', '721'],
    ['MAX_FUTURE_HOURS', '-1'],
    ['RETENTION_DAYS', '36501'],
    ['RETENTION_DAYS', 'forever'],
    ['AUTH', 'token'],
    ['CORS_ORIGINS', '*'],
    ['CORS_ORIGINS', 'null'],
    ['CORS_ORIGINS', 'https://soc.example.com/'],
    ['CORS_ORIGINS', 'https://SOC.example.com'],
    ['CORS_ORIGINS', 'soc.example.com'],
    ['CORS_ORIGINS', 'https://soc.example.com, https://*.example.com/x'],
    ['COST_LIMIT', '0'],
    ['COST_LIMIT', '1000000001'],
    ['COST_PER_MINUTE', '-1'],
    ['COST_PER_MINUTE', 'much'],
    ['MAX_RESPONSE_MIB', '0'],
    ['MAX_RESPONSE_MIB', '401'],
  ])('%s=%s', (name, value) => {
    const problems = problemsOf({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name} must be .+\\.$`));
    expect(problems[0]).not.toContain('hunter2');
  });
});

test('TLS needs both a certificate and its key, or neither', () => {
  const both = { TLS_CERT_FILE: '/etc/tls/cert.pem', TLS_KEY_FILE: '/etc/tls/key.pem' };
  expect(readConfig(both)).toMatchObject({
    tlsFiles: { certFile: '/etc/tls/cert.pem', keyFile: '/etc/tls/key.pem' },
  });
  expect(problemsOf({ TLS_CERT_FILE: both.TLS_CERT_FILE })).toEqual([
    expect.stringMatching(/^TLS_KEY_FILE is missing/),
  ]);
  expect(problemsOf({ TLS_KEY_FILE: both.TLS_KEY_FILE })).toEqual([
    expect.stringMatching(/^TLS_CERT_FILE is missing/),
  ]);
});

test('all problems are reported together', () => {
  const problems = problemsOf({
    PORT: 'x',
    LOG_LEVEL: 'x',
    HOSTNAMES: 'x',
    EARLIEST: 'x',
    RETENTION_DAYS: 'x',
    COST_LIMIT: 'x',
    COST_PER_MINUTE: 'x',
    MAX_RESPONSE_MIB: 'x',
  });
  expect(problems.map((problem) => problem.split(' ', 1)[0])).toEqual([
    'PORT',
    'LOG_LEVEL',
    'HOSTNAMES',
    'EARLIEST',
    'RETENTION_DAYS',
    'COST_LIMIT',
    'COST_PER_MINUTE',
    'MAX_RESPONSE_MIB',
  ]);
});

describe('the budget per minute', () => {
  const budgetOf = (environment: Record<string, string>) => readConfig(environment).limits.perMinute;

  test('is unlimited by default where only this machine has access', () => {
    expect(budgetOf({})).toBeNull();
    expect(budgetOf({ COST_PER_MINUTE: '10000000' })).toBe(10_000_000);
  });

  test.each([{ AUTH: 'required' }, { AUTH: 'none' }])(
    'with %j defaults to four queries of the highest cost, and 0 removes it',
    (env) => {
      expect(budgetOf(env)).toBe(20_000_000);
      expect(budgetOf({ ...env, COST_LIMIT: '100' })).toBe(400);
      expect(budgetOf({ ...env, COST_PER_MINUTE: '0' })).toBeNull();
    },
  );

  test('must allow at least one query', () => {
    expect(problemsOf({ COST_PER_MINUTE: '4999999' })).toEqual([
      expect.stringMatching(/^COST_PER_MINUTE is below COST_LIMIT, /),
    ]);
    expect(problemsOf({ COST_PER_MINUTE: '100', COST_LIMIT: '100' })).toEqual([]);
  });
});

describe('access', () => {
  test.each<Record<string, string>>([
    { HOST: '0.0.0.0' },
    { HOST: '::' },
    { HOST: '192.168.1.5' },
    { HOST: 'myhost.example' },
    { HOST: '127.0.0.1.example' },
    { HOST: '::ffff:10.0.0.1' },
    { DATABASE_URL: URL_OF_OWN },
    { DATABASE_URL: 'postgres://127.0.0.1/events' },
    { HOST: '0.0.0.0', DATABASE_URL: URL_OF_OWN },
    OIDC,
  ])('with %j needs a credential, unless AUTH=none', (environment) => {
    expect(readConfig(environment).access).toBe('GUARDED');
    expect(readConfig({ ...environment, AUTH: 'required' }).access).toBe('GUARDED');
    if (environment === OIDC) return;
    expect(readConfig({ ...environment, AUTH: 'none' }).access).toBe('OPEN');
  });

  test.each<Record<string, string>>([{}, { HOST: '::1' }, { HOST: 'localhost' }, { HOST: '127.9.9.9' }])(
    'with %j and the embedded Postgres is open to this machine, unless AUTH=required',
    (environment) => {
      expect(readConfig(environment).access).toBe('LOCAL');
      expect(readConfig({ ...environment, AUTH: 'required' }).access).toBe('GUARDED');
      expect(readConfig({ ...environment, AUTH: 'none' }).access).toBe('OPEN');
    },
  );
});

describe('the logins of reader and writer', () => {
  const READER = { DATABASE_READER_URL: 'postgres://r@h/d' };
  const WRITER = { DATABASE_WRITER_URL: 'postgres://w@h/d' };

  test.each<Record<string, string>>([READER, WRITER, { DATABASE_URL: URL_OF_OWN, ...WRITER }])(
    'must be set together: %j',
    (settings) => {
      expect(problemsOf(settings)).toEqual([
        expect.stringMatching(/Set both DATABASE_READER_URL and DATABASE_WRITER_URL, or neither\.$/),
      ]);
    },
  );

  test('suffice without the owner, and clients need a credential as with DATABASE_URL', () => {
    expect(readConfig({ ...READER, ...WRITER })).toMatchObject({
      databaseUrl: null,
      readerUrl: 'postgres://r@h/d',
      writerUrl: 'postgres://w@h/d',
      access: 'GUARDED',
    });
  });
});
