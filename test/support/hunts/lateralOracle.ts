import type { HuntEvent } from './huntEvents.ts';
import { accountOf, bad, different, isLater, isShown, lengthOf, lies, micros, ok } from './huntOracle.ts';
import type { Range } from './huntOracle.ts';
import { endOf, sessionsOfLog } from './sessionsOfLog.ts';

export type LateralParameters = {
  readonly range: Range;
  readonly from: Readonly<Record<string, string>> | null;
  readonly to: Readonly<Record<string, string>> | null;
  readonly maxDepth: number;
  readonly maxGap: string;
  readonly sameUser: boolean;
  readonly containment: string;
  readonly addressLookback: string;
  readonly addressOverlap: string;
  readonly includeUnknown: boolean;
  readonly excludeNoise: boolean;
};

type Candidate = {
  readonly hostname: string;
  readonly isStored: boolean;
  readonly evidence: readonly string[];
};
type Hop = { readonly event: HuntEvent; readonly candidates: readonly Candidate[] };
/** An event shows that this host had this address; several hosts if they share the name that it shows. */
type Proof = {
  readonly ip: string;
  readonly hosts: readonly string[];
  readonly kind: string;
  readonly event: HuntEvent;
};

const KINDS = ['DEST_IP', 'MACHINE_LOGON', 'CLIENT_NAME'];

/** The hosts with a name: Windows cuts the names of machine accounts and clients to 15 characters. */
const namedSo = (name: string, hosts: readonly string[]): readonly string[] =>
  hosts.filter((host) => host === name || host.slice(0, 15) === name).toSorted();

/** What an event shows about addresses: its destination is one of its host; the machine account `WS5$` that logs on shows its own. */
const proofsOf = (event: HuntEvent, hosts: readonly string[]): readonly Proof[] => {
  const proofs: Proof[] = [];
  const { destIp, srcIp, hostname } = event;
  if (destIp !== null) proofs.push({ ip: destIp, hosts: [hostname], kind: 'DEST_IP', event });
  const [name, domain] = (accountOf(event) ?? '').split('\\').toReversed();
  const machines = namedSo((name?.replace(/\$$/, '') ?? '').toUpperCase(), hosts);
  const isHostless = srcIp === null || /^(?:127\.|::1$|169\.254\.|fe80:)/.test(srcIp);
  if (
    name?.endsWith('$') &&
    machines.length > 0 &&
    ok(event) &&
    event.loginType === 'REMOTE' &&
    domain !== hostname &&
    domain !== hostname.slice(0, 15) &&
    !isHostless
  )
    proofs.push({ ip: srcIp, hosts: machines, kind: 'MACHINE_LOGON', event });
  return proofs;
};

const isSame = (a: Proof, b: Proof): boolean => a.hosts.join() === b.hosts.join();

/** Consecutive proofs of the same hosts, the latest first. */
const staysOf = (proofs: readonly Proof[]): readonly (readonly Proof[])[] => {
  const stays: Proof[][] = [];
  for (const proof of proofs.toReversed()) {
    const [last] = stays.at(-1) ?? [];
    if (last !== undefined && isSame(last, proof)) stays.at(-1)!.push(proof);
    else stays.push([proof]);
  }
  return stays;
};

