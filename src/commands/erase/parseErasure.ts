import type { Erasure } from '../../db/erasure/erasure.ts';

import { parseCommandLine } from '../../client/parseCommandLine.ts';

import { Refusal } from '../../model/refusal.ts';
import { parseHostname } from '../../model/values/hostname.ts';
import type { HostnameStyle } from '../../model/values/hostname.ts';
import { parseTime } from '../../model/values/time.ts';
import { parseUser } from '../../model/values/user.ts';

/** What the command line of an erasure asks for. */
export type ErasureArguments =
  | { readonly kind: 'HELP' }
  | { readonly kind: 'MISTAKE'; readonly message: string }
  | { readonly kind: 'COUNT' | 'ERASE'; readonly erasure: Erasure };

export const ERASE_USAGE = `Usage: npm run erase -- [options]

Takes events back, and leaves sessions, hosts and accounts as if they had never come; servers go on meanwhile. It counts and
erases nothing unless --yes is given.

  --host NAME      on this host
  --account USER   of this account, such as 'CORP\\ana', on every host unless --host names one: events that name it, and those of its
                   sessions that name nobody; host starts stay
  --from TIME      not before this time, such as 2026-11-16T09:00:00Z
  --until TIME     before this time
  --source PREFIX  only what has a sourceId that starts so, such as windows/security
  --yes            erase
  --dry-run        count only, also with --yes
  --version        show the version
  --help           show this

It prints a report in JSON. Exit code: 0 done, 1 it failed or found something left, 2 the command was wrong.
`;

/** The options of `npm run erase`. */
export const ERASE_OPTIONS = {
  host: { type: 'string' },
  account: { type: 'string' },
  from: { type: 'string' },
  until: { type: 'string' },
  source: { type: 'string' },
  yes: { type: 'boolean' },
  'dry-run': { type: 'boolean' },
  version: { type: 'boolean', short: 'V' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** Parses the command line of an erasure; values as ingest takes them. The style of host names is asked for when a host is to be read. */
export const parseErasure = (
  words: readonly string[],
  getHostnames: () => HostnameStyle,
): ErasureArguments => {
  const parsed = parseCommandLine(words, ERASE_OPTIONS);
  if (typeof parsed === 'string') return mistake(parsed);
  const { values, positionals } = parsed;
  if (values.help === true) return { kind: 'HELP' };
  if (positionals.length > 0)
    return mistake(`there is no argument ${JSON.stringify(positionals[0])}; see --help`);
  if (values.host === undefined && values.account === undefined)
    return mistake('--host or --account is missing: everything of a time or a source is too much; name one');
  if (values.source === '')
    return mistake('--source is empty; give what a sourceId starts with, or leave it out');
  try {
    const erasure: Erasure = {
      hostname: read('--host', values.host, (text) => parseHostname(text, getHostnames())),
      account: read('--account', values.account, parseUser),
      from: read('--from', values.from, parseTime),
      until: read('--until', values.until, parseTime),
      source: values.source ?? null,
    };
    if (erasure.from !== null && erasure.until !== null && erasure.from >= erasure.until)
      return mistake('--until must be after --from; nothing lies between them');
    return { kind: values.yes === true && values['dry-run'] !== true ? 'ERASE' : 'COUNT', erasure };
  } catch (error) {
    if (error instanceof Refusal) return mistake(error.message);
    throw error;
  }
};

const read = <T>(option: string, text: string | undefined, parse: (text: string) => T): T | null => {
  if (text === undefined) return null;
  try {
    return parse(text);
  } catch (error) {
    if (error instanceof Refusal) throw new Refusal(error.code, `${option}: ${error.message}`);
    throw error;
  }
};

const mistake = (message: string): ErasureArguments => ({ kind: 'MISTAKE', message });
