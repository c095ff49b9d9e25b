import { LOOPBACK, makeNetworkTest } from '../../values/cidr.ts';
import type { Position } from '../../sessionEvent.ts';

import type { AddressBook, Owner } from './makeAddressBook.ts';

/** What shows that a connection came from a host, in the order of answers. */
const EVIDENCE = ['DEST_IP', 'MACHINE_LOGON', 'CLIENT_NAME'] as const;

export type LateralEvidence = (typeof EVIDENCE)[number];

/** A host that a connection can have come from, and why. Not stored: a name that a client claimed, and no stored event is of such a host. */
export type Candidate = {
  readonly hostname: string;
  readonly isStored: boolean;
  readonly evidence: readonly LateralEvidence[];
};

/** What an event says about its client. */
export type ClientOfEvent = Position & {
  readonly hostname: string;
  readonly srcIp: string | null;
  readonly srcHostname: string | null;
  /** The stored hosts that have the name `srcHostname`, null for none. */
  readonly namedHosts: readonly string[] | null;
};

/** Returns the hosts that a connection can have come from, none when unknown; null if it came from its own host or says nothing about its client. */
export type FindCandidates = (event: ClientOfEvent) => readonly Candidate[] | null;

/**
 * Makes the function that finds candidates: hosts that had the source address, and hosts with the name that the client claimed. A short
 * name that several hosts have supports those of them that had the address; only if none had it, all are candidates. A client that claims
 * the name of the host itself names no other. A loopback address names no host: the connection came from the host itself or through a tunnel.
 */
export const makeFindCandidates = (book: AddressBook): FindCandidates => {
  const share = makeShared();
  return (event) => {
    const { hostname, srcIp } = event;
    const hasAddress = srcIp !== null && !isLoopback(srcIp);
    const owners = hasAddress ? book(srcIp, event) : [];
    const named = listNamed(event, owners);
    const candidates = [
      ...owners.map((owner) =>
        share(owner.hostname, [...owner.evidence, ...nameEvidence(named, owner)], true),
      ),
      ...named
        .filter((name) => owners.every((owner) => owner.hostname !== name))
        .map((name) => share(name, ['CLIENT_NAME'], event.namedHosts !== null)),
    ];
    if (candidates.length === 0) return hasAddress ? [] : null;
    return candidates.some((candidate) => candidate.hostname !== hostname) ? candidates : null;
  };
};

const isLoopback = makeNetworkTest(LOOPBACK);

const listNamed = (
  { hostname, srcHostname, namedHosts }: ClientOfEvent,
  owners: readonly Owner[],
): readonly string[] => {
  if (srcHostname === null) return [];
  const all = namedHosts ?? [srcHostname];
  if (all.includes(hostname)) return [];
  const supported = all.filter((name) => owners.some((owner) => owner.hostname === name));
  return supported.length > 0 ? supported : all;
};

const nameEvidence = (named: readonly string[], { hostname }: Owner): readonly LateralEvidence[] =>
  named.includes(hostname) ? ['CLIENT_NAME'] : [];

/** Makes a function that returns the same object for equal candidates: a search has up to 500,000 hops, and few hosts. */
const makeShared = () => {
  const known = new Map<string, Candidate>();
  return (hostname: string, given: readonly LateralEvidence[], isStored: boolean): Candidate => {
    const key = `${hostname}\n${String(isStored)}\n${given.join(' ')}`;
    const evidence = EVIDENCE.filter((kind) => given.includes(kind));
    const candidate = known.get(key) ?? { hostname, isStored, evidence };
    known.set(key, candidate);
    return candidate;
  };
};
