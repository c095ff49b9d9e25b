import { UNKNOWN_EVENT } from '../../sensors/sensor.ts';
import type { Outcome, RecordOrigin } from '../../sensors/sensor.ts';

import { printable } from './printable.ts';
import { formatOrigin } from './tally.ts';

/** Prints a line about each step of single records: what was read, the outcome with its reason, and the result of the server. */
export type Explainer = {
  readonly explainRecord: (origin: RecordOrigin, value: unknown) => void;
  readonly explainOutcome: (outcome: Outcome) => void;
  readonly explainResult: (origin: RecordOrigin, result: string) => void;
  /** Reports the files that have no record with the requested number. */
  readonly explainMissing: (files: readonly string[]) => void;
};

/** Prints nothing. */
export const NO_EXPLAINER: Explainer = {
  explainRecord: () => {},
  explainOutcome: () => {},
  explainResult: () => {},
  explainMissing: () => {},
};

/** Makes an explainer for all records, or for the record of each file with this number. */
export const makeExplainer = (asked: number | 'all', output: NodeJS.WritableStream): Explainer => {
  const lastLines = new Map<string, number>();
  const told = new Set<string>();
  const tell = (origin: RecordOrigin, text: string): void => {
    lastLines.set(origin.file, Math.max(origin.line, lastLines.get(origin.file) ?? 0));
    if (asked !== 'all' && origin.line !== asked) return;
    told.add(origin.file);
    output.write(`${printable(`${formatOrigin(origin)}  ${text.slice(0, MAX_CHARACTERS)}`)}\n`);
  };
  return {
    explainRecord: (origin, value) =>
      tell(origin, `read: ${typeof value === 'string' ? value : JSON.stringify(value)}`),
    explainOutcome: (outcome) => {
      const { sensorEvent } = outcome.origin;
      const name = sensorEvent === UNKNOWN_EVENT ? 'it' : sensorEvent;
      tell(outcome.origin, `${name} ${describe(outcome)}`);
    },
    explainResult: tell,
    explainMissing: (files) => {
      if (asked === 'all') return;
      for (const file of files.filter((one) => !told.has(one))) {
        const last = lastLines.get(file);
        const rest = last === undefined ? 'it has no records' : `the last one is ${last}`;
        output.write(
          `${printable(`${formatOrigin({ file, line: asked })}  there is no such record; ${rest}`)}\n`,
        );
      }
    },
  };
};

const MAX_CHARACTERS = 10_000;

const describe = (outcome: Outcome): string => {
  switch (outcome.kind) {
    case 'EVENT':
    case 'CONTEXT':
      return `becomes ${JSON.stringify(outcome.event)}`;
    case 'SKIPPED':
      return `is skipped: ${outcome.reason}`;
    case 'UNRELATED':
      return `is unrelated: ${outcome.reason}`;
    case 'NOT_UNDERSTOOD':
      return `is not understood: ${outcome.reason}`;
    case 'FAILED':
      return `failed: ${outcome.reason}`;
  }
};
