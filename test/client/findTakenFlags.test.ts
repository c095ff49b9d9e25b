import { dirname } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { findTakenFlags } from '../../src/client/findTakenFlags.ts';
import { ERASE_OPTIONS } from '../../src/commands/erase/parseErasure.ts';
import { KEYS_OPTIONS } from '../../src/commands/keys/parseKeysArguments.ts';
import { EXPORT_OPTIONS } from '../../src/exporter/parseExportArguments.ts';
import { IMPORT_OPTIONS } from '../../src/importer/importOptions.ts';
import { writeFile } from '../importer/importing.ts';

const OPTIONS = {
  start: IMPORT_OPTIONS,
  import: IMPORT_OPTIONS,
  export: EXPORT_OPTIONS,
  erase: ERASE_OPTIONS,
  keys: KEYS_OPTIONS,
} as const;

const EVERY = Object.entries(OPTIONS).flatMap(([command, options]) =>
  Object.keys(options).map((option) => [command, option] as const),
);

/** Calls findTakenFlags with the variables that npm sets for a script and for an option that it consumed. */
const environmentOf = (command: string, option: string, value = 'true') => ({
  npm_lifecycle_event: command,
  npm_config_yes: '',
  npm_config_prefix: '/usr',
  [`npm_config_${option.replaceAll('-', '_')}`]: value,
});

const find = (command: string, option: string, words: readonly string[] = ['x'], value = 'true') =>
  findTakenFlags(
    { command, words, options: OPTIONS[command as keyof typeof OPTIONS] },
    environmentOf(command, option, value),
  );

describe('an option that npm consumed is reported', () => {
  test.each(EVERY)('of %s: --%s', (command, option) => {
    const message = find(command, option) ?? '';
    expect(message).toContain(`npm took --${option} as its own configuration`);
    expect(message).toMatch(
      command === 'start' ? /^ {2}npm start -- /m : new RegExp(`^  npm run ${command} -- `, 'm'),
    );
    expect(message).toContain(`--${option}`);
  });

  test('with the correct command line', () => {
    expect(find('import', 'dry-run')).toBe(
      'npm took --dry-run as its own configuration and did not pass it on, so nothing was done. Write -- before the options:\n' +
        '  npm run import -- FILE… --dry-run',
    );
    expect(find('export', 'filter')).toMatch(/^ {2}npm run export -- LIST --filter …$/m);
  });
});

describe('--format, which npm expands to --format-package-lock and does not show in the environment', () => {
  const findFormat = (command: keyof typeof OPTIONS, words: readonly string[]) =>
    findTakenFlags({ command, words, options: OPTIONS[command] }, environmentOf(command, 'yes', ''));

  test.each([
    ['import', ['auth.log', 'text']],
    ['start', ['ndjson', 'auth.log']],
    ['export', ['events', 'csv']],
  ] as const)('is detected by its value: %s %j', (command, words) => {
    expect(findFormat(command, words)).toMatch(/^npm took --format as its own configuration[^]* --format …$/);
  });

  test.each([
    ['import', ['--format', 'text', 'auth.log']],
    ['import', ['--format=text', 'text']],
    ['import', ['auth.log']],
    ['export', ['events']],
  ] as const)('was not consumed: %s %j', (command, words) => {
    expect(findFormat(command, words)).toBeNull();
  });

  test('was not consumed when a file has the name of a format', () => {
    const here = process.cwd();
    process.chdir(dirname(writeFile('', 'text')));
    try {
      expect(findFormat('import', ['text'])).toBeNull();
    } finally {
      process.chdir(here);
    }
  });
});

test.each([
  ['was passed on as well', find('erase', 'yes', ['--host', 'a', '--yes'])],
  ['was passed on with a value', find('import', 'timezone', ['--timezone=local', 'x'])],
  ['is switched off', find('import', 'dry-run', ['x'], '')],
  ['is switched off by the word false', find('import', 'follow', ['x'], 'false')],
  [
    'belongs to another script, which started this one',
    findTakenFlags(
      { command: 'import', words: ['x'], options: IMPORT_OPTIONS },
      environmentOf('jest', 'dry-run'),
    ),
  ],
  [
    'does not come from a script',
    findTakenFlags(
      { command: 'import', words: ['x'], options: IMPORT_OPTIONS },
      { npm_config_dry_run: 'true' },
    ),
  ],
])('an option that %s is not reported', (_, message) => {
  expect(message).toBeNull();
});
