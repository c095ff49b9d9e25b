import { accountKey } from '../../account.ts';
import type { Account } from '../../account.ts';
import { eachInSlices, mapInSlices } from '../../mapInSlices.ts';
import { shiftTime } from '../../values/time.ts';
import { firstIndex } from '../../firstIndex.ts';
import type { Position } from '../../sessionEvent.ts';

import type { Candidate } from './findCandidates.ts';

/** A login or reconnect from one machine to another. */
export type Hop = Position & {
  readonly action: 'LOGIN' | 'RECONNECT';
  /** Null only if a client claimed a name. */
  readonly srcIp: string | null;
  readonly srcHostname: string | null;
  readonly destIp: string | null;
  /** The hosts that it can have come from, none when unknown. */
  readonly candidates: readonly Candidate[];
  readonly hostname: string;
  readonly account: Account | null;
  /** When its session is over, null if it is open forever; null as a whole if the hop has no session. */
  readonly session: { readonly endedAt: string | null } | null;
};

/** The names of the hosts that a hop can have come from. The host itself is not a source. */
export const sourcesOf = ({
  candidates,
  hostname,
}: Pick<Hop, 'candidates' | 'hostname'>): readonly string[] =>
  candidates.flatMap((candidate) => (candidate.hostname === hostname ? [] : [candidate.hostname]));

/** When a hop continues another. */
export type LinkRule = {
  readonly containment: 'SESSION' | 'GAP';
  readonly maxGapUs: number;
  readonly sameUser: boolean;
};

/**
 * Which hops continue which. All hops that can have left one host are in one list, ordered by time, so that the hops that continue a given hop are
 * a slice of the list of its host. There is one slice for each hop, however many pairs there are. A hop is in a list for each of its candidates.
 */
export type Links = {
  readonly hops: readonly Hop[];
  /** Ascending indexes of the hops that leave one host (as one user). */
  readonly lists: readonly (readonly number[])[];
  /** For each hop, the slice of hops that continue it, null for none. */
  readonly next: readonly (Slice | null)[];
};

/** A half-open part of a list. */
export type Slice = { readonly list: number; readonly low: number; readonly high: number };

/** Links hops, which are ordered by (time, id). A later hop from the same host continues a hop if it lies in the hop's session or within the gap. */
export const linkHops = async (hops: readonly Hop[], rule: LinkRule): Promise<Links> => {
  const lists: number[][] = [];
  const listOf = new Map<string, number>();
  const putInList = (hop: Hop, index: number): void => {
    for (const source of sourcesOf(hop)) {
      const key = keyOf(source, hop, rule);
      if (key === null) return;
      const list = listOf.get(key) ?? lists.push([]) - 1;
      listOf.set(key, list);
      lists[list]?.push(index);
    }
  };
  const findNext = (hop: Hop, index: number): Slice | null => {
    const key = keyOf(hop.hostname, hop, rule);
    const list = key === null ? undefined : listOf.get(key);
    if (list === undefined) return null;
    const leaving = lists[list] ?? [];
    const timeAt = (at: number): string => hops[leaving[at] ?? 0]?.time ?? '';
    const low = firstIndex(leaving.length, (at) => (leaving[at] ?? 0) > index);
    const high = firstIndex(leaving.length, (at) => isBeyond(timeAt(at), hop, rule));
    return low < high ? { list, low, high } : null;
  };
  await eachInSlices(hops, putInList, weighHop);
  const next = await mapInSlices(hops, findNext, weighHop);
  return { hops, lists, next };
};

/** A binary search of times takes about 2 µs. */
const weighHop = (): number => 0.1;

const keyOf = (host: string, { account }: Hop, { sameUser }: LinkRule): string | null => {
  if (sameUser && account === null) return null;
  return sameUser && account !== null ? `${host}\n${accountKey(account)}` : host;
};

/** A hop without a session is limited by the gap. */
const isBeyond = (time: string, hop: Hop, { containment, maxGapUs }: LinkRule): boolean => {
  if (containment === 'GAP' || hop.session === null) return time > shiftTime(hop.time, maxGapUs);
  return hop.session.endedAt !== null && time >= hop.session.endedAt;
};
