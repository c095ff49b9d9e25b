import { BAD_URL, isHttpUrl, parseCommandLine } from '../client/parseCommandLine.ts';

import type { SensorOptions } from '../sensors/sensor.ts';

import { isFormat } from './read/formats.ts';
import type { InputFormat } from './read/formats.ts';
import { STANDARD_INPUT } from './read/openInput.ts';
import { FORMATS, IMPORT_OPTIONS } from './importOptions.ts';
import { parseSensorOptions } from './parseSensorOptions.ts';

/** What the command line asks for. */
export type ImportArguments =
  | { readonly kind: 'HELP' }
  | { readonly kind: 'MISTAKE'; readonly message: string }
  | {
      readonly kind: 'IMPORT';
      readonly files: readonly string[];
      /** DRY_RUN checks everything, and sends nothing. */
      readonly delivery: 'SERVER' | 'DRY_RUN';
      /** The GraphQL endpoint; null for that of the settings. */
      readonly url: string | null;
      /** The file with the key to send; null when none is named. */
      readonly keyFile: string | null;
      readonly sensors: SensorOptions;
      /** The file to write the report to; null for none. */
      readonly report: string | null;
      /** How the files are written; null to tell by their content. */
      readonly format: InputFormat | null;
      /** The record of each file to explain, by its number; null for none. */
      readonly explain: number | 'all' | null;
      /** FOLLOW reads on what is written to the files later, until it is interrupted. */
      readonly mode: 'ONCE' | 'FOLLOW';
    };

export const IMPORT_USAGE = `Usage: npm run import -- [options] FILE…

Reads logs and sends the user session events and host starts in them to a running server. FILE is a path, of a folder,
too, or - for standard input. Reading a file twice changes nothing.

Formats, recognised by content. Windows: EVTX, event XML, and the JSON of Winlogbeat, NXLog, Azure SecurityEvent,
Get-WinEvent and evtx_dump. Linux: auth.log or secure, journalctl -o json, auditd, and wtmp, utmp or btmp. macOS:
Santa's JSON. This API's own events. JSON as lines or an array; texts in UTF-8 or UTF-16; all also as gzip.

  --url URL          the server's GraphQL endpoint (default: that of HOST and PORT, http://127.0.0.1:4000/graphql)
  --key-file FILE    file with the key for a server that wants one (default: the environment's SESSIONSCOPE_KEY)
  --timezone ZONE    zone of local times that do not tell theirs: an IANA name such as America/New_York,
                     local (this machine's), or an offset such as -04:00
  --year YEAR        year of dates that have none (default: the newest that is not in the future)
  --host NAME        host of records that name none: auditd, wtmp, Santa
  --terminal-services
                     read the sessions of TerminalServices, too (21, 23, 25), for when the Security log has rolled
                     over: they repeat it
  --shift HOST=-P730D
                     add this to the times of a host whose clock was wrong; may be given for several hosts
  --format FORMAT    how the files are written, where content does not tell: evtx, xml, json (an array or objects over
                     lines), ndjson, text, utmp
  --follow           go on with what is written to the files later, across rotation, until Ctrl-C
  --explain N        say of record N of each file what became of it and why; all: of every record
  --report FILE.json write the whole account there, for machines
  --dry-run          read and check everything, send nothing; needs no server
  --version          show the version
  --help             show this

Exit code: 0 all went well, 1 something was rejected or failed, 2 the command was wrong, 130 interrupted.
`;

/** Parses the command line, without the program's own name. */
export const parseImportArguments = (words: readonly string[]): ImportArguments => {
  const parsed = parseCommandLine(words, IMPORT_OPTIONS);
  if (typeof parsed === 'string') return { kind: 'MISTAKE', message: parsed };
  const { values, positionals: files } = parsed;
  if (values.help === true) return { kind: 'HELP' };
  const sensors = parseSensorOptions(values);
  const message = typeof sensors === 'string' ? sensors : findMistake(parsed);
  if (typeof sensors === 'string' || message !== null) return { kind: 'MISTAKE', message: message ?? '' };
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
    explain: explain === null || explain === 'all' ? explain : Number(explain),
    mode: follow === true ? 'FOLLOW' : 'ONCE',
  };
};

/** The first option, of those that are not about what sensors read, that cannot be; null for none. */
const findMistake = ({ values, positionals: files }: Exclude<Options, string>): string | null => {
  const { url, format, explain, follow, 'dry-run': isDry } = values;
  if (files.length === 0) return 'no FILE was given';
  if (files.filter((file) => file === STANDARD_INPUT).length > 1) {
    return 'standard input (-) can be read once only';
  }
  if (url !== undefined && !isHttpUrl(url)) return BAD_URL;
  if (format !== undefined && !isFormat(format)) return `--format must be one of ${FORMATS.join(', ')}`;
  if (explain !== undefined && !/^(?:all|[1-9]\d{0,14})$/.test(explain)) {
    return '--explain must be the number of a record (the line in its file), or all';
  }
  return follow === true && isDry === true ? '--follow cannot be a --dry-run' : null;
};

type Options = ReturnType<typeof parseCommandLine<typeof IMPORT_OPTIONS>>;
