import { PassThrough } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';

import { describe, expect, test } from '@jest/globals';

import { formatLeft, startImportProgress } from '../../src/importer/progress.ts';
import { makeTally } from '../../src/importer/report/tally.ts';

const startOn = (output: PassThrough, totalBytes: number | null) => {
  const tally = makeTally();
  const progress = startImportProgress(output, tally, totalBytes);
  return { tally, progress, text: () => ((output.read() as Buffer | null) ?? '').toString() };
};

/** A stream with the properties of a terminal that the bar uses. */
const makeTerminal = (): PassThrough =>
  Object.assign(new PassThrough(), { isTTY: true, columns: 120, clearLine: () => {}, cursorTo: () => {} });

describe('progress', () => {
  test('is a bar on a terminal', async () => {
    const { tally, progress, text } = startOn(makeTerminal(), 1_000);
    Object.assign(tally, {
      records: 1_200,
      events: 890,
      hostStarts: 4,
      hostStops: 3,
      hostSeen: 2,
      disconnects: 1,
      accepted: 800,
      duplicates: 50,
    });
    progress.addBytes(500);
    progress.showTrouble('retrying: HTTP 503');
    await sleep(600);
    progress.stop();
    expect(text()).toMatch(
      /50% \| 1,200 records read, 850 of 900 events stored \| [1-9][\d,]* records\/s \| retrying: HTTP 503/,
    );
  });

  test('has no bar when the size is unknown', async () => {
    const { tally, progress, text } = startOn(makeTerminal(), null);
    tally.records = 7;
    await sleep(600);
    progress.stop();
    const shown = text();
    expect(shown).toContain('7 records read, 0 of 0 events stored');
    expect(shown).not.toContain('%');
  });

  test('shows only trouble when there is no terminal, and each message once', async () => {
    const { progress, text } = startOn(new PassThrough(), 1_000);
    progress.addBytes(500);
    progress.showTrouble('retrying: HTTP 503');
    progress.showTrouble('retrying: HTTP 503');
    progress.showTrouble(null);
    progress.stop();
    expect(text()).toBe('retrying: HTTP 503\n');
  });
});

test.each([
  [{ elapsedMs: 1_000, bytes: 500, totalBytes: 1_000 }, ''],
  [{ elapsedMs: 10_000, bytes: 0, totalBytes: 1_000 }, ''],
  [{ elapsedMs: 10_000, bytes: 500, totalBytes: 1_000 }, '10 s left | '],
  [{ elapsedMs: 10_000, bytes: 10, totalBytes: 1_000 }, '17 min left | '],
  [{ elapsedMs: 100_000, bytes: 1, totalBytes: 1_000 }, '28 h left | '],
  [{ elapsedMs: 10_000, bytes: 1_000, totalBytes: 1_000 }, ''],
])('%j: %p', (state, expected) => {
  expect(formatLeft(state)).toBe(expected);
});
