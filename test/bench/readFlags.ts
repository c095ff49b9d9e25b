import { findTakenFlags } from '../../src/client/findTakenFlags.ts';
import { parseCommandLine } from '../../src/client/parseCommandLine.ts';

const OPTIONS = {
  quick: { type: 'boolean' },
  'ten-million': { type: 'boolean' },
  peers: { type: 'boolean' },
  json: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const USAGE = `Usage: npm run bench -- [options]

Measures a server on an embedded Postgres, and prints each result as a ratio beside its target.

  --quick        measure with a tenth of the events
  --ten-million  repeat the queries with ten times as many events
  --peers        only compare with PostGraphile and a bare handler, which installs PostGraphile
  --json FILE    also write all results to a file, as one JSON document
  --help         show this
`;

type Flags = {
  readonly isQuick: boolean;
  readonly isTenMillion: boolean;
  readonly isPeers: boolean;
  /** Path of the file for the JSON document. */
  readonly json: string | null;
  /** The command line. */
  readonly words: readonly string[];
};

/** Reads the flags of the benchmark. Ends the process with 0 after --help, and with 2 when the command line is wrong. */
export const readFlags = (): Flags => {
  const words = process.argv.slice(2);
  const taken = findTakenFlags({ command: 'bench', words, options: OPTIONS }, process.env);
  const parsed = taken ?? parseCommandLine(words, OPTIONS);
  const problem = typeof parsed === 'string' ? parsed : describeProblem(parsed);
  if (typeof parsed === 'string' || problem !== null) {
    process.stderr.write(`bench: ${problem}\n\n${USAGE}`);
    return process.exit(2);
  }
  const { help, quick, peers, json = null, 'ten-million': tenMillion } = parsed.values;
  if (help === true) {
    process.stdout.write(USAGE);
    process.exit(0);
  }
  return { isQuick: quick === true, isTenMillion: tenMillion === true, isPeers: peers === true, json, words };
};

type Parsed = Exclude<ReturnType<typeof parseCommandLine<typeof OPTIONS>>, string>;

const describeProblem = ({ values, positionals: [operand] }: Parsed): string | null => {
  if (operand !== undefined)
    return `unknown argument ${JSON.stringify(operand)}; the benchmark takes options only`;
  if (values.json === '') return '--json needs the path of a file';
  if (values['ten-million'] === true && values.peers === true)
    return '--ten-million cannot be combined with --peers';
  return null;
};
