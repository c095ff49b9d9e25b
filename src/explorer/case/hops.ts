import type { LogonHopFragment } from '../api/documents.ts';

/** A hop of a lateral path. */
export type Hop = LogonHopFragment & {
  /** The session that it started from: that of the hop before. */
  readonly fromSession: string | null;
  /** The account of that session. */
  readonly fromAccount: string | null;
};

type Path = { readonly hops: readonly LogonHopFragment[] };

/** The hops of paths, each once, in the order of time. */
export const listHops = (paths: readonly Path[]): readonly Hop[] => {
  const hops = new Map<string, Hop>();
  for (const path of paths) {
    let fromSession: string | null = null;
    let fromAccount: string | null = null;
    for (const hop of path.hops) {
      hops.set(hopKey({ ...hop, fromSession }), { ...hop, fromSession, fromAccount });
      fromSession = hop.event?.session?.id ?? null;
      fromAccount = hop.account?.user ?? null;
    }
  }
  return [...hops.values()].toSorted((a, b) => Date.parse(a.time) - Date.parse(b.time));
};

/** The same hop may start from several sessions. */
export const hopKey = ({ event, time, host, fromSession }: Omit<Hop, 'fromAccount'>): string =>
  JSON.stringify([event?.id ?? time, host.hostname, fromSession]);
