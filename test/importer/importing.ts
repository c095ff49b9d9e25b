import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';

import { afterEach } from '@jest/globals';

import type { ResponseTimeouts } from '../../src/client/awaitAnswer.ts';
import type { RetryPolicy } from '../../src/client/waitBeforeRetry.ts';
import { runImport } from '../../src/importer/runImport.ts';
import { LONG_WAIT_MS } from '../support/timeLimits.ts';

const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

/** Writes a file for one test: records (one per line), or the given content. */
export const writeFile = (content: readonly unknown[] | string | Buffer, name = 'security.jsonl'): string => {
  const folder = mkdtempSync(join(tmpdir(), 'sessionscope-import-'));
  folders.push(folder);
  const path = join(folder, name);
  const isRaw = typeof content === 'string' || Buffer.isBuffer(content);
  writeFileSync(path, isRaw ? content : content.map((record) => `${JSON.stringify(record)}\n`).join(''));
  return path;
};

/** Makes the n-th of many records of the Security log that become logins. */
export const aRecord = (n: number, fields: Readonly<Record<string, unknown>> = {}) => ({
  EventID: 4624,
  Channel: 'Security',
  Hostname: 'WS1',
  TimeCreated: new Date(Date.UTC(2026, 8, 1) + n * 1000).toISOString(),
  EventRecordID: n + 1,
  TargetUserName: 'ana',
  TargetDomainName: 'CORP',
  TargetLogonId: `0x${(n + 4096).toString(16)}`,
  LogonType: '3',
  IpAddress: '10.0.0.54',
  IpPort: '50438',
  ...fields,
});

export const someRecords = (count: number) => Array.from({ length: count }, (_, n) => aRecord(n));

/** Short waits, and as many attempts as a busy machine needs. */
export const QUICK_RETRY: RetryPolicy = { firstDelayMs: 5, maxDelayMs: 20, budgetMs: LONG_WAIT_MS };
/** For a server that stays down. */
export const SHORT_RETRY: RetryPolicy = { ...QUICK_RETRY, budgetMs: 3_000 };

/** For tests that do not concern a silent server. */
export const LONG_TIMEOUTS: ResponseTimeouts = { noticeMs: LONG_WAIT_MS, firstAnswerMs: LONG_WAIT_MS };

export type CommandResult = { readonly code: number; readonly output: string; readonly errors: string };

/** Runs the command in this process. */
export const runCommand = async (
  words: readonly string[],
  {
    retry = QUICK_RETRY,
    timeouts = LONG_TIMEOUTS,
    interrupt = new AbortController().signal,
    key = null as string | null,
    errors = new PassThrough(),
  } = {},
): Promise<CommandResult> => {
  const output = new PassThrough();
  const code = await runImport(words, { output, errors, interrupt, retry, timeouts, key });
  const textOf = (stream: PassThrough): string => ((stream.read() as Buffer | null) ?? '').toString();
  return { code, output: textOf(output), errors: textOf(errors) };
};

/** Reads the counts of the summary by title, without examples and time zones. */
export const readCounts = (output: string): Readonly<Record<string, number>> =>
  Object.fromEntries(
    [...output.matchAll(/^ {0,13}([\d,]+) {2,4}(\S.*)$/gm)].map(([, count = '', title = '']) => [
      title,
      Number(count.replaceAll(',', '')),
    ]),
  );
