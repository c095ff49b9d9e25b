import { readFileSync } from 'node:fs';

import { expect, test } from '@jest/globals';
import { parse } from 'yaml';

import { listSettings } from '../../src/config/config.ts';

const read = (path: string): string => readFileSync(path, 'utf8');

/** What the server reads, with its defaults. */
const SETTINGS = listSettings();
/** Documented beside them: for the commands, and for docker compose alone. */
const OTHERS = [
  'SESSIONSCOPE_KEY',
  'POSTGRES_PASSWORD',
  'POSTGRES_READER_PASSWORD',
  'POSTGRES_WRITER_PASSWORD',
];
const NAMES = [...SETTINGS.keys(), ...OTHERS];

/** In docker-compose.yml these are not taken from outside. */
const FIXED = {
  HOST: 'the container listens on all of its addresses; the published port is bound to the loopback address',
  DATA_DIR: 'there is no embedded Postgres in the image',
  DATABASE_URL: 'it is the Postgres of docker-compose.yml',
  DATABASE_READER_URL: 'it is the login that make-logins.sh makes',
  DATABASE_WRITER_URL: 'it is the login that make-logins.sh makes',
  SESSIONSCOPE_KEY: 'it is for commands that run elsewhere',
} as const;

const namesOf = (text: string, pattern: RegExp): readonly string[] =>
  [...text.matchAll(pattern)].map(([, name = '']) => name);

const EXAMPLE = namesOf(read('.env.example'), /^#?([A-Z_]+)=/gm);
const ROWS = [...read('docs/settings.md').matchAll(/^\| `([A-Z_]+)` *\| (?:`([^`]*)`)? *\|/gm)];
const COMPOSE = read('docker-compose.yml');

test.each(NAMES)('%s is in .env.example and in docs/settings.md, once each', (name) => {
  expect(EXAMPLE.filter((other) => other === name)).toEqual([name]);
  expect(ROWS.filter(([, other]) => other === name)).toHaveLength(1);
});

test('what is documented is a setting', () => {
  expect(EXAMPLE.filter((name) => !NAMES.includes(name))).toEqual([]);
  expect(ROWS.map(([, name]) => name).filter((name = '') => !NAMES.includes(name))).toEqual([]);
});

test.each([...SETTINGS])('the default of %s in docs/settings.md is the true one', (name, fallback) => {
  expect(ROWS.find(([, other]) => other === name)?.[2] ?? '').toBe(fallback);
});

test.each(NAMES.filter((name) => !Object.hasOwn(FIXED, name)))('docker-compose.yml passes %s', (name) => {
  expect(COMPOSE).toContain(`\${${name}:`);
});

test('what docker-compose.yml passes to the API is a setting, under its own name', () => {
  const passed = [...COMPOSE.matchAll(/^ +([A-Z_]+): \$\{([A-Z_]+):-/gm)];
  expect(passed.length).toBeGreaterThan(20);
  expect(passed.filter(([, to, from]) => to !== from)).toEqual([]);
  expect(passed.map(([, name]) => name).filter((name = '') => !SETTINGS.has(name))).toEqual([]);
});

test('docker-compose.yml gives the API the logins that make-logins.sh makes, and the login of the owner to maintain only', () => {
  const { services } = parse(COMPOSE, { merge: true }) as {
    readonly services: Readonly<Record<string, { readonly environment: Readonly<Record<string, string>> }>>;
  };
  const logins = read('docs/operating/make-logins.sh');
  for (const [setting, login] of [
    ['DATABASE_READER_URL', 'sessionscope_reader_login'],
    ['DATABASE_WRITER_URL', 'sessionscope_writer_login'],
  ] as const) {
    expect(services['api']?.environment[setting]).toContain(`//${login}:`);
    expect(logins).toContain(`alter role ${login} password`);
  }
  expect(Object.keys(services['api']?.environment ?? {})).not.toContain('DATABASE_URL');
  expect(services['maintain']?.environment['DATABASE_URL']).toContain('//sessionscope@');
});
