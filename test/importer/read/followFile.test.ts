import { appendFileSync, renameSync, truncateSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import { describe, expect, test } from '@jest/globals';

import { followFile } from '../../../src/importer/read/followFile.ts';
import { UTMP_LAYOUTS } from '../../../src/sensors/linux/parseUtmp.ts';

import { awaitUntil } from '../../support/awaitUntil.ts';
import { makeUtmpRecord } from '../../support/utmpFile.ts';
import { answer, startFakeServer } from '../fakeServer.ts';
import type { FakeServer } from '../fakeServer.ts';
import { readCounts, runCommand, writeFile } from '../importing.ts';

/** Settles when the follower has again read all available content. */
type CaughtUp = () => Promise<void>;

/** Follows a file while `act` changes it; returns the records as `line:value` or `line:reason`. */
const follow = async (
  file: string,
  act: (read: readonly string[], caughtUp: CaughtUp) => Promise<void>,
): Promise<readonly string[]> => {
  const read: string[] = [];
  const end = new AbortController();
  const waiting: (() => void)[] = [];
  const caughtUp: CaughtUp = async () =>
    new Promise((resolve) => {
      waiting.push(resolve);
    });
  const reading = (async () => {
    for await (const { records, isCaughtUp } of followFile(file, { signal: end.signal, format: null })) {
      for (const record of records) {
        read.push(`${record.line}:${record.kind === 'VALUE' ? JSON.stringify(record.value) : record.reason}`);
      }
      if (isCaughtUp) for (const settle of waiting.splice(0)) settle();
    }
  })();
  await act(read, caughtUp);
  end.abort();
  await reading;
  return read;
};

const untilRead = (read: readonly string[], count: number): Promise<void> =>
  awaitUntil(`${count} records are read`, async () => read.length >= count);

describe('a followed file', () => {
  test('is read as it grows, each line when it is complete', async () => {
    const file = writeFile('{"n":1}\n');
    const read = await follow(file, async (seen, caughtUp) => {
      await untilRead(seen, 1);
      appendFileSync(file, '{"n":2}\n{"n"');
      await untilRead(seen, 2);
      await caughtUp();
      expect(seen).toHaveLength(2);
      appendFileSync(file, ':3}\n');
      await untilRead(seen, 3);
      appendFileSync(file, '{"half": ');
      await caughtUp();
      await caughtUp();
    });
    expect(read).toEqual(['1:{"n":1}', '2:{"n":2}', '3:{"n":3}']);
  });

  test('may be empty or missing at first', async () => {
    const file = writeFile('');
    const later = `${file}.later`;
    const act = (name: string) => async (seen: readonly string[]) => {
      await sleep(300);
      appendFileSync(name, '{"n":1}\n');
      await untilRead(seen, 1);
    };
    expect(await follow(file, act(file))).toEqual(['1:{"n":1}']);
    expect(await follow(later, act(later))).toEqual(['1:{"n":1}']);
  });

  test('is followed by name when it is rotated, after the old file is read to its end', async () => {
    const file = writeFile('{"n":1}\n');
    const read = await follow(file, async (seen, caughtUp) => {
      await untilRead(seen, 1);
      renameSync(file, `${file}.1`);
      appendFileSync(`${file}.1`, '{"n":2}\n');
      await untilRead(seen, 2);
      writeFileSync(file, '{"n":4}\n');
      // By the second time at the latest, the follower has noticed the new file.
      await caughtUp();
      await caughtUp();
      appendFileSync(`${file}.1`, '{"n":3}');
      await untilRead(seen, 4);
      appendFileSync(file, '{"n":5}\n');
      await untilRead(seen, 5);
    });
    expect(read).toEqual(['1:{"n":1}', '2:{"n":2}', '3:{"n":3}', '1:{"n":4}', '2:{"n":5}']);
  });

  test('is read from its beginning when it was truncated, and a line of which only a part was read fails', async () => {
    const file = writeFile('{"n":1}\n{"n":');
    const read = await follow(file, async (seen, caughtUp) => {
      await untilRead(seen, 1);
      await caughtUp();
      truncateSync(file, 0);
      appendFileSync(file, '{"n":3}\n');
      await untilRead(seen, 3);
    });
    expect(read).toEqual(['1:{"n":1}', '2:incomplete: its file was truncated', '1:{"n":3}']);
  });

  test('is recognized as truncated even when it has grown beyond the old position', async () => {
    const file = writeFile('{"n":1}\n');
    const read = await follow(file, async (seen, caughtUp) => {
      await untilRead(seen, 1);
      await caughtUp();
      writeFileSync(file, '{"m":1}\n{"m":2}\n{"m":3}\n');
      await untilRead(seen, 4);
    });
    expect(read).toEqual(['1:{"n":1}', '1:{"m":1}', '2:{"m":2}', '3:{"m":3}']);
  });

  test.each(UTMP_LAYOUTS)(
    'may be wtmp ($recordBytes bytes $endian), whose records are read when they are complete, however they are appended',
    async (layout) => {
      // No byte of these records is that of a line end.
      const records = [0, 1, 2, 3].map((n) =>
        makeUtmpRecord(layout, {
          type: n % 2 === 0 ? 7 : 8,
          pid: 700,
          line: 'pts/0',
          user: `user${n}`,
          seconds: 1_794_823_200 + n,
        }),
      );
      expect(Buffer.concat(records).includes(10)).toBe(false);
      const numbers = (count: number): readonly RegExp[] =>
        Array.from({ length: count }, (_, n) => new RegExp(`^${n + 1}:.*"user${n}"`));
      const cuts = Array.from({ length: 40 }, (_, n) => 1 + ((n * 97) % (2 * layout.recordBytes)));
      const readCut = async (cut: number): Promise<void> => {
        const [first, second, third, fourth] = records as [Buffer, Buffer, Buffer, Buffer];
        const content = Buffer.concat([first, second]);
        const file = writeFile(content.subarray(0, cut), 'wtmp');
        const read = await follow(file, async (seen, caughtUp) => {
          await caughtUp();
          appendFileSync(file, content.subarray(cut));
          await untilRead(seen, 2);
          appendFileSync(file, third);
          await untilRead(seen, 3);
          appendFileSync(file, fourth.subarray(0, 100));
          await caughtUp();
          await caughtUp();
          expect(seen).toHaveLength(3);
        });
        expect(read).toEqual(numbers(3).map((pattern) => expect.stringMatching(pattern)));
      };
      await Promise.all(cuts.map(readCut));
    },
  );
});

const awaitRequests = ({ requests }: FakeServer, count: number): Promise<void> =>
  awaitUntil(`${count} requests arrived`, async () => requests.length === count);

const now = (): string => new Date().toISOString().replace('Z', '+00:00');
const accepted = (pid: number): string =>
  `${now()} web01 sshd[${pid}]: Accepted password for ana from 10.0.0.9 port ${pid} ssh2\n`;

describe('import --follow', () => {
  test('sends what is appended within seconds, and the rest when it is stopped', async () => {
    const server = await startFakeServer();
    const file = writeFile(accepted(1), 'auth.log');
    const interrupt = new AbortController();
    const importing = runCommand(['--url', server.url, '--follow', file], { interrupt: interrupt.signal });
    await awaitRequests(server, 1);
    appendFileSync(file, accepted(2));
    await awaitRequests(server, 2);
    appendFileSync(file, accepted(3));
    // Wait until it is read.
    await sleep(2000);
    interrupt.abort();
    const { code, output } = await importing;
    expect(server.requests.flat().map(({ login }: any) => login.loginId)).toEqual(['0x1', '0x2', '0x3']);
    expect(readCounts(output)).toMatchObject({ 'records read': 3, events: 3, accepted: 3 });
    expect(output).not.toContain('STOPPED');
    expect(code).toBe(0);
  });

  test('reads several files concurrently, and flushes records that wait', async () => {
    const server = await startFakeServer();
    const login = (seconds: number): string =>
      `type=USER_LOGIN msg=audit(${(Date.now() / 1000 - seconds).toFixed(3)}:9000): pid=700 uid=0 auid=1000 ses=5 msg='op=login id=1000 exe="/usr/sbin/sshd" hostname=10.0.0.8 addr=10.0.0.8 terminal=ssh res=success'\n`;
    const audit = writeFile('', 'audit.log');
    const auth = writeFile('', 'auth.log');
    const interrupt = new AbortController();
    const words = ['--url', server.url, '--host', 'web01', '--follow', audit, auth];
    const importing = runCommand(words, { interrupt: interrupt.signal });
    appendFileSync(audit, login(20));
    await awaitRequests(server, 1);
    appendFileSync(audit, login(0).replace('ses=5', 'ses=6'));
    appendFileSync(auth, accepted(2));
    await awaitRequests(server, 2);
    // The auditd login of this second still waits for other records of its process.
    expect(server.requests.flat().map(({ login: { loginId } }: any) => loginId)).toEqual([
      '0x100000005',
      '0x2',
    ]);
    interrupt.abort();
    await importing;
    expect(server.requests.flat().map(({ login: { loginId } }: any) => loginId)).toEqual([
      '0x100000005',
      '0x2',
      '0x100000006',
    ]);
  });

  test('waits for a server that is down for longer than an import without --follow waits', async () => {
    const server = await startFakeServer((events, nth) => (nth < 8 ? 'DROP' : { body: answer(events) }));
    const file = writeFile(accepted(1), 'auth.log');
    const interrupt = new AbortController();
    const retry = { firstDelayMs: 20, maxDelayMs: 50, budgetMs: 60 };
    const importing = runCommand(['--url', server.url, '--follow', file], {
      interrupt: interrupt.signal,
      retry,
    });
    await awaitRequests(server, 9);
    interrupt.abort();
    expect(readCounts((await importing).output)).toMatchObject({ events: 1, accepted: 1 });
  });

  test.each([
    ['gzip', gzipSync('{}')],
    ['UTF-16', Buffer.from('\uFEFF{}', 'utf16le')],
    ['EVTX', Buffer.from('ElfFile\0')],
  ])('%s cannot be followed', async (_, content) => {
    const { code, errors } = await runCommand(['--follow', writeFile(content)]);
    expect(errors).toMatch(/cannot be followed \((?:evtx|gzip|UTF-16)\); import it without --follow/);
    expect(code).toBe(2);
  });

  test('and --dry-run exclude each other', async () => {
    const { code, errors } = await runCommand(['--follow', '--dry-run', writeFile('')]);
    expect(errors).toContain('--follow cannot be combined with --dry-run');
    expect(code).toBe(2);
  });
});
