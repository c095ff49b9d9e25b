/** The names of the file formats. */
export const FORMATS = ['evtx', 'xml', 'json', 'ndjson', 'csv', 'journal', 'text', 'utmp'] as const;

/** The options of `npm run import`. */
export const IMPORT_OPTIONS = {
  url: { type: 'string' },
  'key-file': { type: 'string' },
  timezone: { type: 'string' },
  year: { type: 'string' },
  host: { type: 'string' },
  shift: { type: 'string', multiple: true },
  format: { type: 'string', choices: FORMATS },
  explain: { type: 'string' },
  encoding: { type: 'string' },
  'date-order': { type: 'string', choices: ['dmy', 'mdy'] },
  'terminal-services': { type: 'boolean' },
  report: { type: 'string' },
  strict: { type: 'boolean' },
  follow: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  formats: { type: 'boolean' },
  version: { type: 'boolean', short: 'V' },
  help: { type: 'boolean', short: 'h' },
} as const;
