import { describe, expect, test } from '@jest/globals';

import { answer, startFakeServer } from '../fakeServer.ts';
import { aRecord, runCommand, writeFile } from '../importing.ts';

/** The lines before the summary. */
const explain = async (words: readonly string[]): Promise<readonly string[]> => {
  const { output } = await runCommand(words);
  return output
    .slice(0, output.search(/^ +\d+ {2}records read$/m))
    .split('\n')
    .filter(Boolean);
};

describe('--explain', () => {
  test('prints for a record what was read, the outcome and the result of the server', async () => {
    const error = { code: 'INVALID_IP_ADDRESS', field: 'srcIp', message: 'srcIp is not an IP address.' };
    const server = await startFakeServer((events) => ({
      body: answer(events, ({ login }: any) => (login.loginId === '0x1001' ? error : null)),
    }));
    const file = writeFile([aRecord(0), aRecord(1), aRecord(2, { EventID: 4672 }), { some: 'thing' }]);
    const words = ['--url', server.url, file, '--explain'];
    expect(await explain([...words, '1'])).toEqual([
      expect.stringMatching(/jsonl:1 {2}read: \{"EventID":4624,.*"IpPort":"50438"\}$/),
      expect.stringMatching(
        /jsonl:1 {2}security 4624 becomes \{"login":\{"time":"2026-09-01T00:00:00.000000Z",.*\}\}$/,
      ),
      `${file}:1  is stored`,
    ]);
    expect((await explain([...words, '2'])).at(-1)).toBe(
      `${file}:2  is rejected: INVALID_IP_ADDRESS srcIp: srcIp is not an IP address.`,
    );
    expect((await explain([...words, '3'])).slice(1)).toEqual([
      `${file}:3  security 4672 is skipped: 4672 special privileges: no CAR action`,
    ]);
    expect((await explain([...words, '4'])).slice(1)).toEqual([
      expect.stringContaining(`${file}:4  it failed: unknown format: docs/importing.md lists the known ones`),
    ]);
    expect(await explain([...words, '5'])).toEqual([`${file}:5  there is no such record; the last one is 4`]);
  });

  test('all prints every record, also in a dry run', async () => {
    const file = writeFile([
      aRecord(0),
      aRecord(1, { IpAddress: '10.0.0.300' }),
      aRecord(2, { EventID: 4608 }),
    ]);
    const lines = await explain(['--dry-run', '--explain', 'all', file]);
    expect(lines.filter((line) => line.includes('  read: '))).toHaveLength(3);
    expect(lines).toContain(`${file}:1  is valid`);
    expect(lines).toContainEqual(
      expect.stringContaining(`${file}:2  is rejected: INVALID_IP_ADDRESS srcIp: `),
    );
    expect(lines).toContainEqual(
      `${file}:3  security 4608 becomes {"hostStart":{"time":"2026-09-01T00:00:02.000000Z","hostname":"WS1","sourceId":"windows/security/3"}}`,
    );
  });

  test('prints that a record was not stored', async () => {
    const server = await startFakeServer(() => ({ status: 400, body: '{"errors":[{"message":"no"}]}' }));
    const file = writeFile([aRecord(0)]);
    expect((await explain(['--url', server.url, '--explain', '1', file])).at(-1)).toMatch(
      /:1 {2}is not stored: /,
    );
  });

  test('prints no control characters from records', async () => {
    const file = writeFile([aRecord(0, { TargetUserName: 'a\u001B[31m\u202Eb' })]);
    const lines = await explain(['--dry-run', '--explain', 'all', file]);
    for (const sign of ['\u001B', '\u202E']) expect(lines.join('')).not.toContain(sign);
  });

  test.each(['0', 'x', '-1', '1.5'])('%s is refused', async (asked) => {
    const { code, errors } = await runCommand(['--dry-run', `--explain=${asked}`, writeFile('')]);
    expect(errors).toContain('--explain must be the number of a record (the line in its file), or all');
    expect(code).toBe(2);
  });
});