/** Builds every chain of hops and checks it. */
export const lateralOracle = (events: readonly HuntEvent[], given: LateralParameters) => {
  const { range, maxDepth } = given;
  const learnt = events.filter(
    ({ time }) => micros(time) >= micros(range.from) - lengthOf(given.addressLookback) && time < range.until,
  );
  const hosts = different(events.map(({ hostname }) => hostname));
  const proofs = learnt.flatMap((event) => proofsOf(event, hosts));
  const ownersOf = (ip: string, before: HuntEvent): readonly Candidate[] => {
    const stays = staysOf(proofs.filter((proof) => proof.ip === ip && isLater(before, proof.event)));
    const last = stays.filter(
      (stay, index) => stays.findIndex(([proof]) => isSame(proof!, stay[0]!)) === index,
    );
    const oldest = micros(before.time) - lengthOf(given.addressOverlap);
    const shown = last
      .filter(([newest], index) => index === 0 || micros(newest!.event.time) >= oldest)
      .flat();
    return different(shown.flatMap((proof) => proof.hosts)).map((hostname) => ({
      hostname,
      isStored: true,
      evidence: KINDS.filter((kind) =>
        shown.some((proof) => proof.kind === kind && proof.hosts.includes(hostname)),
      ),
    }));
  };
  const candidatesOf = (event: HuntEvent): readonly Candidate[] | null => {
    const { srcIp, srcHostname: claim, hostname } = event;
    const isOwn = srcIp === null || /^(?:127\.|::1$)/.test(srcIp);
    const owners = isOwn ? [] : ownersOf(srcIp, event);
    const stored = claim === null ? [] : namedSo(claim, hosts);
    const owning = stored.filter((host) => owners.some((owner) => owner.hostname === host));
    const claimed = claim === null || stored.includes(hostname) ? [] : stored.length > 0 ? stored : [claim];
    const named = owning.length > 0 && claimed.length > 0 ? owning : claimed;
    const candidates = owners.map((owner) =>
      named.includes(owner.hostname) ? { ...owner, evidence: [...owner.evidence, 'CLIENT_NAME'] } : owner,
    );
    for (const name of named)
      if (!owning.includes(name))
        candidates.push({ hostname: name, isStored: stored.length > 0, evidence: ['CLIENT_NAME'] });
    if (candidates.length === 0) return isOwn ? null : [];
    return candidates.every((candidate) => candidate.hostname === hostname) ? null : candidates;
  };
  const withCandidates = (event: HuntEvent): readonly Hop[] => {
    const candidates = candidatesOf(event);
    return candidates === null ? [] : [{ event, candidates }];
  };
  const shown = events.filter((event) => lies(event, range) && isShown(event, given.excludeNoise));
  const sourcesOf = ({ event, candidates }: Hop): readonly string[] =>
    candidates.map(({ hostname }) => hostname).filter((hostname) => hostname !== event.hostname);
  const hops: Hop[] = shown
    .filter(
      (event) => event.action === 'RECONNECT' || (ok(event) && /RDP|REMOTE/.test(event.loginType ?? '')),
    )
    .flatMap(withCandidates);

  const sessions = sessionsOfLog(events, { loginTypes: null, excludeNoise: false });
  const sessionOf = (event: HuntEvent) => sessions.find(({ members }) => members.includes(event.uuid));
  const continues = (next: Hop, hop: Hop): boolean => {
    if (!isLater(next.event, hop.event) || !sourcesOf(next).includes(hop.event.hostname)) return false;
    const user = accountOf(hop.event);
    if (given.sameUser && (user === null || accountOf(next.event) !== user)) return false;
    const session = sessionOf(hop.event);
    if (given.containment === 'SESSION' && session !== undefined)
      return next.event.time < endOf(session, given);
    return micros(next.event.time) <= micros(hop.event.time) + lengthOf(given.maxGap);
  };

  const isUser = (event: HuntEvent, wanted: string): boolean => {
    const [name, domain] = (accountOf(event) ?? '').split('\\').toReversed();
    const [wantedName, wantedDomain] = wanted.split('\\').toReversed();
    return name === wantedName && (wantedDomain === undefined || domain === wantedDomain);
  };
  const isFrom = (hop: Hop): boolean => {
    if (given.from === null) return true;
    const { event } = hop;
    const { hostname: host, ip, user } = given.from;
    return host === undefined
      ? ip === undefined
        ? isUser(event, user!)
        : event.srcIp === ip
      : sourcesOf(hop).includes(host);
  };
  const isTo = ({ event }: Hop): boolean => {
    if (given.to === null) return true;
    const { hostname: host, ip, user } = given.to;
    if (host !== undefined) return event.hostname === host;
    return ip === undefined
      ? isUser(event, user!)
      : event.destIp === ip || ownersOf(ip, event).some(({ hostname }) => hostname === event.hostname);
  };

  const chains: Hop[][] = hops.map((hop) => [hop]);
  for (const chain of chains) {
    if (chain.length === maxDepth) continue;
    for (const next of hops) if (continues(next, chain.at(-1)!)) chains.push([...chain, next]);
  }
  const paths = chains.filter((chain) => {
    const [first] = chain;
    const last = chain.at(-1)!;
    const begins = given.from === null ? hops.every((hop) => !continues(first!, hop)) : isFrom(first!);
    const ends = given.to === null ? hops.every((hop) => !continues(hop, last)) : isTo(last);
    const isMost = chain.length === maxDepth;
    if (given.from === null && given.to === null && chain.length === 1) return false;
    return (begins || (isMost && given.from === null)) && (ends || (isMost && given.to === null));
  });

  const onPath = different(paths.flat());
  const namesOf = (hop: Hop): readonly string[] =>
    sourcesOf(hop).some((name) => hosts.includes(name))
      ? sourcesOf(hop).filter((name) => hosts.includes(name))
      : [hop.event.srcIp ?? sourcesOf(hop)[0]!];
  const waysOf = (hop: Hop): readonly string[] => namesOf(hop).map((name) => `${name} ${hop.event.hostname}`);
  const failures = shown.filter(bad).flatMap(withCandidates);
  const ways = different(onPath.flatMap(waysOf));
  const names = different(onPath.flatMap((hop) => [...namesOf(hop), hop.event.hostname]));
  const placeOf = (path: readonly Hop[]): string =>
    path.map(({ event }) => `${event.time} ${event.uuid}`).join(' ');
  return {
    paths: paths
      .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
      .map((path) =>
        path.map((hop, index) => {
          const before = path[index - 1]?.event.hostname;
          const only = hop.candidates.length === 1 ? hop.candidates[0] : undefined;
          const source =
            before === undefined ? only : hop.candidates.find(({ hostname }) => hostname === before);
          return describeHop({ ...hop.event, candidates: hop.candidates, source });
        }),
      ),
    nodes: names.toSorted().map((name) => ({
      name,
      hopsIn: onPath.filter(({ event }) => event.hostname === name).length,
      hopsOut: onPath.filter((hop) => namesOf(hop).includes(name)).length,
    })),
    edges: ways
      .map((way) => {
        const own = onPath.filter((hop) => waysOf(hop).includes(way));
        const times = own.map(({ event }) => event.time).toSorted();
        const [from, to] = way.split(' ');
        return {
          from,
          to,
          count: own.length,
          ambiguousCount: own.filter(({ candidates }) => candidates.length > 1).length,
          failures: failures.filter((hop) => waysOf(hop).includes(way)).length,
          firstAt: times[0]!,
          lastAt: times.at(-1)!,
        };
      })
      .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  };
};

/** A hop of a path as text: what is known about its client, its candidates, what links it, and its event. */
export const describeHop = ({
  srcIp,
  srcHostname,
  candidates,
  source,
  hostname,
  uuid,
}: Pick<HuntEvent, 'srcIp' | 'srcHostname' | 'hostname' | 'uuid'> & {
  readonly candidates: readonly Candidate[];
  readonly source: Candidate | undefined;
}): string => {
  const link = source?.isStored === true ? `${source.hostname} by ${source.evidence.join('+')}` : 'unknown';
  const others = candidates.map(
    (candidate) => `${candidate.hostname}${candidate.isStored ? '' : '?'}:${candidate.evidence.join('+')}`,
  );
  return `${srcIp} ${srcHostname} (${others.join(' ')}), ${link} > ${hostname} ${uuid}`;
};
