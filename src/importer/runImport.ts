import { open, writeFile } from 'node:fs/promises';

import { DEFAULT_RESPONSE_TIMEOUTS } from '../client/awaitAnswer.ts';
import { chooseServer } from '../client/chooseServer.ts';
import { findUnreachable } from '../client/findUnreachable.ts';
import { readKey } from '../client/readKey.ts';
import { EXIT } from '../client/commandContext.ts';
import type { CommandContext } from '../client/commandContext.ts';
import { DEFAULT_RETRY } from '../client/waitBeforeRetry.ts';
import type { RetryPolicy } from '../client/waitBeforeRetry.ts';

import { checkFiles } from './checkFiles.ts';
import { checkItems } from './send/checkItems.ts';
import { makeExplainer, NO_EXPLAINER } from './report/explain.ts';
import { checkFollowable } from './read/followFile.ts';
import { formatSummary, isFlawless } from './report/formatSummary.ts';
import type { Summary } from './report/formatSummary.ts';
import { formatKnownFormats } from './formatKnownFormats.ts';
import { importFiles } from './importFiles.ts';
import type { ImportOptions } from './importFiles.ts';
import { makeReport } from './report/makeReport.ts';
import { parseImportArguments, IMPORT_USAGE } from './parseImportArguments.ts';
import { startImportProgress } from './progress.ts';
import { sendToServer } from './send/sendToServer.ts';
import type { SendOptions } from './send/sendToServer.ts';
import { makeTally } from './report/tally.ts';

/** Runs `npm run import` with these arguments; returns the exit code. */
export const runImport = async (words: readonly string[], context: CommandContext): Promise<number> => {
  const { output, errors, interrupt, retry = DEFAULT_RETRY, timeouts = DEFAULT_RESPONSE_TIMEOUTS } = context;
  const asked = parseImportArguments(words);
  if (asked.kind === 'HELP') {
    output.write(IMPORT_USAGE);
    return EXIT.OK;
  }
  if (asked.kind === 'FORMATS') {
    output.write(formatKnownFormats());
    return EXIT.OK;
  }
  const complain = (messages: readonly string[]): number => {
    errors.write(messages.map((message) => `import: ${message}\n`).join(''));
    return EXIT.WRONG_USAGE;
  };
  if (asked.kind === 'MISTAKE') return complain([asked.message, 'npm run import -- --help shows the usage']);
  const { files, problems, totalBytes, leftOut, empty } = await checkFiles(asked.files);
  if (problems.length > 0) return complain([...problems, ...leftOut, 'nothing was sent']);
  const { delivery: kind, sensors, format, hints, mode, report } = asked;
  const notFollowable = mode === 'FOLLOW' ? await checkFollowable(files) : [];
  if (notFollowable.length > 0) return complain([...notFollowable, 'nothing was sent']);
  const found = await readKey(asked.keyFile, context.key ?? null);
  if (found.kind === 'MISTAKE') return complain([found.message, 'nothing was sent']);
  const server = kind === 'DRY_RUN' ? null : chooseServer(asked.url, context);
  if (server?.kind === 'MISTAKE') return complain([server.message, 'nothing was sent']);

  const unwritable = report === null ? null : await checkWritable(report);
  if (unwritable !== null)
    return complain([`the report cannot be written: ${unwritable}`, 'nothing was sent']);
  // With --follow the import waits for the server as long as necessary.
  const unreachable =
    server === null || mode === 'FOLLOW' ? null : await findUnreachable(server.url, 'import', context);
  if (unreachable !== null) {
    complain([unreachable, 'nothing was sent']);
    return EXIT.FLAWED;
  }

  const tally = makeTally();
  const explainer = asked.explain === null ? NO_EXPLAINER : makeExplainer(asked.explain, output);
  const reporter = { tally, explainer };
  const progress = startImportProgress(errors, tally, mode === 'ONCE' ? totalBytes : null);
  const delivery =
    server === null
      ? checkItems(reporter)
      : sendToServer({
          url: server.url,
          key: found.key,
          reporter,
          noticeMs: timeouts.noticeMs,
          onTrouble: progress.showTrouble,
          ...RETRIES_OF_MODE[mode](retry, interrupt),
        });
  const options = { files, sensors, format, hints, mode, interrupt, onBytes: progress.addBytes };
  const end = await importFiles(reporter, delivery, options).finally(progress.stop);
  const summary: Summary = {
    tally,
    end,
    mode: kind === 'DRY_RUN' ? 'DRY_RUN' : 'IMPORT',
    leftOut,
    empty: mode === 'ONCE' ? empty : [],
  };
  if (end.stopReason === null) explainer.explainMissing(end.files);
  output.write(formatSummary(summary));
  const unwritten = report === null ? null : await writeReport(report, summary);
  if (unwritten !== null) errors.write(`import: the report was not written: ${unwritten}\n`);
  if (interrupt.aborted && mode === 'ONCE') return EXIT.INTERRUPTED;
  return isFlawless(summary, asked.strictness) && unwritten === null ? EXIT.OK : EXIT.FLAWED;
};

/** With --follow the import waits for the server as long as necessary, and sends what was read after the user has stopped it. */
const RETRIES_OF_MODE = {
  ONCE: (retry, interrupt) => ({ retry, interrupt }),
  FOLLOW: (retry, interrupt) => ({
    retry: { ...retry, budgetMs: Number.POSITIVE_INFINITY },
    interrupt: abortLater(interrupt, LAST_SENDS_MS),
  }),
} as const satisfies Record<
  ImportOptions['mode'],
  (retry: RetryPolicy, interrupt: AbortSignal) => Pick<SendOptions, 'retry' | 'interrupt'>
>;

const LAST_SENDS_MS = 5_000;

const abortLater = (signal: AbortSignal, delayMs: number): AbortSignal => {
  const controller = new AbortController();
  signal.addEventListener('abort', () => setTimeout(() => controller.abort(), delayMs).unref(), {
    once: true,
  });
  return controller.signal;
};

/** Returns why the file cannot be written, or null. Its content stays as it is. */
const checkWritable = async (file: string): Promise<string | null> => {
  try {
    await (await open(file, 'a')).close();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};

/** Returns why the report could not be written, or null. */
const writeReport = async (file: string, summary: Summary): Promise<string | null> => {
  try {
    await writeFile(file, `${JSON.stringify(makeReport(summary), null, 2)}\n`);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};
