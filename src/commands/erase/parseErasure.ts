import type { Erasure } from '../../db/erasure/erasure.ts';

import { parseCommandLine } from '../../client/parseCommandLine.ts';

import { Refusal } from '../../model/refusal.ts';
import { parseHostname } from '../../model/values/hostname.ts';
import type { HostnameStyle } from '../../model/values/hostname.ts';
import { parseTime } from '../../model/values/time.ts';
import { parseUser } from '../../model/values/user.ts';

/** The parsed command line of an erasure. */
export type ErasureArguments =
  | { readonly kind: 'HELP' }
  | { readonly kind: 'MISTAKE'; readonly message: string }
  | { readonly kind: 'COUNT' | 'ERASE'; readonly erasure: Erasure };

export const ERASE_USAGE = `Usage: npm run erase -- [options]

Erases events, and restores sessions, hosts and accounts as if the events had never been stored. Servers may keep running. Without
--yes it only counts the events.

  --host NAME      only events on this host
  --account USER   only events of this account, such as 'CORP\\ana', on every host unless --host names one: events that name the
                   account, under any name that DOMAIN_ALIASES gives its domain, and events without a user in its sessions; starts and
                   stops of hosts, and proof that they ran, are kept
  --from TIME      only events at or after this time, such as 2026-11-16T09:00:00Z
  --until TIME     only events before this time
  --source PREFIX  only events whose sourceId starts with this prefix, such as windows/security
  --yes            erase
  --dry-run        count only, even with --yes
  --version        show the version
  --help           show this help

It prints a report in JSON. Exit code: 0 success, 1 failure, or events of the account remain, 2 invalid command line.
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

/** Parses the command line of an erasure; values have the same form as in ingest. Calls `getHostnames` only when --host is given. */
export const parseErasure = (
  words: readonly string[],
  getHostnames: () => HostnameStyle,
): ErasureArguments => {
  const parsed = parseCommandLine(words, ERASE_OPTIONS);
  if (typeof parsed === 'string') return mistake(parsed);
  const { values, positionals } = parsed;
  if (values.help === true) return { kind: 'HELP' };
  if (positionals.length > 0)
    return mistake(`unexpected argument ${JSON.stringify(positionals[0])}; see --help`);
  if (values.host === undefined && values.account === undefined)
    return mistake('--host or --account is missing: a time or a source alone would match too many events');
  if (values.source === '')
    return mistake('--source is empty: name the start of a sourceId, or omit the option');
  try {
    const erasure: Erasure = {
      hostname: read('--host', values.host, (text) => parseHostname(text, getHostnames())),
      account: read('--account', values.account, parseUser),
      from: read('--from', values.from, parseTime),
      until: read('--until', values.until, parseTime),
      source: values.source ?? null,
    };
    if (erasure.from !== null && erasure.until !== null && erasure.from >= erasure.until)
      return mistake('--until must be after --from');
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
