import type { Terminal } from '../client/commandContext.ts';

/** Shows the progress of an export. */
export type ExportProgress = {
  readonly showCount: (count: number) => void;
  /** Shows why the export waits for the server; null once it has answered. */
  readonly showTrouble: (sentence: string | null) => void;
  readonly stop: () => void;
};

/**
 * Starts the display: a running count on a terminal. Elsewhere, and when the exported text appears on the terminal, only the reasons for waiting.
 *
 * @param beside the stream for the exported text; null for a file.
 */
export const startExportProgress = (
  errors: Terminal,
  noun: string,
  beside: Terminal | null,
): ExportProgress => {
  const isTerminal = errors.isTTY === true && beside?.isTTY !== true;
  let shownTrouble: string | null = null;
  const clear = (): void => {
    if (isTerminal) errors.write(CLEAR_LINE);
  };
  return {
    showCount: (count) => {
      if (isTerminal) errors.write(`${CLEAR_LINE}${count.toLocaleString('en-US')} ${noun} exported`);
    },
    showTrouble: (sentence) => {
      if (sentence !== null && sentence !== shownTrouble) {
        clear();
        errors.write(`${sentence}\n`);
      }
      shownTrouble = sentence;
    },
    stop: clear,
  };
};

/** Moves to the beginning of the line and clears it. */
const CLEAR_LINE = '\r\u001B[2K';
