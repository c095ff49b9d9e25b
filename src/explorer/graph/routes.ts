import type { LogonHopFragment } from '../api/documents.ts';

type Hop = Pick<LogonHopFragment, 'srcIp' | 'srcHostname' | 'sourceHost' | 'account' | 'host' | 'evidence'>;
type HoppedPath = { readonly hops: readonly Hop[] };

/** Lateral paths over the same machines with the same accounts: an intruder's way is many paths if he logs on often. */
export type Route<Path> = {
  /** `198.51.100.23 → RDP1 → WS5 as CORP\carol`, which no other route of the same answer has, and which is its name in the address. */
  readonly name: string;
  readonly paths: readonly Path[];
};

/**
 * Puts paths over the same machines with the same accounts together. First come the routes with the most hops, of these those with the fewest
 * changes of account, and then those with the most evidence; equal ones are in the order of the first path of each. A host with several
 * sessions continues a path from each of them: the one of the same account is more likely its origin than that of another user.
 */
export const listRoutes = <Path extends HoppedPath>(paths: readonly Path[]): readonly Route<Path>[] => {
  const routes = new Map<string, Path[]>();
  for (const path of paths) {
    const name = nameRoute(path.hops);
    routes.set(name, [...(routes.get(name) ?? []), path]);
  }
  return [...routes]
    .map(([name, equal]) => ({ name, paths: equal, evidence: Math.max(...equal.map(countEvidence)) }))
    .toSorted(
      (a, b) => countHops(b) - countHops(a) || countChanges(a) - countChanges(b) || b.evidence - a.evidence,
    )
    .map(({ evidence: _, ...route }) => route);
};

type AnyRoute = Route<HoppedPath>;

const countHops = ({ paths: [path] }: AnyRoute): number => path?.hops.length ?? 0;

/** The hops with another account than the hop before; an unknown account is another one. */
const countChanges = ({ paths: [path] }: AnyRoute): number =>
  (path?.hops ?? []).filter(({ account }, index, hops) => {
    const last = hops[index - 1];
    return last !== undefined && (account === null || account.user !== last.account?.user);
  }).length;

const countEvidence = ({ hops }: HoppedPath): number =>
  hops.reduce((sum, { evidence }) => sum + evidence.length, 0);

/** The route of a name, for the empty name the first. */
export const findRoute = <Path>(routes: readonly Route<Path>[], name: string): Route<Path> | undefined =>
  name === '' ? routes[0] : routes.find((route) => route.name === name);

const nameRoute = (hops: readonly Hop[]): string => {
  const [first] = hops;
  const start = first?.sourceHost?.hostname ?? first?.srcIp ?? first?.srcHostname ?? 'not known';
  const accounts = new Set(hops.map(({ account }) => account?.user ?? 'an unknown account'));
  const [only] = accounts;
  const machines = hops.map(({ host, account }) =>
    accounts.size === 1 ? host.hostname : `${host.hostname} as ${account?.user ?? 'an unknown account'}`,
  );
  return `${[start, ...machines].join(' → ')}${accounts.size === 1 ? ` as ${only}` : ''}`;
};
