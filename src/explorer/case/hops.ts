import type { LogonHopFragment } from '../api/documents.ts';

/** A session that a hop may have started from: that of the hop before it in a path. */
export type Origin = { readonly session: string; readonly account: string | null };

/** A hop of lateral paths. */
export type Hop = LogonHopFragment & {
  /** Several, if paths over the same host come to it from different sessions. Those of its own account come first. */
  readonly origins: readonly Origin[];
};

type Path = { readonly hops: readonly LogonHopFragment[] };

/** The hops of paths, each once, in the order of time. */
export const listHops = (paths: readonly Path[]): readonly Hop[] => {
  const hops = new Map<string, Hop>();
  for (const path of paths) {
    let origin: Origin | null = null;
    for (const hop of path.hops) {
      const key = hopKey(hop);
      const known: readonly Origin[] = hops.get(key)?.origins ?? [];
      hops.set(key, { ...hop, origins: addOrigin(known, origin) });
      const session = hop.event?.session?.id;
      origin = session === undefined ? null : { session, account: hop.account?.user ?? null };
    }
  }
  return [...hops.values()]
    .map((hop) => ({ ...hop, origins: hop.origins.toSorted((a, b) => isOther(hop, a) - isOther(hop, b)) }))
    .toSorted((a, b) => Date.parse(a.time) - Date.parse(b.time));
};

const addOrigin = (known: readonly Origin[], origin: Origin | null): readonly Origin[] =>
  origin === null || known.some(({ session }) => session === origin.session) ? known : [...known, origin];

const isOther = (hop: LogonHopFragment, { account }: Origin): number =>
  Number(account !== (hop.account?.user ?? null));

/** The same hop in several paths has the same key. */
export const hopKey = ({ event, time, host }: LogonHopFragment): string =>
  JSON.stringify([event?.id ?? time, host.hostname]);
