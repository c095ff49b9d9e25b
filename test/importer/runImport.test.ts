import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { describe, expect, test } from '@jest/globals';

import { answer, startFakeServer } from './fakeServer.ts';
import { aRecord, readCounts, runCommand, someRecords, writeFile } from './importing.ts';
import { awaitUntil } from '../support/awaitUntil.ts';
import { makeDeferred } from '../support/makeDeferred.ts';

describe('an import', () => {
  test('sends every event once, and counts every record', async () => {
    const server = await startFakeServer();
    const file = writeFile([...someRecords(3), aRecord(3, { EventID: 4672 }), { some: 'thing' }]);
    const { code, output } = await runCommand(['--url', server.url, file]);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]?.[0]).toEqual({
      login: {
        time: '2026-09-01T00:00:00.000000Z',
        hostname: 'WS1',
        user: 'CORP\\ana',
        loginId: '0x1000',
        sourceId: 'windows/security/1',
        loginType: 'REMOTE',
        srcIp: '10.0.0.54',
        srcPort: 50438,
        loginSuccessful: true,
      },
    });
    expect(readCounts(output)).toMatchObject({
      'records read': 5,
      events: 3,
      accepted: 3,
      duplicates: 0,
      rejected: 0,
      skipped: 1,
      failed: 1,
    });
    expect(output).toContain(`${file}:5`);
    expect(code).toBe(1);
  });

  test('succeeds with skipped records and duplicates', async () => {
    const server = await startFakeServer((events) => ({ body: answer(events, () => 'DUPLICATE') }));
    const file = writeFile([...someRecords(2), aRecord(3, { EventID: 4672 })]);
    const { code, output } = await runCommand([file, file, '--url', server.url]);
    expect(readCounts(output)).toMatchObject({ 'records read': 6, duplicates: 4, skipped: 2, failed: 0 });
    expect(code).toBe(0);
  });

  test('prints rejected events with code, file, line, field and message', async () => {
    const error = { code: 'INVALID_IP_ADDRESS', field: 'srcIp', message: 'srcIp is not an IP address.' };
    const judge = ({ login }: { login?: unknown }) =>
      (login as { srcIp: string }).srcIp === '10.0.0.256' ? error : null;
    const server = await startFakeServer((events) => ({ body: answer(events, judge) }));
    const bad = aRecord(1, { IpAddress: '10.0.0.256' });
    const file = writeFile([aRecord(0), bad, aRecord(2), bad, bad, bad]);
    const { code, output } = await runCommand(['--url', server.url, file]);
    expect(readCounts(output)).toMatchObject({ accepted: 2, rejected: 4, INVALID_IP_ADDRESS: 4 });
    for (const line of [2, 4, 5])
      expect(output).toContain(`${file}:${line}  srcIp: srcIp is not an IP address.`);
    expect(output).not.toContain(`${file}:6`);
    expect(code).toBe(1);
  });

  test('sends batches of a thousand, four concurrently', async () => {
    const { promise: isReleased, resolve: release } = makeDeferred();
    const server = await startFakeServer(async (events) => {
      await isReleased;
      return { body: answer(events) };
    });
    const importing = runCommand(['--url', server.url, writeFile(someRecords(9_500))]);
    await awaitUntil('four requests are open', async () => server.requests.length === 4);
    // Wait, so that a fifth request would be seen.
    await sleep(250);
    release();
    const { code, output } = await importing;
    const sizes = server.requests.map((events) => events.length);
    expect(sizes.toSorted((a, b) => b - a)).toEqual([...Array<number>(9).fill(1_000), 500]);
    expect(server.mostOpen()).toBe(4);
    expect(readCounts(output)).toMatchObject({ accepted: 9_500 });
    expect(code).toBe(0);
  });

  test('reads only as fast as the server stores', async () => {
    const { promise: isReleased, resolve: release } = makeDeferred();
    const server = await startFakeServer(async (events) => {
      await isReleased;
      return { body: answer(events) };
    });
    // Some 20 MB; one block is read at a time while four batches are in flight.
    const records = someRecords(20_000).map((record) => ({ ...record, Message: 'x'.repeat(800) }));
    const importing = runCommand(['--url', server.url, writeFile(records)]);
    await awaitUntil('four requests are open', async () => server.requests.length === 4);
    // Wait, so that further requests would be seen.
    await sleep(250);
    expect(server.requests.length).toBe(4);
    release();
    expect(readCounts((await importing).output)).toMatchObject({ accepted: 20_000 });
  });

  test('sends an event that is far too large on its own, and continues without it', async () => {
    const server = await startFakeServer((events) => {
      const bytes = JSON.stringify(events).length;
      if (bytes < 3_000_000) return { body: answer(events) };
      return { status: 413, body: { errors: [{ message: 'The body is over 3 MB.' }] } };
    });
    const huge = aRecord(1, { TargetUserName: 'x'.repeat(3_000_000) });
    const { code, output } = await runCommand([
      '--url',
      server.url,
      writeFile([aRecord(0), huge, aRecord(2)]),
    ]);
    expect(readCounts(output)).toMatchObject({
      accepted: 2,
      'not stored': 1,
      'HTTP 413: The body is over 3 MB.': 1,
    });
    expect(code).toBe(1);
  });

  test('continues after invalid lines', async () => {
    const lines = [
      '\uFEFF' + JSON.stringify(aRecord(0)),
      '',
      '   \r',
      JSON.stringify(aRecord(1)).slice(0, 50),
      JSON.stringify(aRecord(2)) + '\r',
      'plain text',
      '\u0000\u0001',
      JSON.stringify(aRecord(3)),
    ];
    const binary = Buffer.from([0xff, 0xfe, 0x7b, 0x80, 0x0a]);
    const latin1 = Buffer.from(JSON.stringify(aRecord(4, { TargetUserName: 'Jürgen' })), 'latin1');
    const file = writeFile(Buffer.concat([Buffer.from(lines.join('\n') + '\n'), binary, latin1]));
    const server = await startFakeServer();
    const { code, output } = await runCommand(['--url', server.url, file]);
    expect(readCounts(output)).toMatchObject({
      'records read': 8,
      accepted: 4,
      failed: 4,
      'not JSON': 4,
    });
    expect(output).toContain(
      'text that is not UTF-8 read as latin1 (set another with --encoding) for 1 record\n',
    );
    for (const line of [4, 6, 7, 10]) expect(output).toMatch(new RegExp(`:${line}$|other`, 'm'));
    expect(code).toBe(1);
  });

  test('shows the time zones that were used', async () => {
    const local = { TimeCreated: undefined, EventTime: '2026-07-01 03:07:18' };
    const inferred = {
      ...local,
      EventReceivedTime: '2026-07-01 03:07:20',
      '@timestamp': '2026-07-01T07:07:20Z',
    };
    const file = writeFile([aRecord(0, inferred), aRecord(1, inferred), aRecord(2, local)]);
    const { code, output } = await runCommand(['--dry-run', '--timezone', 'Europe/Berlin', file]);
    expect(output).toContain('time zone -04:00 inferred for 2 records\n');
    expect(output).toContain('time zone Europe/Berlin given by --timezone for 1 record\n');
    expect(code).toBe(0);
  });

  test('prints no control characters from the files', async () => {
    const file = writeFile([aRecord(0, { Channel: '\u001b[31mred\u202e' })]);
    const { output } = await runCommand(['--dry-run', file]);
    expect(output).toContain('not a session event (\uFFFD[31mred\uFFFD)');
  });

  test('shows at most 200 reasons', async () => {
    const records = Array.from({ length: 500 }, (_, n) => aRecord(n, { Channel: `channel ${n}` }));
    const counts = readCounts((await runCommand(['--dry-run', writeFile(records)])).output);
    expect(counts).toMatchObject({ skipped: 500, 'other reasons': 300 });
  });
});

