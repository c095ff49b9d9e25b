import { sessionsOf } from '../sessionOracle.ts';

import type { HuntEvent } from './huntEvents.ts';
import { accountOf, bad, different, isLater, isShown, lengthOf, lies, micros, ok } from './huntOracle.ts';
import type { Range } from './huntOracle.ts';

export type LateralParameters = {
  readonly range: Range;
  readonly from: Readonly<Record<string, string>> | null;
  readonly to: Readonly<Record<string, string>> | null;
  readonly maxDepth: number;
  readonly maxGap: string;
  readonly sameUser: boolean;
  readonly containment: string;
  readonly addressLookback: string;
  readonly excludeNoise: boolean;
};

type Hop = { readonly event: HuntEvent; readonly source: string | null };

/** Builds every chain of hops and checks it. */
export const lateralOracle = (events: readonly HuntEvent[], given: LateralParameters) => {
  const { range, maxDepth } = given;
  const learnt = events.filter(
    ({ time }) => micros(time) >= micros(range.from) - lengthOf(given.addressLookback) && time < range.until,
  );
  const ownerOf = (ip: string, before: HuntEvent): string | null =>
    learnt.findLast(({ destIp, ...event }) => destIp === ip && isLater(before, { destIp, ...event }))
      ?.hostname ?? null;
  const sourceOf = (event: HuntEvent): string | null =>
    event.srcIp === '127.0.0.1' || event.srcIp === '::1' ? event.hostname : ownerOf(event.srcIp!, event);
  const shown = events.filter(
    (event) => lies(event, range) && event.srcIp !== null && isShown(event, given.excludeNoise),
  );
  const hops: Hop[] = shown
    .filter(
      (event) => event.action === 'RECONNECT' || (ok(event) && /RDP|REMOTE/.test(event.loginType ?? '')),
    )
    .map((event) => ({ event, source: sourceOf(event) }))
    .filter(({ event, source }) => source !== event.hostname);

  const sessions = sessionsOf(
    events.map((event) => ({ ...event, loginSuccessful: event.loginSuccessful === true })),
    [],
  );
  const sessionOf = (event: HuntEvent) => sessions.find(({ members }) => members.includes(event.uuid));
  const continues = (next: Hop, hop: Hop): boolean => {
    if (!isLater(next.event, hop.event) || next.source !== hop.event.hostname) return false;
    const user = accountOf(hop.event);
    if (given.sameUser && (user === null || accountOf(next.event) !== user)) return false;
    const session = sessionOf(hop.event);
    if (given.containment === 'SESSION' && session !== undefined)
      return session.endedAt === null || next.event.time < session.endedAt;
    return micros(next.event.time) <= micros(hop.event.time) + lengthOf(given.maxGap);
  };

  const isUser = (event: HuntEvent, wanted: string): boolean => {
    const [name, domain] = (accountOf(event) ?? '').split('\\').toReversed();
    const [wantedName, wantedDomain] = wanted.split('\\').toReversed();
    return name === wantedName && (wantedDomain === undefined || domain === wantedDomain);
  };
  const isFrom = ({ event, source }: Hop): boolean => {
    if (given.from === null) return true;
    const { hostname: host, ip, user } = given.from;
    return host === undefined
      ? ip === undefined
        ? isUser(event, user!)
        : event.srcIp === ip
      : source === host;
  };
  const isTo = ({ event }: Hop): boolean => {
    if (given.to === null) return true;
    const { hostname: host, ip, user } = given.to;
    if (host !== undefined) return event.hostname === host;
    return ip === undefined
      ? isUser(event, user!)
      : event.destIp === ip || ownerOf(ip, event) === event.hostname;
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
  const nameOf = ({ event, source }: Hop): string => source ?? event.srcIp!;
  const failures = shown.filter(bad).map((event) => ({ event, source: sourceOf(event) }));
  const ways = different(onPath.map((hop) => `${nameOf(hop)} ${hop.event.hostname}`));
  const names = different(onPath.flatMap((hop) => [nameOf(hop), hop.event.hostname]));
  const placeOf = (path: readonly Hop[]): string =>
    path.map(({ event }) => `${event.time} ${event.uuid}`).join(' ');
  return {
    paths: paths
      .toSorted((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1))
      .map((path) =>
        path.map(({ event, source }) => `${source ?? event.srcIp} > ${event.hostname} ${event.uuid}`),
      ),
    nodes: names.toSorted().map((name) => ({
      name,
      hopsIn: onPath.filter(({ event }) => event.hostname === name).length,
      hopsOut: onPath.filter((hop) => nameOf(hop) === name).length,
    })),
    edges: ways
      .map((way) => {
        const own = onPath.filter((hop) => `${nameOf(hop)} ${hop.event.hostname}` === way);
        const times = own.map(({ event }) => event.time).toSorted();
        const [from, to] = way.split(' ');
        return {
          from,
          to,
          count: own.length,
          failures: failures.filter((hop) => `${nameOf(hop)} ${hop.event.hostname}` === way).length,
          firstAt: times[0]!,
          lastAt: times.at(-1)!,
        };
      })
      .toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)),
  };
};
