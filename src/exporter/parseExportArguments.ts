import { parseJson } from '../client/looseJson.ts';
import type { JsonObject } from '../client/looseJson.ts';
import { BAD_URL, isHttpUrl, parseCommandLine } from '../client/parseCommandLine.ts';

import { CSV } from './csv.ts';
import { ECS } from './ecs.ts';
import { findListName, LIST_NAMES } from './exportedList.ts';
import type { ListName } from './exportedList.ts';
import type { ExportFormat } from './format.ts';
import { NDJSON } from './ndjson.ts';
import { OCSF } from './ocsf.ts';
import { TIMESKETCH } from './timesketch.ts';

/** The parsed command line. */
export type ExportArguments =
  | { readonly kind: 'HELP' }
  | { readonly kind: 'MISTAKE'; readonly message: string }
  | {
      readonly kind: 'EXPORT';
      readonly list: ListName;
      readonly filter: JsonObject | null;
      readonly format: ExportFormat;
      /** The GraphQL endpoint; null for the one of the settings. */
      readonly url: string | null;
      /** The file with the key to send; null when none is named. */
      readonly keyFile: string | null;
      /** The file to write; null for standard output. */
      readonly file: string | null;
    };

export const EXPORT_USAGE = `Usage: npm run export -- [options] LIST

Exports the data of a running server, oldest first. LIST is

  events         session events
  context-events starts and stops of hosts, proof that they ran, and disconnects
  sessions       sessions, which are derived from both and cannot be imported

  --filter JSON  a filter input of the API, such as '{"hostname": {"eq": "WS5"}}' (default: no filter)
  --format NAME  ndjson      lines of JSON (default); npm run import accepts those of events and context events
                 csv         a table; text that a spreadsheet would run as a formula is preceded by an apostrophe
                 timesketch  lines of JSON for a timeline in Timesketch
                 ocsf        events as lines of JSON in OCSF, class Authentication (3002)
                 ecs         events as lines of JSON in the Elastic Common Schema
  --output FILE  the file to write; an existing one is replaced (default: standard output)
  --url URL      the server's GraphQL endpoint (default: from HOST and PORT, http://127.0.0.1:4000/graphql)
  --key-file FILE
                 a file with the key for a server that needs one (default: the variable SESSIONSCOPE_KEY)
  --version      show the version
  --help         show this help

Exit code: 0 success, 1 the server failed or FILE could not be written, 2 invalid command line or filter,
130 interrupted.
`;

const FORMATS = {
  ndjson: NDJSON,
  csv: CSV,
  timesketch: TIMESKETCH,
  ocsf: OCSF,
  ecs: ECS,
} as const satisfies Record<string, Readonly<Partial<Record<ListName, ExportFormat>>>>;

/** Parses the command line, without the program's own name. */
export const parseExportArguments = (words: readonly string[]): ExportArguments => {
  const parsed = parseCommandLine(words, EXPORT_OPTIONS);
  if (typeof parsed === 'string') return mistake(parsed);
  const { values, positionals } = parsed;
  if (values.help === true) return { kind: 'HELP' };
  const list = positionals.length === 1 ? findListName(positionals[0]) : null;
  if (list === null) return mistake(`name one LIST to export: ${LIST_NAMES.join(', ')}`);
  const filter = values.filter === undefined ? null : parseJson(values.filter);
  if (values.filter !== undefined && !isFilter(filter)) {
    return mistake(`--filter must be a JSON object such as '{"hostname": {"eq": "WS5"}}'`);
  }
  if (!isFormatName(values.format)) {
    return mistake(`--format must be one of: ${Object.keys(FORMATS).join(', ')}`);
  }
  const formats: Readonly<Partial<Record<ListName, ExportFormat>>> = FORMATS[values.format];
  const format = formats[list];
  if (format === undefined) {
    return mistake(
      `--format ${values.format} exports events only; use ndjson, csv or timesketch for ${list}`,
    );
  }
  if (values.url !== undefined && !isHttpUrl(values.url)) return mistake(BAD_URL);
  const file = values.output === STANDARD_OUTPUT ? null : values.output;
  if (file === '') return mistake('--output must be a file');
  return {
    kind: 'EXPORT',
    list,
    filter: filter as JsonObject | null,
    format,
    url: values.url ?? null,
    keyFile: values['key-file'] ?? null,
    file,
  };
};

const STANDARD_OUTPUT = '-';

/** The options of `npm run export`. */
export const EXPORT_OPTIONS = {
  filter: { type: 'string' },
  format: { type: 'string', default: 'ndjson', choices: Object.keys(FORMATS) },
  output: { type: 'string', default: STANDARD_OUTPUT },
  url: { type: 'string' },
  'key-file': { type: 'string' },
  version: { type: 'boolean', short: 'V' },
  help: { type: 'boolean', short: 'h' },
} as const;

const isFilter = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isFormatName = (name: string): name is keyof typeof FORMATS => Object.hasOwn(FORMATS, name);

const mistake = (message: string): ExportArguments => ({ kind: 'MISTAKE', message });
