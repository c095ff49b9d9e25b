import { comparePositions } from '../../compare.ts';
import { firstIndex } from '../../firstIndex.ts';
import type { Position } from '../../sessionEvent.ts';
import { shiftTime } from '../../values/time.ts';

/** How an event shows that a host had an address: as the destination of its event, or by a logon of its machine account. */
export type AddressEvidence = 'DEST_IP' | 'MACHINE_LOGON';

/** An event that shows that a host had an address; several hosts where they share the short name of the machine account. */
export type AddressEvent = Position & {
  readonly ip: string;
  readonly hosts: readonly string[];
  readonly evidence: AddressEvidence;
};

/** A host that had an address, and why. */
export type Owner = { readonly hostname: string; readonly evidence: ReadonlySet<AddressEvidence> };

/** Returns the hosts that had an address before an event, that of the last evidence first; none when unknown. */
export type AddressBook = (ip: string, before: Position) => readonly Owner[];

/** More hosts than this behind one address are not listed. */
const MAX_OWNERS = 10;

/** Consecutive evidence for one host: where it begins, when it ends, and the first of each kind. */
type Stay = {
  readonly hosts: readonly string[];
  readonly start: Position;
  endAt: string;
  readonly first: Map<AddressEvidence, Position>;
  /** Earlier stays of other hosts at this address, the last one of each, newest first. */
  readonly others: readonly Stay[];
};

/**
 * Makes an address book of events that are ordered by (time, id) at each address. Events in the middle of a stay may be left out if they are not
 * its first of their kind. At any time an address belongs to the host of the last evidence before, since addresses move and later evidence
 * proves nothing. It also belongs to hosts that other evidence names at most `overlapUs` earlier: an address that changes so fast may be shared.
 */
export const makeAddressBook = (events: readonly AddressEvent[], overlapUs: number): AddressBook => {
  const staysAt = new Map<string, Stay[]>();
  for (const event of events) {
    const stays = staysAt.get(event.ip) ?? [];
    addToStays(stays, event);
    staysAt.set(event.ip, stays);
  }
  return (ip, before) => {
    const stays = staysAt.get(ip) ?? [];
    const next = firstIndex(
      stays.length,
      (index) => comparePositions(stays[index]?.start ?? before, before) >= 0,
    );
    const stay = stays[next - 1];
    if (stay === undefined) return [];
    const oldest = shiftTime(before.time, -overlapUs);
    const recent = stay.others.filter(({ endAt }) => endAt >= oldest);
    return listOwners([stay, ...recent], before);
  };
};

const addToStays = (stays: Stay[], { hosts, evidence, time, uuid }: AddressEvent): void => {
  const position = { time, uuid };
  const last = stays.at(-1);
  if (last !== undefined && isSame(last.hosts, hosts)) {
    last.endAt = time;
    if (!last.first.has(evidence)) last.first.set(evidence, position);
    return;
  }
  const before = last === undefined ? [] : [last, ...last.others];
  const others = before.filter((stay) => !isSame(stay.hosts, hosts)).slice(0, MAX_OWNERS - 1);
  stays.push({ hosts, start: position, endAt: time, first: new Map([[evidence, position]]), others });
};

const isSame = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((host, index) => host === b[index]);

const listOwners = (stays: readonly Stay[], before: Position): readonly Owner[] => {
  const evidenceOf = new Map<string, Set<AddressEvidence>>();
  for (const { hosts, first } of stays) {
    for (const hostname of hosts) {
      const evidence = evidenceOf.get(hostname) ?? new Set();
      for (const [kind, position] of first) if (comparePositions(position, before) < 0) evidence.add(kind);
      evidenceOf.set(hostname, evidence);
    }
  }
  return [...evidenceOf].map(([hostname, evidence]) => ({ hostname, evidence })).slice(0, MAX_OWNERS);
};
