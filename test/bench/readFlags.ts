import { findTakenFlags } from '../../src/client/findTakenFlags.ts';
import { parseCommandLine } from '../../src/client/parseCommandLine.ts';

import { CHROMIUM, hasChromium } from '../support/browser.ts';
import { LEFT_OUT } from './sizes.ts';

const OPTIONS = {
  quick: { type: 'boolean' },
  growth: { type: 'string' },
  peers: { type: 'boolean' },
  mix: { type: 'boolean' },
  explorer: { type: 'boolean' },
  json: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const MIX_MINUTES = 10;
const MOST_MINUTES = 1440;
const EXPLANATION = 'the benchmark takes options only, and --mix a number of minutes';

const USAGE = `Usage: npm run bench -- [options]

Measures a server on an embedded Postgres, and prints each result as a ratio beside its target.

  --quick        measure with fewer events and rounds, in about a minute; leaves out
                 ${LEFT_OUT}
  --growth SIZE  only ask every documented question of so many million events, such as 20m
  --peers        only compare with PostGraphile and a bare handler, which installs PostGraphile
  --mix [MINUTES]
                 only measure pages, hunts and ingest at the same time; 10 minutes
  --explorer     only measure the web page, in Debian's chromium
  --json FILE    also write all results to a file, as one JSON document
  --help         show this
`;

type Flags = {
  readonly isQuick: boolean;
  /** Null without --growth. */
  readonly growthEvents: number | null;
  readonly isPeers: boolean;
  /** Null without --mix. */
  readonly mixMinutes: number | null;
  readonly isExplorer: boolean;
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
  const { help, quick, peers, mix, explorer, growth, json = null } = parsed.values;
  if (help === true) {
    process.stdout.write(USAGE);
    process.exit(0);
  }
  return {
    isQuick: quick === true,
    growthEvents: growth === undefined ? null : readMillions(growth),
    isPeers: peers === true,
    mixMinutes: mix === true ? Number(parsed.positionals[0] ?? MIX_MINUTES) : null,
    isExplorer: explorer === true,
    json,
    words,
  };
};

type Parsed = Exclude<ReturnType<typeof parseCommandLine<typeof OPTIONS>>, string>;

const describeProblem = ({ values, positionals }: Parsed): string | null => {
  const [minutes, ...others] = values.mix === true ? positionals : [undefined, ...positionals];
  if (others[0] !== undefined) return `unknown argument ${JSON.stringify(others[0])}; ${EXPLANATION}`;
  if (minutes !== undefined && !(Number(minutes) > 0 && Number(minutes) <= MOST_MINUTES))
    return `the minutes of --mix must be a number above 0, up to ${MOST_MINUTES}, not ${JSON.stringify(minutes)}`;
  if (values.json === '') return '--json needs the path of a file';
  if (values.growth !== undefined && readMillions(values.growth) === null)
    return `--growth needs a number of million events, from 1m to 99m, not ${JSON.stringify(values.growth)}`;
  if (values.growth !== undefined && (values.quick ?? values.peers ?? values.mix ?? values.explorer) === true)
    return '--growth cannot be combined with --quick, --peers, --mix or --explorer';
  if (values.explorer === true && !hasChromium)
    return `--explorer needs ${CHROMIUM}, of Debian's package chromium`;
  return null;
};

/** Reads `20m`. */
const readMillions = (size: string): number | null =>
  /^[1-9]\d?m$/.test(size) ? Number(size.slice(0, -1)) * 1_000_000 : null;
