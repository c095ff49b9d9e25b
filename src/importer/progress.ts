import cliProgress from 'cli-progress';

import type { Terminal } from '../client/commandContext.ts';

import type { Tally } from './report/tally.ts';

/** Shows how far an import is. */
export type ImportProgress = {
  readonly addBytes: (bytes: number) => void;
  /** Shows a sentence about the server that is waited for; null when it has answered. */
  readonly showTrouble: (sentence: string | null) => void;
  readonly stop: () => void;
};

/** Starts showing: a bar on a terminal; elsewhere only why the server is waited for. */
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
      // The importer has its own way to stop.
      gracefulExit: false,
      // What is counted changes also while no bytes are read.
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

/** How long it takes still if it goes on as until now, `4 min left | `; '' until that can be said. */
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

/** To a reader who waits, a host start is an event too. */
const formatCounts = ({ records, events, hostStarts, accepted, duplicates, valid }: Tally): string => {
  const [done, verb] = valid > 0 ? [valid, 'checked'] : [accepted + duplicates, 'stored'];
  return `${format(records)} records read, ${format(done)} of ${format(events + hostStarts)} events ${verb}`;
};

const format = (count: number): string => count.toLocaleString('en-US');
