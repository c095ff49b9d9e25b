import { spawnSync } from 'node:child_process';

import { expect, test } from '@jest/globals';

import { readCpuSeconds, readMemoryMib, readParent } from './readCpu.ts';

const BURN = 'while (process.cpuUsage().user < 300_000);';

test('processor seconds include those of a child that has ended', () => {
  const before = readCpuSeconds(process.pid);
  expect(spawnSync(process.execPath, ['-e', BURN]).status).toBe(0);
  expect(readCpuSeconds(process.pid) - before).toBeGreaterThan(0.28);
});

test('processor seconds include those of a child that runs', () => {
  const read = `import { readCpuSeconds } from './test/bench/readCpu.ts';
    ${BURN} console.log(readCpuSeconds(process.ppid) >= 0.28);`;
  // The last command is another one, so that the shell stays the parent.
  const shell = `${process.execPath} --import tsx --input-type=module -e "$CODE"; true`;
  const environment = { PATH: process.env['PATH'], CODE: read };
  const parent = spawnSync('sh', ['-c', shell], { env: environment, encoding: 'utf8' });
  expect(parent).toMatchObject({ stderr: '', stdout: 'true\n' });
});

test('a process that has ended counts as none, and its parent cannot be read', () => {
  const { pid } = spawnSync(process.execPath, ['-e', '']);
  expect(readCpuSeconds(pid)).toBe(0);
  expect(readMemoryMib(pid)).toBe(0);
  expect(() => readParent(pid)).toThrow(`Process ${pid} has ended.`);
});

test('the parent and the memory of this process are read', () => {
  expect(readParent(process.pid)).toBe(process.ppid);
  // In MiB: Node needs some ten, and this process less than a hundred thousand.
  expect(readMemoryMib(process.pid)).toBeGreaterThan(10);
  expect(readMemoryMib(process.pid)).toBeLessThan(100_000);
});
