import { writeFile } from 'node:fs/promises';

import { EXIT } from '../client/surroundings.ts';
import type { Surroundings } from '../client/surroundings.ts';
import { DEFAULT_RETRY } from '../client/waitBeforeRetry.ts';

import { checkFiles } from './checkFiles.ts';
import { checkItems } from './checkItems.ts';
import { formatSummary, isFlawless } from './formatSummary.ts';
import type { Summary } from './formatSummary.ts';
import { importFiles } from './importFiles.ts';
import { makeReport } from './makeReport.ts';
import { parseArguments, USAGE } from './parseArguments.ts';
import { startProgress } from './progress.ts';
import { sendToServer } from './sendToServer.ts';
import { makeTally } from './tally.ts';

/** Runs `npm run import` with these words on its command line; gives the exit code. */
export const runImport = async (words: readonly string[], surroundings: Surroundings): Promise<number> => {
  const { output, errors, interrupt, retry = DEFAULT_RETRY } = surroundings;
  const asked = parseArguments(words);
  if (asked.kind === 'HELP') {
    output.write(USAGE);
    return EXIT.OK;
  }
  const complain = (messages: readonly string[]): number => {
    errors.write(messages.map((message) => `import: ${message}\n`).join(''));
    return EXIT.WRONG_USAGE;
  };
  if (asked.kind === 'MISTAKE') return complain([asked.message, 'npm run import -- --help shows how']);
  const { files, problems, totalBytes } = await checkFiles(asked.files);
  if (problems.length > 0) return complain([...problems, 'nothing was sent']);

  const { url, sensors, report } = asked;
  const tally = makeTally();
  const progress = startProgress(errors, tally, totalBytes);
  const onTrouble = progress.showTrouble;
  const delivery =
    url === null ? checkItems(tally) : sendToServer({ url, retry, tally, interrupt, onTrouble });
  const importing = importFiles(tally, delivery, { files, sensors, interrupt, onBytes: progress.addBytes });
  const end = await importing.finally(progress.stop);
  const summary: Summary = { tally, end, mode: url === null ? 'DRY_RUN' : 'IMPORT' };
  output.write(formatSummary(summary));
  const unwritten = report === null ? null : await writeReport(report, summary);
  if (unwritten !== null) errors.write(`import: the report was not written: ${unwritten}\n`);
  if (interrupt.aborted) return EXIT.INTERRUPTED;
  return isFlawless(summary) && unwritten === null ? EXIT.OK : EXIT.FLAWED;
};

/** Gives why it could not be written, null when it was. */
const writeReport = async (file: string, summary: Summary): Promise<string | null> => {
  try {
    await writeFile(file, `${JSON.stringify(makeReport(summary), null, 2)}\n`);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
};
