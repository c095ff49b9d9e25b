import { PassThrough } from 'node:stream';

import { describe, expect, test } from '@jest/globals';

import { eventPage, runExportCommand } from '../exporter/exporting.ts';
import { answer, startFakeServer } from '../importer/fakeServer.ts';
import type { Behaviour } from '../importer/fakeServer.ts';
import { LONG_TIMEOUTS, runCommand, someRecords, writeFile } from '../importer/importing.ts';
import { makeDeferred } from '../support/makeDeferred.ts';

type Options = Parameters<typeof runExportCommand>[1];

/** Runs import or export against a server; `onErrors` receives the whole text of standard error so far. */
const COMMANDS = {
  import: async (url: string, { onErrors = () => undefined, ...options }: Options = {}) => {
    const errors = new PassThrough();
    let text = '';
    errors.on('data', (piece: Buffer) => {
      text += piece.toString();
      onErrors(text);
    });
    const ended = await runCommand(['--url', url, writeFile(someRecords(3))], { ...options, errors });
    return { ...ended, errors: text };
  },
  export: async (url: string, options: Options = {}) => runExportCommand(['events', '--url', url], options),
} as const;

type Command = keyof typeof COMMANDS;

const BODIES: Readonly<Record<Command, (events: readonly object[]) => object>> = {
  import: (events) => answer(events as never),
  export: () => eventPage(['ana'], null),
};

const BOTH = ['import', 'export'] as const;

describe('a server that accepts connections and never answers', () => {
  test.each(BOTH)('%s prints what it waits for, and fails with advice', async (command) => {
    const server = await startFakeServer(undefined, () => 'HANG');
    const { code, output, errors } = await COMMANDS[command](server.url, {
      timeouts: { noticeMs: 1, firstAnswerMs: 200 },
    });
    expect(errors.split('\n')[0]).toBe(
      `${command}: the server at ${server.url} has not answered yet; waiting for its answer to GET /livez`,
    );
    expect(errors.split('\n')[1]).toMatch(
      /^\w+: the server at \S+ accepts connections but has not answered within 0\.2 s; .* --url/,
    );
    expect(output).toBe('');
    expect(code).toBe(1);
    expect(server.requests).toEqual([]);
  });
});

describe('the command waits for a server that answers late', () => {
  test.each(BOTH)('%s: at the first request', async (command) => {
    const told = makeDeferred();
    const server = await startFakeServer(
      (events) => ({ body: BODIES[command](events) }),
      async () => {
        await told.promise;
        return { status: 200 };
      },
    );
    const { code, errors } = await COMMANDS[command](server.url, {
      timeouts: { ...LONG_TIMEOUTS, noticeMs: 1 },
      onErrors: (text) => {
        if (text.includes('has not answered yet')) told.resolve();
      },
    });
    expect(errors).toContain('waiting for its answer to GET /livez\n');
    expect(code).toBe(0);
  });

  test.each([
    ['import', 'waiting for it to store events\n'],
    ['export', 'waiting for a page of events\n'],
  ] as const)(
    '%s: at a later request, longer than the deadline of the first one',
    async (command, sentence) => {
      const told = makeDeferred();
      const server = await startFakeServer(async (events): Promise<Behaviour> => {
        await told.promise;
        return { body: BODIES[command](events) };
      });
      const { code, errors } = await COMMANDS[command](server.url, {
        timeouts: { ...LONG_TIMEOUTS, noticeMs: 20 },
        onErrors: (text) => {
          if (text.includes(sentence)) told.resolve();
        },
      });
      expect(errors).toContain(`the server at ${server.url} has not answered yet; ${sentence}`);
      expect(code).toBe(0);
      expect(server.requests).toHaveLength(1);
    },
  );
});

test.each(BOTH)('%s: a broken connection of the first request does not count as silence', async (command) => {
  const server = await startFakeServer(
    (events) => ({ body: BODIES[command](events) }),
    () => 'DROP',
  );
  expect((await COMMANDS[command](server.url)).code).toBe(0);
  expect(server.probes()).toBe(1);
});

test.each(BOTH)('%s can be interrupted while it waits for the first answer', async (command) => {
  const interrupt = new AbortController();
  const server = await startFakeServer(undefined, () => {
    interrupt.abort();
    return 'HANG';
  });
  expect((await COMMANDS[command](server.url, { interrupt: interrupt.signal })).code).toBe(130);
});
