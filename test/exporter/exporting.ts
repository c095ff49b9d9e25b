import { PassThrough } from 'node:stream';

import { runExport } from '../../src/exporter/runExport.ts';
import { LONG_TIMEOUTS, QUICK_RETRY } from '../importer/importing.ts';

export type Exported = { readonly code: number; readonly output: string; readonly errors: string };

/** Runs the command in this process and reads its output as it is written. */
export const runExportCommand = async (
  words: readonly string[],
  {
    retry = QUICK_RETRY,
    timeouts = LONG_TIMEOUTS,
    interrupt = new AbortController().signal,
    key = null as string | null,
    onErrors = (_text: string): void => undefined,
  } = {},
): Promise<Exported> => {
  const [output, errors] = [collect(), collect(onErrors)];
  const code = await runExport(words, {
    output: output.stream,
    errors: errors.stream,
    interrupt,
    retry,
    timeouts,
    key,
  });
  return { code, output: output.text(), errors: errors.text() };
};

const collect = (onText = (_text: string): void => undefined) => {
  const stream = new PassThrough();
  let text = '';
  stream.setEncoding('utf8').on('data', (piece: string) => {
    text += piece;
    onText(text);
  });
  return { stream, text: () => text };
};

/** Parses lines of JSON. */
export const parseLines = (text: string): readonly any[] =>
  text === ''
    ? []
    : text
        .replace(/\n$/, '')
        .split('\n')
        .map((line) => JSON.parse(line));

/** Makes a page of events like the API: locks of users with these names. */
export const eventPage = (users: readonly string[], next: string | null): object => {
  const nodes = users.map((user) => ({
    action: 'LOCK',
    time: '2026-01-01T00:00:00.000000Z',
    hostname: 'A',
    user,
  }));
  const pageInfo = { hasNextPage: next !== null, endCursor: next ?? 'end' };
  return { data: { sessionEvents: { nodes, pageInfo } } };
};
