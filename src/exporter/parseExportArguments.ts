import { parseJson } from '../client/looseJson.ts';
import type { JsonObject } from '../client/looseJson.ts';
import { BAD_URL, isHttpUrl, parseCommandLine } from '../client/parseCommandLine.ts';

import { CSV } from './csv.ts';
import { findListName, LIST_NAMES } from './exportedList.ts';
import type { ListName } from './exportedList.ts';
import type { ExportFormat } from './format.ts';
import { NDJSON } from './ndjson.ts';
import { TIMESKETCH } from './timesketch.ts';

/** What the command line asks for. */
export type ExportArguments =
  | { readonly kind: 'HELP' }
  | { readonly kind: 'MISTAKE'; readonly message: string }
  | {
      readonly kind: 'EXPORT';
      readonly list: ListName;
      readonly filter: JsonObject | null;
      readonly format: ExportFormat;
      /** The GraphQL endpoint; null for that of the settings. */
      readonly url: string | null;
      /** The file with the key to send; null when none is named. */
      readonly keyFile: string | null;
      /** null is standard output. */
      readonly file: string | null;
    };

export const EXPORT_USAGE = `Usage: npm run export -- [options] LIST

Writes what a running server has stored, oldest first. LIST is

  events         session events
  host-starts    starts of hosts, which end sessions
  sessions       what is made of both; nothing to import

  --filter JSON  which ones: the API's own filter, such as '{"hostname": {"eq": "WS5"}}' (default: all)
  --format NAME  ndjson      lines of JSON (default); npm run import reads those of events and host starts again
                 csv         a table; what a spreadsheet would take for a formula gets an apostrophe in front
                 timesketch  lines of JSON for a timeline in Timesketch
  --output FILE  where to, in place of what is there (default: standard output)
  --url URL      the server's GraphQL endpoint (default: that of HOST and PORT, http://127.0.0.1:4000/graphql)
  --key-file FILE
                 file with the key for a server that wants one (default: the environment's SESSIONSCOPE_KEY)
  --version      show the version
  --help         show this

Exit code: 0 all was written, 1 the server failed or FILE could not be written, 2 the command or its filter was wrong,
130 interrupted.
`;

const FORMATS = { ndjson: NDJSON, csv: CSV, timesketch: TIMESKETCH } as const;

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
  if (values.url !== undefined && !isHttpUrl(values.url)) return mistake(BAD_URL);
  const file = values.output === STANDARD_OUTPUT ? null : values.output;
  if (file === '') return mistake('--output must be a file');
  return {
    kind: 'EXPORT',
    list,
    filter: filter as JsonObject | null,
    format: FORMATS[values.format][list],
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
