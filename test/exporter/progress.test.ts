import { PassThrough } from 'node:stream';

import { expect, test } from '@jest/globals';

import { startExportProgress } from '../../src/exporter/progress.ts';

const makeTerminal = (): PassThrough => Object.assign(new PassThrough(), { isTTY: true });
const textOf = (stream: PassThrough): string => String(stream.read() ?? '');

test('a terminal shows a running count in one line, which is cleared at the end', () => {
  const errors = makeTerminal();
  const progress = startExportProgress(errors, 'events', null);
  progress.showCount(1_000);
  progress.showCount(2_000);
  progress.stop();
  const clear = '\r\u001B[2K';
  expect(textOf(errors)).toBe(`${clear}1,000 events exported${clear}2,000 events exported${clear}`);
});

test('no count is shown between the lines of the text or without a terminal', () => {
  for (const [errors, beside] of [
    [makeTerminal(), makeTerminal()],
    [new PassThrough(), null],
  ] as const) {
    const progress = startExportProgress(errors, 'events', beside);
    progress.showCount(1_000);
    progress.stop();
    expect(textOf(errors)).toBe('');
  }
});

test('trouble is shown once until it is over', () => {
  const errors = new PassThrough();
  const progress = startExportProgress(errors, 'events', null);
  for (const sentence of ['retrying', 'retrying', null, 'retrying']) progress.showTrouble(sentence);
  const line = 'retrying\n';
  expect(textOf(errors)).toBe(line.repeat(2));
});
