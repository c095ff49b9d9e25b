import { Refusal } from '../../model/refusal.ts';
import { parseHostname, withoutFinalDots } from '../../model/values/hostname.ts';

/** The domains that were read for each short host name. Mutable: change it only with noteHostname. */
export type HostDomains = { readonly seen: Set<string>; readonly domains: Map<string, Set<string>> };

export const makeHostDomains = (): HostDomains => ({ seen: new Set(), domains: new Map() });

/** Names beyond this number are ignored. */
const MAX_NAMES = 100_000;

/** Records the name of a host as it was written. */
export const noteHostname = ({ seen, domains }: HostDomains, hostname: string): void => {
  if (seen.has(hostname) || seen.size >= MAX_NAMES) return;
  seen.add(hostname);
  const short = shorten(hostname);
  const dot = hostname.indexOf('.');
  // An address is its own short name.
  if (short === null || dot < 0 || short.includes('.')) return;
  const domain = withoutFinalDots(hostname.slice(dot + 1)).toLowerCase();
  if (domain === '') return;
  const known = domains.get(short);
  if (known === undefined) domains.set(short, new Set([domain]));
  else known.add(domain);
};

/** Returns null for a name that the server would reject. */
const shorten = (hostname: string): string | null => {
  try {
    return parseHostname(hostname, 'SHORT');
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
};

/** Warns about each short name that occurs in several domains: these hosts are stored as one. */
export const listWarnings = ({ domains }: HostDomains): readonly string[] =>
  [...domains]
    .filter(([, known]) => known.size > 1)
    .map(
      ([short, known]) =>
        `${short} is in several domains (${[...known].toSorted().join(', ')}) and is stored as one host; a server with HOSTNAMES=full stores one host per domain`,
    );