describe('a dry run', () => {
  test('validates events like a server, and needs no server', async () => {
    const file = writeFile([aRecord(0), aRecord(1, { IpAddress: '10.0.0.256' })]);
    const { code, output } = await runCommand(['--dry-run', '--url', 'http://127.0.0.1:1/graphql', file]);
    expect(readCounts(output)).toMatchObject({
      events: 2,
      'valid (dry run: nothing was sent)': 1,
      rejected: 1,
      INVALID_IP_ADDRESS: 1,
    });
    expect(code).toBe(1);
  });
});

describe('an invalid command line', () => {
  test.each([
    [[], 'no FILE was given'],
    [['--speed', '9', 'a'], "Unknown option '--speed'"],
    [['--url', 'ftp://x/', 'a'], '--url must be'],
    [['--url', 'http://user:secret@x/', 'a'], '--url must be'],
    [['--timezone', 'Mars/Olympus', 'a'], '--timezone must be'],
    [['--timezone'], "Option '--timezone <value>' argument missing"],
    [['-', '-'], 'standard input (-) can be read only once'],
  ])('%j', async (words, message) => {
    const { code, output, errors } = await runCommand(words);
    expect(errors).toContain(message);
    expect(errors).not.toContain('secret');
    expect(output).toBe('');
    expect(code).toBe(2);
  });

  test('the files of a folder and its subfolders are read in the order of their names, except hidden ones', async () => {
    const first = writeFile([aRecord(0)], 'b.jsonl');
    const folder = dirname(first);
    mkdirSync(join(folder, 'a', 'empty'), { recursive: true });
    writeFileSync(join(folder, 'a', 'z.jsonl'), 'second\n');
    writeFileSync(join(folder, 'c.jsonl'), 'third\n');
    writeFileSync(join(folder, '.hidden'), 'hidden\n');
    symlinkSync(folder, join(folder, 'a', 'loop'));
    const { output, code } = await runCommand(['--dry-run', folder]);
    expect(readCounts(output)).toMatchObject({ 'records read': 3, events: 1, failed: 2 });
    expect(output.indexOf(join(folder, 'a', 'z.jsonl:1'))).toBeLessThan(
      output.indexOf(join(folder, 'c.jsonl:1')),
    );
    expect(output).toContain(join(folder, 'a', 'z.jsonl:1'));
    expect(code).toBe(1);
  });

  test('all unreadable files are reported before anything is sent', async () => {
    const server = await startFakeServer();
    const file = writeFile(someRecords(2));
    const folder = join(dirname(file), 'folder');
    mkdirSync(folder);
    symlinkSync('/none/target', join(dirname(file), 'link'));
    const words = [
      '--url',
      server.url,
      file,
      '/none/a.jsonl',
      folder,
      '/none/b.jsonl',
      join(dirname(file), 'link'),
    ];
    const { code, errors } = await runCommand(words);
    expect(errors).toBe(
      [
        'import: /none/a.jsonl does not exist',
        `import: ${folder} is a folder without files`,
        'import: /none/b.jsonl does not exist',
        `import: ${join(dirname(file), 'link')} does not exist`,
        'import: nothing was sent\n',
      ].join('\n'),
    );
    expect(server.requests).toEqual([]);
    expect(code).toBe(2);
  });

  test('--help prints the usage with exit code 0', async () => {
    const { code, output } = await runCommand(['--help']);
    expect(output).toContain('Usage: npm run import -- [options] FILE');
    expect(code).toBe(0);
  });
});
