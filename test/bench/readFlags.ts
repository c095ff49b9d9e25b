import { findTakenFlags } from '../../src/client/findTakenFlags.ts';
import { parseCommandLine } from '../../src/client/parseCommandLine.ts';

const OPTIONS = {
  quick: { type: 'boolean' },
  'ten-million': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const USAGE = `Usage: npm run bench -- [options]

Measures a server on an embedded Postgres, and prints each result as a ratio beside its target.

  --quick        measure with a tenth of the events
  --ten-million  repeat the queries with ten times as many events
  --help         show this
`;

type Flags = { readonly isQuick: boolean; readonly isTenMillion: boolean };

/** Reads the flags of the benchmark. Ends the process with 0 after --help, and with 2 when the command line is wrong. */
export const readFlags = (): Flags => {
  const words = process.argv.slice(2);
  const taken = findTakenFlags({ command: 'bench', words, options: OPTIONS }, process.env);
  const parsed = taken ?? parseCommandLine(words, OPTIONS);
  const problem = typeof parsed === 'string' ? parsed : describeOperand(parsed.positionals);
  if (typeof parsed === 'string' || problem !== null) {
    process.stderr.write(`bench: ${problem}\n\n${USAGE}`);
    return process.exit(2);
  }
  const { help, quick, 'ten-million': tenMillion } = parsed.values;
  if (help === true) {
    process.stdout.write(USAGE);
    process.exit(0);
  }
  return { isQuick: quick === true, isTenMillion: tenMillion === true };
};

const describeOperand = ([operand]: readonly string[]): string | null =>
  operand === undefined
    ? null
    : `unknown argument ${JSON.stringify(operand)}; the benchmark takes options only`;
