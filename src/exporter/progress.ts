import type { Terminal } from '../client/commandContext.ts';

/** Shows how far an export is. */
export type ExportProgress = {
  readonly showCount: (count: number) => void;
  /** Shows a sentence about the server that is waited for; null when it has answered. */
  readonly showTrouble: (sentence: string | null) => void;
  readonly stop: () => void;
};

/**
 * Starts showing: a count that goes up on a terminal, nothing but trouble elsewhere, and where the text itself is shown.
 *
 * @param beside where the text goes.
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

/** To the beginning of the line, and all of it away. */
const CLEAR_LINE = '\r\u001B[2K';
