import { describe, expect, test } from '@jest/globals';

import { KNOWN_FORMATS } from '../../src/sensors/knownFormats/knownFormats.ts';

import { readCounts, runCommand, writeFile } from './importing.ts';

const WITH_SAMPLE = KNOWN_FORMATS.flatMap(({ name, needs, sample }) =>
  sample === null ? [] : [{ name, needs, sample }],
);
const GIVEN = { '--host': 'WS1', '--timezone': 'UTC' } as const;

describe('known formats', () => {
  test.each(WITH_SAMPLE)(
    'the sample of $name is an event with the options that it needs',
    async ({ needs, sample }) => {
      const options = needs.flatMap((option) => [option, GIVEN[option]]);
      const { code, output } = await runCommand([
        '--dry-run',
        '--strict',
        ...options,
        writeFile(sample, 'sample'),
      ]);
      const counts = readCounts(output);
      expect(counts['valid (dry run: nothing was sent)']).toBeGreaterThan(0);
      expect([counts['failed'], code]).toEqual([0, 0]);
    },
  );

  test.each(WITH_SAMPLE.flatMap((format) => format.needs.map((option) => ({ ...format, option }))))(
    'the sample of $name fails without $option',
    async ({ needs, sample, option }) => {
      const others = needs.flatMap((one) => (one === option ? [] : [one, GIVEN[one]]));
      const { output } = await runCommand(['--dry-run', ...others, writeFile(sample, 'sample')]);
      expect(readCounts(output)).toMatchObject({ events: 0 });
      expect(output).toContain(option);
    },
  );

  test('no two have the same name', () => {
    const names = KNOWN_FORMATS.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
  });

  test('--formats lists each with its sample', async () => {
    const { code, output } = await runCommand(['--formats']);
    for (const { sample } of WITH_SAMPLE) {
      for (const line of sample.split('\n')) expect(output).toContain(`      ${line}\n`);
    }
    expect(output).toContain(
      '  auditd: /var/log/audit/audit.log, ausearch --raw; with --host unless it has node=; give --host\n',
    );
    expect(output).toContain('EVTX');
    expect(code).toBe(0);
  });
});
