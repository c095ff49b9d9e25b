import { readFileSync } from 'node:fs';

import { expect, test } from '@jest/globals';

import { ERASE_OPTIONS } from '../../src/commands/erase/parseErasure.ts';
import { KEYS_OPTIONS } from '../../src/commands/keys/parseKeysArguments.ts';
import { EXPORT_OPTIONS } from '../../src/exporter/parseExportArguments.ts';
import { IMPORT_OPTIONS } from '../../src/importer/importOptions.ts';
import { PAGES } from '../support/docs/pages.ts';

const OPTIONS: Readonly<Record<string, object>> = {
  erase: ERASE_OPTIONS,
  export: EXPORT_OPTIONS,
  import: IMPORT_OPTIONS,
  keys: KEYS_OPTIONS,
  start: IMPORT_OPTIONS,
};

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly scripts: Readonly<Record<string, string>>;
};

/** The commands of npm in the text and the examples of all pages. */
const COMMANDS = PAGES.flatMap(({ name, text }) =>
  [...text.matchAll(/\bnpm (?:run (?:--silent )?([\w:]+)|(start|test))([^`\n]*)/g)].map(
    ({ 0: command, 1: script, 2: lifecycle, 3: words = '', index }) => ({
      place: `${name}:${text.slice(0, index).split('\n').length}`,
      command,
      script: script ?? lifecycle ?? '',
      options: words.match(/(?<= )--\w[\w-]*/g) ?? [],
    }),
  ),
);

test('every command of npm that a page names exists', () => {
  expect(COMMANDS.length).toBeGreaterThan(50);
  expect(COMMANDS.filter(({ script }) => !Object.hasOwn(scripts, script))).toEqual([]);
});

test('every option that a page gives to a command exists', () => {
  const given = COMMANDS.flatMap(({ place, command, script, options }) =>
    options.map((option) => ({ place, command, script, option: option.slice(2) })),
  ).filter(({ script }) => Object.hasOwn(OPTIONS, script));
  expect(given.length).toBeGreaterThan(15);
  expect(given.filter(({ script, option }) => !Object.hasOwn(OPTIONS[script] ?? {}, option))).toEqual([]);
});

test('an erasure that a page shows names a host or an account', () => {
  const erasures = COMMANDS.filter(({ script, options }) => script === 'erase' && options.length > 0);
  expect(erasures.length).toBeGreaterThan(2);
  expect(
    erasures.filter(({ options }) => !options.some((option) => ['--host', '--account'].includes(option))),
  ).toEqual([]);
});
