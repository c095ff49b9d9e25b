import cliProgress from 'cli-progress';

import type { Terminal } from '../client/commandContext.ts';

import { countItems } from './report/tally.ts';
import type { Tally } from './report/tally.ts';

/** Shows the progress of an import. */
export type ImportProgress = {
  readonly addBytes: (bytes: number) => void;
  /** Shows why the import waits for the server; null once it has answered. */
  readonly showTrouble: (sentence: string | null) => void;
  readonly stop: () => void;
};

/** Starts the display: a bar on a terminal, elsewhere only the reasons for waiting for the server. */
export const startImportProgress = (
  output: Terminal,
  tally: Tally,
  totalBytes: number | null,
): ImportProgress => (output.isTTY === true ? startBar(output, tally, totalBytes) : startLines(output));

const startBar = (output: Terminal, tally: Tally, totalBytes: number | null): ImportProgress => {
  const share = totalBytes === null ? '' : '{bar} {percentage}% | {left}';
  const bar = new cliProgress.SingleBar(
    {
      format: `${share}{counts}{rate}{trouble}`,
      stream: output,
      barsize: 30,
      hideCursor: true,
      clearOnComplete: true,
      // The importer handles signals itself.
      gracefulExit: false,
      // The counts also change while no bytes are read.
      forceRedraw: true,
    },
    cliProgress.Presets.shades_classic,
  );
  let bytes = 0;
  let trouble = '';
  const startedMs = performance.now();
  const describe = (): object => {
    const elapsedMs = performance.now() - startedMs;
    const rate = ` | ${format(Math.round((tally.records * 1000) / Math.max(elapsedMs, 1)))} records/s`;
    const left = totalBytes === null ? '' : formatLeft({ elapsedMs, bytes, totalBytes });
    return { counts: formatCounts(tally), rate, left, trouble };
  };
  const update = (): void => bar.update(bytes, describe());
  bar.start(totalBytes ?? 0, 0, describe());
  const timer = setInterval(update, 250);
  return {
    addBytes: (more) => {
      bytes += more;
    },
    showTrouble: (sentence) => {
      trouble = sentence === null ? '' : ` | ${sentence}`;
    },
    stop: () => {
      clearInterval(timer);
      update();
      bar.stop();
    },
  };
};

/** Formats the remaining time at the average speed so far, `4 min left | `; '' while it cannot be estimated. */
export const formatLeft = ({
  elapsedMs,
  bytes,
  totalBytes,
}: Readonly<Record<'elapsedMs' | 'bytes' | 'totalBytes', number>>): string => {
  if (bytes === 0 || bytes >= totalBytes || elapsedMs < MIN_ELAPSED_MS) return '';
  const seconds = Math.ceil((elapsedMs * (totalBytes - bytes)) / bytes / 1000);
  if (seconds < 100) return `${seconds} s left | `;
  return seconds < 6000 ? `${Math.ceil(seconds / 60)} min left | ` : `${Math.ceil(seconds / 3600)} h left | `;
};

const MIN_ELAPSED_MS = 2_000;

const startLines = (output: Terminal): ImportProgress => {
  let shown: string | null = null;
  return {
    addBytes: () => {},
    showTrouble: (sentence) => {
      if (sentence !== null && sentence !== shown) output.write(`${sentence}\n`);
      shown = sentence;
    },
    stop: () => {},
  };
};

/** Counts context events as events, for brevity. */
const formatCounts = (tally: Tally): string => {
  const { records, accepted, duplicates, valid } = tally;
  const [done, verb] = valid > 0 ? [valid, 'checked'] : [accepted + duplicates, 'stored'];
  return `${format(records)} records read, ${format(done)} of ${format(countItems(tally))} events ${verb}`;
};

const format = (count: number): string => count.toLocaleString('en-US');
