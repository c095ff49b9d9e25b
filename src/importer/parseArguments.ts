import { parseHostname } from '../model/values/hostname.ts';

import { BAD_URL, DEFAULT_URL, isHttpUrl, parseWords } from '../client/parseWords.ts';

import { NO_OPTIONS } from '../sensors/sensor.ts';
import type { SensorOptions } from '../sensors/sensor.ts';
import { parseTimeZone } from '../sensors/timeZone.ts';

import { STANDARD_INPUT } from './openInput.ts';

/** What the command line asks for. */
export type Arguments =
  | { readonly kind: 'HELP' }
  | { readonly kind: 'MISTAKE'; readonly message: string }
  | {
      readonly kind: 'IMPORT';
      readonly files: readonly string[];
      /** The GraphQL endpoint; null in a dry run. */
      readonly url: string | null;
      readonly sensors: SensorOptions;
      /** The file to write the report to; null for none. */
      readonly report: string | null;
    };

export const USAGE = `Usage: npm run import -- [options] FILE…

Reads logs and sends the user session events and host starts in them to a running server. FILE is a path, of a folder,
too, or - for standard input. Reading a file twice changes nothing.

Formats, recognised by content. Windows: EVTX, event XML, and the JSON of Winlogbeat, NXLog, Azure SecurityEvent,
Get-WinEvent and evtx_dump. Linux: auth.log or secure, journalctl -o json, and auditd. This API's own events.
JSON as lines or an array; texts in UTF-8 or UTF-16; all also as gzip.

  --url URL          the server's GraphQL endpoint (default ${DEFAULT_URL})
  --timezone ZONE    zone of local times that do not tell theirs: an IANA name such as America/New_York,
                     local (this machine's), or an offset such as -04:00
  --year YEAR        year of dates that have none (default: the newest that is not in the future)
  --host NAME        host of records that name none: auditd
  --report FILE.json write the whole account there, for machines
  --dry-run          read and check everything, send nothing; needs no server
  --help             show this

Exit code: 0 all went well, 1 something was rejected or failed, 2 the command was wrong, 130 interrupted.
`;

/** Parses the command line, without the program's own name. */
export const parseArguments = (words: readonly string[]): Arguments => {
  const parsed = parseWords(words, OPTIONS);
  if (typeof parsed === 'string') return mistake(parsed);
  const { values, positionals: files } = parsed;
  if (values.help === true) return { kind: 'HELP' };
  if (files.length === 0) return mistake('no FILE was given');
  if (files.filter((file) => file === STANDARD_INPUT).length > 1) {
    return mistake('standard input (-) can be read once only');
  }
  if (!isHttpUrl(values.url)) return mistake(BAD_URL);
  const timeZone = values.timezone === undefined ? null : parseTimeZone(values.timezone);
  if (values.timezone !== undefined && timeZone === null) {
    return mistake(
      '--timezone must be an IANA name such as America/New_York, local, or an offset such as -04:00',
    );
  }
  const year = values.year === undefined ? null : Number(values.year);
  if (year !== null && !/^(?:19|20)\d\d$/.test(values.year ?? '')) {
    return mistake('--year must be a year such as 2026');
  }
  const report = values.report ?? null;
  const hostname = values.host ?? null;
  if (hostname !== null && !isHostname(hostname))
    return mistake('--host must be a host name or an IP address');
  const sensors = { ...NO_OPTIONS, timeZone, year, hostname };
  return { kind: 'IMPORT', files, url: values['dry-run'] === true ? null : values.url, sensors, report };
};

const OPTIONS = {
  url: { type: 'string', default: DEFAULT_URL },
  timezone: { type: 'string' },
  year: { type: 'string' },
  host: { type: 'string' },
  report: { type: 'string' },
  'dry-run': { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

const isHostname = (text: string): boolean => {
  try {
    parseHostname(text, 'FULL');
    return true;
  } catch {
    return false;
  }
};

const mistake = (message: string): Arguments => ({ kind: 'MISTAKE', message });
