import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';
import { parse } from 'yaml';

import { listSettings, readConfig } from '../../src/config/config.ts';

const read = (path: string): string => readFileSync(path, 'utf8');

const namesOf = (text: string, pattern: RegExp): readonly string[] => [
  ...new Set([...text.matchAll(pattern)].map(([, name = '']) => name)),
];

const SOURCE = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => read(join('src', path)))
  .join('\n');
const COMPOSE = read('docker-compose.yml');
const EXAMPLES = [...read('.env.example').matchAll(/^#?([A-Z_]+)=(.*)$/gm)].map(
  ([, name = '', value = '']) => ({ name, value }),
);
const ROWS = [...read('docs/operating.md').matchAll(/^\| `([A-Z_]+)` *\| (?:`([^`]*)`)? *\|/gm)].map(
  ([, name = '', fallback = '']) => ({ name, fallback }),
);

/** The settings of the server, with their defaults. */
const SETTINGS = listSettings();
/** Names that other code reads from the environment, without NODE_ENV, which is not a setting of ours. */
const OF_COMMANDS = namesOf(SOURCE, /\benvironment\['([A-Z_]+)'\]/g).filter((name) => name !== 'NODE_ENV');
/** Passwords of docker-compose.yml, which no code reads. */
const OF_COMPOSE = namesOf(COMPOSE, /\$\{(POSTGRES_[A-Z_]+):/g);
const NAMES = [...SETTINGS.keys(), ...OF_COMMANDS, ...OF_COMPOSE];

/** Settings that docker-compose.yml sets itself, with the reason. */
const FIXED = {
  HOST: 'the container listens on all of its addresses; the published port is bound to the loopback address',
  DATA_DIR: 'the image has no embedded Postgres',
  DATABASE_URL: 'it is the Postgres of docker-compose.yml',
  DATABASE_READER_URL: 'it is the login that make-logins.sh makes',
  DATABASE_WRITER_URL: 'it is the login that make-logins.sh makes',
  SESSIONSCOPE_KEY: 'import and export run outside of docker compose',
} as const;

test('the settings of commands and of docker compose are found', () => {
  expect(OF_COMMANDS).toEqual(['SESSIONSCOPE_KEY']);
  expect(OF_COMPOSE.length).toBeGreaterThan(2);
});

test.each(Object.keys(readConfig({})))('the commands use the member %s of Config', (name) => {
  const commands = readdirSync('src/commands', { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .map((path) => read(join('src/commands', path)));
  expect(commands.some((text) => new RegExp(`\\b${name}\\b`).test(text))).toBe(true);
});

describe('.env.example and docs/operating.md', () => {
  test.each(NAMES)('have %s once each', (name) => {
    expect(EXAMPLES.filter((example) => example.name === name)).toHaveLength(1);
    expect(ROWS.filter((row) => row.name === name)).toHaveLength(1);
  });

  test('have nothing that is not a setting', () => {
    expect([...EXAMPLES, ...ROWS].map(({ name }) => name).filter((name) => !NAMES.includes(name))).toEqual(
      [],
    );
  });

  test.each([...SETTINGS])('give the default of %s', (name, fallback) => {
    expect(ROWS.find((row) => row.name === name)?.fallback).toBe(fallback);
    if (fallback !== '') expect(EXAMPLES.find((example) => example.name === name)?.value).toBe(fallback);
  });

  // Some settings exclude each other, so each is tried alone, with those that it requires.
  test.each(EXAMPLES.filter(({ name, value }) => SETTINGS.has(name) && value !== ''))(
    'show a valid value of $name',
    ({ name }) => {
      const group = ['DATABASE_READER_URL', 'DATABASE_WRITER_URL'].includes(name)
        ? /^DATABASE_(READER|WRITER)_URL$/
        : name.startsWith('OIDC_')
          ? /^OIDC_/
          : new RegExp(`^${name}$`);
      const examples = EXAMPLES.filter((example) => group.test(example.name) && example.value !== '');
      expect(() =>
        readConfig(Object.fromEntries(examples.map((example) => [example.name, example.value]))),
      ).not.toThrow();
    },
  );
});

describe('docker-compose.yml', () => {
  const { services } = parse(COMPOSE, { merge: true }) as {
    readonly services: Readonly<Record<string, { readonly environment: Readonly<Record<string, string>> }>>;
  };

  test.each(NAMES)('passes %s, or sets it itself', (name) => {
    expect(COMPOSE.includes(`\${${name}:`)).toBe(!Object.hasOwn(FIXED, name));
  });

  test('uses nothing that is not a setting', () => {
    expect(namesOf(COMPOSE, /\$\{([A-Z_]+)/g).filter((name) => !NAMES.includes(name))).toEqual([]);
  });

  test('passes settings to the API under their own names', () => {
    const passed = [...COMPOSE.matchAll(/^ +([A-Z_]+): \$\{([A-Z_]+):-/gm)].filter(
      ([, , from = '']) => !OF_COMPOSE.includes(from),
    );
    expect(passed.length).toBeGreaterThan(20);
    expect(passed.filter(([, to, from]) => to !== from)).toEqual([]);
    expect(passed.map(([, name = '']) => name).filter((name) => !SETTINGS.has(name))).toEqual([]);
  });

  test.each(['api', 'api-1', 'api-2'])('gives %s the logins of make-logins.sh', (name) => {
    const logins = read('docs/operating/make-logins.sh');
    for (const [setting, login] of [
      ['DATABASE_READER_URL', 'sessionscope_reader_login'],
      ['DATABASE_WRITER_URL', 'sessionscope_writer_login'],
    ] as const) {
      expect(services[name]?.environment[setting]).toContain(`//${login}:`);
      expect(logins).toContain(`alter role ${login} password`);
    }
    expect(Object.keys(services[name]?.environment ?? {})).not.toContain('DATABASE_URL');
  });

  test('gives the login of the owner to maintain', () => {
    expect(services['maintain']?.environment['DATABASE_URL']).toContain('//sessionscope@');
  });
});

test.each([
  ['Dockerfile', /^ENV (.*)$/gm],
  ['docs/operating/sessionscope.service', /^Environment=(.*)$/gm],
])('%s sets nothing that is not a setting', (path, lines) => {
  const names = [...read(path).matchAll(lines)].flatMap(([, line = '']) => namesOf(line, /\b([A-Z_]+)=/g));
  expect(names.length).toBeGreaterThan(1);
  expect(names.filter((name) => name !== 'NODE_ENV' && !SETTINGS.has(name))).toEqual([]);
});
