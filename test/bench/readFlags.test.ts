import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

import { expect, test } from '@jest/globals';

import { follow } from '../support/spawnCommand.ts';
import type { Ended } from '../support/spawnCommand.ts';

const bench = async (...words: readonly string[]): Promise<Ended> => {
  const env = { PATH: process.env['PATH'], HOME: process.env['HOME'] };
  const command = ['--silent', 'run', 'bench', ...words];
  return follow(spawn('npm', command, { cwd: resolve('.'), env, stdio: 'pipe' })).ended;
};

test('npm run bench -- --help prints the usage', async () => {
  const { code, output, errors } = await bench('--', '--help');
  expect(output).toMatch(
    /^Usage: npm run bench -- \[options\]\n[^]*--quick[^]*--growth SIZE[^]*--peers[^]*--mix \[MINUTES\][^]*--explorer[^]*--json FILE/,
  );
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
});

test.each([
  ['an unknown flag', ['--', '--fast'], /^bench: Unknown option '--fast'\n\nUsage: /],
  ['an operand', ['--', 'quick'], /^bench: unknown argument "quick"; /],
  ['--json without a file', ['--', '--json='], /^bench: --json needs the path of a file\n/],
  [
    '--growth without a size',
    ['--', '--growth', '0m'],
    /^bench: --growth needs a number of million events, from 1m to 99m, not "0m"\n/,
  ],
  [
    '--growth in thousands',
    ['--', '--growth', '20k'],
    /^bench: --growth needs a number of million events, from 1m to 99m, not "20k"\n/,
  ],
  [
    '--growth with --explorer',
    ['--', '--growth', '1m', '--explorer'],
    /^bench: --growth cannot be combined with --quick, --peers, --mix or --explorer\n/,
  ],
  [
    '--mix for no time',
    ['--', '--mix', '0'],
    /^bench: the minutes of --mix must be a number above 0, up to 1440, not "0"\n/,
  ],
  ['--mix with two numbers', ['--', '--mix', '1', '2'], /^bench: unknown argument "2"; /],
  ['a flag that npm consumed', ['--quick'], /^bench: npm took --quick as its own configuration/],
])('%s is refused, with the usage', async (_, words, message) => {
  const { code, output, errors } = await bench(...words);
  expect(errors).toMatch(message);
  expect(errors).not.toContain('    at ');
  expect({ code, output }).toEqual({ code: 2, output: '' });
});
