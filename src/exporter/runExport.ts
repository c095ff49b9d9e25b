import { DEFAULT_RESPONSE_TIMEOUTS } from '../client/awaitAnswer.ts';
import { chooseServer } from '../client/chooseServer.ts';
import { findUnreachable } from '../client/findUnreachable.ts';
import type { Endpoint } from '../client/postGraphql.ts';
import { readKey } from '../client/readKey.ts';
import { EXIT } from '../client/commandContext.ts';
import type { CommandContext, Terminal } from '../client/commandContext.ts';
import { DEFAULT_RETRY } from '../client/waitBeforeRetry.ts';

import { LISTS } from './exportedList.ts';
import { ExportError } from './ExportError.ts';
import { listPages } from './listPages.ts';
import { openOutput } from './openOutput.ts';
import type { Output } from './openOutput.ts';
import { parseExportArguments, EXPORT_USAGE } from './parseExportArguments.ts';
import type { ExportArguments } from './parseExportArguments.ts';
import { startExportProgress } from './progress.ts';
import type { ExportProgress } from './progress.ts';

/** Runs `npm run export` with these arguments; returns the exit code. */
export const runExport = async (words: readonly string[], context: CommandContext): Promise<number> => {
  const { output, errors } = context;
  const asked = parseExportArguments(words);
  if (asked.kind === 'HELP') {
    output.write(EXPORT_USAGE);
    return EXIT.OK;
  }
  if (asked.kind === 'MISTAKE') {
    complain(errors, asked.message, 'npm run export -- --help shows the usage');
    return EXIT.WRONG_USAGE;
  }
  const found = await readKey(asked.keyFile, context.key ?? null);
  if (found.kind === 'MISTAKE') {
    complain(errors, found.message);
    return EXIT.WRONG_USAGE;
  }
  const server = chooseServer(asked.url, context);
  if (server.kind === 'MISTAKE') {
    complain(errors, server.message);
    return EXIT.WRONG_USAGE;
  }
  const unreachable = await findUnreachable(server.url, 'export', context);
  if (unreachable !== null) {
    complain(errors, unreachable);
    return EXIT.FLAWED;
  }
  const { noun } = LISTS[asked.list];
  const progress = startExportProgress(errors, noun, asked.file === null ? output : null);
  const { count, problem } = await writeAll({ ...asked, url: server.url, key: found.key }, context, progress);
  progress.stop();
  const total = `${count.toLocaleString('en-US')} ${noun} exported`;
  if (problem === null) {
    errors.write(`${total}\n`);
    return EXIT.OK;
  }
  if (context.interrupt.aborted) {
    complain(errors, 'interrupted', `incomplete: ${total}`);
    return EXIT.INTERRUPTED;
  }
  // The reader needs no more, as with `| head`.
  if (isFileError(problem) && problem.code === 'EPIPE') return EXIT.OK;
  const reason = isFileError(problem) ? `the output cannot be written: ${problem.message}` : problem.message;
  complain(errors, reason, ...(count === 0 ? [] : [`incomplete: ${total}`]));
  const isWrong = problem instanceof ExportError && problem.kind === 'WRONG_USAGE';
  return isWrong ? EXIT.WRONG_USAGE : EXIT.FLAWED;
};

type Export = Extract<ExportArguments, { readonly kind: 'EXPORT' }> & Endpoint;

/** How many rows were written, and why not all of them; null when all were. */
type End = { readonly count: number; readonly problem: Error | null };

const writeAll = async (asked: Export, context: CommandContext, progress: ExportProgress): Promise<End> => {
  const { interrupt, retry = DEFAULT_RETRY, timeouts = DEFAULT_RESPONSE_TIMEOUTS } = context;
  const { noticeMs } = timeouts;
  const { url, key, filter, format } = asked;
  const enough = new AbortController();
  const stop = (): void => enough.abort();
  interrupt.addEventListener('abort', stop);
  let output: Output | null = null;
  let count = 0;
  try {
    const walk = {
      url,
      key,
      filter,
      retry,
      noticeMs,
      signal: enough.signal,
      onTrouble: progress.showTrouble,
    };
    for await (const rows of listPages({ ...walk, list: LISTS[asked.list] })) {
      // Opened only now, so that an existing file is kept when the server refuses.
      if (output === null) {
        output = await openOutput(asked.file, context.output);
        await output.write(format.head);
      }
      await output.write(rows.map(format.formatRow).join(''));
      count += rows.length;
      progress.showCount(count);
      if (interrupt.aborted) throw new ExportError('FAILED', 'interrupted');
    }
    await output?.close();
    return { count, problem: null };
  } catch (error) {
    await output?.close().catch(() => undefined);
    if (error instanceof ExportError || isFileError(error)) return { count, problem: error };
    throw error;
  } finally {
    stop();
    interrupt.removeEventListener('abort', stop);
  }
};

const isFileError = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && 'syscall' in error;

const complain = (errors: Terminal, ...messages: readonly string[]): void => {
  errors.write(messages.map((message) => `export: ${message}\n`).join(''));
};
