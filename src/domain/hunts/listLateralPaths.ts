import { eachLogin } from '../../db/hunts/eachLogin.ts';

import { REFUSED, within } from '../../model/filter/logins.ts';
import { onHost, withoutNoise } from '../../model/filter/pivot.ts';
import type { Predicate } from '../../model/filter/predicate.ts';
import { findPaths } from '../../model/hunts/lateral/findPaths.ts';
import type { FoundPaths } from '../../model/hunts/lateral/findPaths.ts';
import { linkHops } from '../../model/hunts/lateral/linkHops.ts';
import type { Hop } from '../../model/hunts/lateral/linkHops.ts';
import type { AddressBook } from '../../model/hunts/lateral/makeAddressBook.ts';
import { MANY } from '../../model/hunts/lateral/measureChains.ts';
import { makeGraph, wayOf } from '../../model/hunts/lateral/makeGraph.ts';
import type { LateralGraph } from '../../model/hunts/lateral/makeGraph.ts';
import { makeEndTest } from '../../model/hunts/lateral/makeEndTest.ts';
import { comparePlaces, PATH_PLACES, placeOfPath } from '../../model/hunts/lateral/pathPlace.ts';
import { parseLateralPaths } from '../../model/hunts/lateralPaths.ts';
import type {
  LateralPaths,
  LateralPathsInput,
  LateralPathsParameters,
} from '../../model/hunts/lateralPaths.ts';
import { lengthUs } from '../../model/hunts/parameters.ts';
import { eachInSlices } from '../../model/mapInSlices.ts';
import type { PageArguments } from '../../model/page.ts';

import type { ListContext } from '../listContext.ts';
import { makeTotalCount } from '../listPage.ts';
import type { CountMode, TotalCount } from '../listPage.ts';

import { listInOrder, refuseSlow } from './listMatches.ts';
import type { HuntEdge, HuntPage, MatchOrder } from './listMatches.ts';
import { readHops, WITH_SOURCE } from './readHops.ts';

export type LateralPathsPage = HuntPage<LateralPaths, LateralPathsParameters> & {
  /** Of all paths, not only those of the page; read when it is asked for. */
  readonly makeGraph: () => Promise<LateralGraph>;
};
export type LateralPathsEdge = HuntEdge<LateralPaths>;

const BY_PLACE: MatchOrder<LateralPaths, string> = {
  places: PATH_PLACES,
  placeOf: ({ place }) => place,
  compare: comparePlaces,
};

/**
 * Finds ways over several machines: who came to a host, and later from that host to another.
 *
 * @throws Refusal for bad parameters, page or cursor; RANGE_TOO_LARGE for more hops than are looked at together.
 */
export const listLateralPaths = async (
  context: ListContext,
  input: LateralPathsInput & PageArguments,
): Promise<LateralPathsPage> => {
  const parameters = parseLateralPaths(input, context.hostnames);
  const { from, to, maxDepth, maxGap, maxPaths, sameUser, containment } = parameters;
  let found: FoundPaths & { readonly addressBook: AddressBook } = {
    paths: [],
    total: 0,
    onPath: [],
    addressBook: () => null,
  };
  const find = async () => {
    const { hops, addressBook } = await readHops(context, parameters);
    const links = await linkHops(hops, { containment, sameUser, maxGapUs: lengthUs(maxGap) });
    const isFrom =
      from && makeEndTest(from, ({ source, srcIp }) => ({ host: source, isAt: (ip) => srcIp === ip }));
    const isTo =
      to &&
      makeEndTest(to, (hop) => ({
        host: hop.hostname,
        isAt: (ip) => hop.destIp === ip || addressBook(ip, hop) === hop.hostname,
      }));
    found = { ...(await findPaths(links, { isFrom, isTo, maxDepth }, maxPaths)), addressBook };
    const { paths, total } = found;
    return { matches: paths.map(makePath), total, truncated: total > paths.length };
  };
  const page = await listInOrder(
    { name: 'lateralPaths', parameters, now: context.now, find },
    BY_PLACE,
    input,
  );
  return Object.assign(page, {
    count: async (mode: CountMode): Promise<TotalCount> => {
      const counted = makeTotalCount(found.total, mode);
      // No more are counted, so that there may be more.
      return found.total < MANY ? counted : { ...counted, relation: 'AT_LEAST' };
    },
    makeGraph: async () =>
      makeGraph(found.onPath, await countFailures(context, parameters, found).catch(refuseSlow)),
  });
};

const makePath = (hops: readonly Hop[]): LateralPaths => {
  const [start] = hops;
  const end = hops.at(-1);
  if (start === undefined || end === undefined) throw new Error('A path without hops.');
  const first = { time: start.time, uuid: start.uuid };
  const own = hops.map(({ time, uuid, hostname }): Predicate => {
    const place = { time, uuid };
    return { kind: 'and', of: [{ kind: 'between', first: place, last: place }, onHost(hostname)] };
  });
  const between: Predicate = { kind: 'between', first, last: { time: end.time, uuid: end.uuid } };
  const where = [between, { kind: 'or', of: own } as const];
  return { first, place: placeOfPath(hops), hops, evidence: { of: 'EVENTS', where } };
};

/** The name of a way takes less than a microsecond. */
const weighWay = (): number => 0.05;

/** Counts the failed logins of the range by the ways of the paths. */
const countFailures = async (
  { reader }: ListContext,
  { range, excludeNoise }: LateralPathsParameters,
  { onPath, addressBook }: { readonly onPath: readonly Hop[]; readonly addressBook: AddressBook },
): Promise<ReadonlyMap<string, number>> => {
  const counts = new Map<string, number>();
  await eachInSlices(onPath, (hop) => counts.set(wayOf(hop), 0), weighWay);
  if (counts.size === 0) return counts;
  const where = [...within(range), ...REFUSED, WITH_SOURCE, ...withoutNoise(excludeNoise)];
  await eachLogin(reader, { where, values: ['hostname', 'srcIp'] }, ({ hostname, srcIp, ...place }) => {
    if (srcIp === null) return;
    const way = wayOf({ source: addressBook(srcIp, place), srcIp, hostname });
    const count = counts.get(way);
    if (count !== undefined) counts.set(way, count + 1);
  });
  return counts;
};
