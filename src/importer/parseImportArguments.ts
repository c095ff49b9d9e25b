import { BAD_URL, isHttpUrl, parseCommandLine } from '../client/parseCommandLine.ts';

import type { SensorOptions } from '../sensors/sensor.ts';

import { isFormat } from './read/formats.ts';
import type { InputFormat } from './read/formats.ts';
import { parseInputHints } from './read/parseInputHints.ts';
import type { InputHints } from './read/inputHints.ts';
import { STANDARD_INPUT } from './read/openInput.ts';
import { FORMATS, IMPORT_OPTIONS } from './importOptions.ts';
import { parseSensorOptions } from './parseSensorOptions.ts';

/** The parsed command line. */
export type ImportArguments =
  | { readonly kind: 'HELP' }
  | { readonly kind: 'FORMATS' }
  | { readonly kind: 'MISTAKE'; readonly message: string }
  | {
      readonly kind: 'IMPORT';
      readonly files: readonly string[];
      /** DRY_RUN checks everything and sends nothing. */
      readonly delivery: 'SERVER' | 'DRY_RUN';
      /** The GraphQL endpoint; null for the one of the settings. */
      readonly url: string | null;
      /** The file with the key to send; null when none is named. */
      readonly keyFile: string | null;
      readonly sensors: SensorOptions;
      /** The file to write the report to; null for none. */
      readonly report: string | null;
      /** The format of the files; null to recognize it by their content. */
      readonly format: InputFormat | null;
      /** What the files do not state about themselves. */
      readonly hints: InputHints;
      /** The number of the record to explain in each file; null for none. */
      readonly explain: number | 'all' | null;
      /** STRICT: a record that is not understood makes the import fail. */
      readonly strictness: 'STRICT' | 'LENIENT';
      /** FOLLOW keeps reading what is appended to the files, until it is interrupted. */
      readonly mode: 'ONCE' | 'FOLLOW';
    };

export const IMPORT_USAGE = `Usage: npm run import -- [options] FILE…

Reads logs and sends their user session events, disconnects, and starts and stops of hosts to a running server. FILE is the
path of a file or folder, or - for standard input. Importing a file twice changes nothing.

Formats are recognized by content; --formats lists them with a sample of each. JSON may be lines or an array; text may
be UTF-8 or UTF-16; any file may be compressed with gzip, xz or zstd, or be in a tar or ZIP archive.

  --url URL          the server's GraphQL endpoint (default: from HOST and PORT, http://127.0.0.1:4000/graphql)
  --key-file FILE    a file with the key for a server that needs one (default: the variable SESSIONSCOPE_KEY)
  --timezone ZONE    the zone of times without a zone: an IANA name such as America/New_York, local (the zone of
                     this machine), or an offset such as -04:00
  --year YEAR        the year of dates without a year (default: the newest one that is not in the future)
  --host NAME        the host of records that name no host: auditd, wtmp, Santa
  --encoding NAME    the encoding of text that is not UTF-8, such as cp850, cp437, cp1252 or shift_jis (default: latin1)
  --date-order ORDER
                     dmy or mdy: whether 2/11/2026 in a CSV file begins with the day or the month, if no other
                     date of the file shows it
  --terminal-services
                     also read the sessions of TerminalServices (21, 23, 24, 25), for a Security log that has been
                     overwritten: both logs record the same sessions
  --shift HOST=-P730D
                     add this duration to the times of a host whose clock was wrong; may be repeated for other hosts
  --format FORMAT    the format of the files, if it is not recognized: evtx, xml, json (an array, or objects over
                     several lines), ndjson, csv, journal (journalctl -o export or -o verbose), text, utmp
  --follow           keep importing what is appended to the files, across rotation, until Ctrl-C
  --explain N        print the result of record N of each file and its reason; all: of every record
  --report FILE.json write a complete report in JSON to this file
  --strict           exit with 1 also if a record was not understood
  --dry-run          read and check everything, send nothing; needs no server
  --formats          list the formats that are read, with a sample of each
  --version          show the version
  --help             show this help

Exit code: 0 success, 1 something was rejected or failed (with --strict also: not understood), 2 invalid command line, 130 interrupted.
`;

/** Parses the command line, without the program's own name. */
export const parseImportArguments = (words: readonly string[]): ImportArguments => {
  const parsed = parseCommandLine(words, IMPORT_OPTIONS);
  if (typeof parsed === 'string') return { kind: 'MISTAKE', message: parsed };
  const { values, positionals: files } = parsed;
  if (values.help === true) return { kind: 'HELP' };
  if (values.formats === true) return { kind: 'FORMATS' };
  const sensors = parseSensorOptions(values);
  if (typeof sensors === 'string') return { kind: 'MISTAKE', message: sensors };
  const hints = parseInputHints(values);
  if (typeof hints === 'string') return { kind: 'MISTAKE', message: hints };
  const message = findMistake(parsed);
  if (message !== null) return { kind: 'MISTAKE', message };
  const { url, report = null, format = null, explain = null, 'dry-run': isDry, follow } = values;
  return {
    kind: 'IMPORT',
    files,
    delivery: isDry === true ? 'DRY_RUN' : 'SERVER',
    url: url ?? null,
    keyFile: values['key-file'] ?? null,
    sensors,
    report,
    format: format !== null && isFormat(format) ? format : null,
    hints,
    explain: explain === null || explain === 'all' ? explain : Number(explain),
    strictness: values.strict === true ? 'STRICT' : 'LENIENT',
    mode: follow === true ? 'FOLLOW' : 'ONCE',
  };
};

/** Finds the first mistake in the options that do not concern the sensors; null when there is none. */
const findMistake = ({ values, positionals: files }: Exclude<Options, string>): string | null => {
  const { url, format, explain, follow, 'dry-run': isDry } = values;
  if (files.length === 0) return 'no FILE was given';
  if (files.filter((file) => file === STANDARD_INPUT).length > 1) {
    return 'standard input (-) can be read only once';
  }
  if (url !== undefined && !isHttpUrl(url)) return BAD_URL;
  if (format !== undefined && !isFormat(format)) return `--format must be one of ${FORMATS.join(', ')}`;
  if (explain !== undefined && !/^(?:all|[1-9]\d{0,14})$/.test(explain)) {
    return '--explain must be the number of a record (the line in its file), or all';
  }
  return follow === true && isDry === true ? '--follow cannot be combined with --dry-run' : null;
};

type Options = ReturnType<typeof parseCommandLine<typeof IMPORT_OPTIONS>>;
