import { foldUser, isNoise } from '../pivotOracle.ts';

import type { HuntEvent } from './huntEvents.ts';

/** The terms of the hunts' rules, implemented as literally as possible. */
export const ok = (event: HuntEvent): boolean => event.action === 'LOGIN' && event.loginSuccessful === true;

export const bad = (event: HuntEvent): boolean => event.action === 'LOGIN' && event.loginSuccessful === false;

/** Whether one event comes after another by (time, id). */
export const isLater = (event: HuntEvent, other: HuntEvent): boolean => placeOf(event) > placeOf(other);

/** The /24 network of IPv4 or the /64 network of IPv6. Supports only the spellings that the tests use. */
export const networkOf = (srcIp: string | null): string | null => {
  if (srcIp === null) return null;
  if (!srcIp.includes(':')) return `${srcIp.split('.').slice(0, 3).join('.')}.0/24`;
  const [head = '', tail = ''] = srcIp.split('::');
  const zeros = 8 - head.split(':').length - tail.split(':').length;
  const groups = [...head.split(':'), ...Array.from({ length: zeros }, () => '0'), ...tail.split(':')];
  return `${groups
    .slice(0, 4)
    .join(':')
    .replace(/(:0)+$/, '')}::/64`;
};

/** The account of a user; null if the user is unknown. */
export const accountOf = ({ user }: { readonly user: string | null }): string | null =>
  user === null ? null : foldUser(user);

/** The domain of a user, '' without one; null if the user is unknown. */
export const domainOf = (event: { readonly user: string | null }): string | null => {
  const account = accountOf(event);
  return account === null ? null : account.slice(0, Math.max(account.indexOf('\\'), 0));
};

/** The name of a user without the domain; null if the user is unknown. */
export const nameOf = (event: { readonly user: string | null }): string | null => {
  const account = accountOf(event);
  return account === null ? null : account.slice(account.indexOf('\\') + 1);
};

export const isShown = (event: HuntEvent, excludeNoise: boolean): boolean =>
  !(excludeNoise && isNoise(event));

export const micros = (time: string): bigint => {
  const [second = '', fraction = ''] = time.replace('Z', '').split('.');
  return BigInt(Date.parse(`${second}Z`)) * 1000n + BigInt(fraction.padEnd(6, '0'));
};

/** The microseconds of a duration in minutes, hours and days. */
export const lengthOf = (duration: string): bigint => {
  const [, days = 0, hours = 0, minutes = 0] =
    /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/.exec(duration) ?? [];
  return ((BigInt(days) * 24n + BigInt(hours)) * 60n + BigInt(minutes)) * 60_000_000n;
};

export const different = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** Sorts by (time, id). */
export const inOrder = <E extends { readonly time: string; readonly uuid: string }>(
  events: readonly E[],
): E[] => events.toSorted((a, b) => (a.time + a.uuid < b.time + b.uuid ? -1 : 1));

/** Merges groups of events whose time spans overlap, until no two overlap. */
const mergeOverlapping = <E extends { readonly time: string; readonly uuid: string }>(
  groups: readonly (readonly E[])[],
): E[][] => {
  const merged = groups.map((group) => inOrder(group));
  for (;;) {
    const pair = merged.flatMap((a, index) =>
      merged
        .slice(index + 1)
        .filter((b) => a[0]!.time <= b.at(-1)!.time && b[0]!.time <= a.at(-1)!.time)
        .map((b) => [a, b] as const),
    )[0];
    if (pair === undefined) return merged;
    const [a, b] = pair;
    merged.splice(merged.indexOf(b), 1);
    merged[merged.indexOf(a)] = inOrder(different([...a, ...b]));
  }
};

type Windows = {
  readonly keyOf: (event: HuntEvent) => string | null;
  readonly valueOf: (event: HuntEvent) => string | null;
  readonly least: number;
  readonly mostOfValue?: number;
  readonly window: string;
  readonly range: Range;
};
export type Range = { readonly from: string; readonly until: string };

export const lies = ({ time }: { readonly time: string }, { from, until }: Range): boolean =>
  time >= from && time < until;

/**
 * For each event at time t in the range, counts the distinct values of its key in (t - window, t]. Returns the windows with enough values,
 * overlapping ones merged, ordered by their first events.
 */
export const burstsOf = (
  events: readonly HuntEvent[],
  { keyOf, valueOf, least, mostOfValue = Infinity, window, range }: Windows,
): { readonly group: readonly HuntEvent[]; readonly peak: number }[] => {
  const counted = events.filter((event) => keyOf(event) !== null && valueOf(event) !== null);
  const windowOf = (last: HuntEvent): HuntEvent[] =>
    counted.filter(
      (event) =>
        keyOf(event) === keyOf(last) &&
        event.time <= last.time &&
        micros(event.time) > micros(last.time) - lengthOf(window),
    );
  const countOf = (group: readonly HuntEvent[]): number =>
    different(group.map(valueOf)).filter(
      (value) => group.filter((event) => valueOf(event) === value).length <= mostOfValue,
    ).length;
  const found = different(counted.map(keyOf)).flatMap((key) => {
    const windows = counted
      .filter((event) => keyOf(event) === key && lies(event, range))
      .map(windowOf)
      .filter((group) => countOf(group) >= least);
    return mergeOverlapping(windows).map((group) => ({
      group,
      peak: Math.max(...windows.filter(([first]) => group.includes(first!)).map(countOf)),
    }));
  });
  return found.toSorted((a, b) => (placeOf(a.group[0]!) < placeOf(b.group[0]!) ? -1 : 1));
};

const placeOf = ({ time, uuid }: HuntEvent): string => `${time} ${uuid}`;
