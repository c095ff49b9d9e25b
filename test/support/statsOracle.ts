/** Plain, quadratic and obvious: what counts by groups mean, written from schema.graphql and not from the code. */
export type Counted = Readonly<Record<string, any>>;

/** How a kind of thing is grouped and measured: a field of the key, or a number, by what it is of. */
export type Measuring = {
  readonly keys: Readonly<Record<string, (item: Counted) => unknown>>;
  readonly measures: Readonly<Record<string, (items: readonly Counted[]) => unknown>>;
};

export type Asked = {
  readonly groupBy: readonly string[];
  readonly having?: Readonly<Record<string, any>> | undefined;
  readonly orderBy: { readonly field: string; readonly direction: string };
  readonly first: number;
};

/** The answer to a question for counts, with all measures. */
export const statsOf = (items: readonly Counted[], asked: Asked, { keys, measures }: Measuring) => {
  const keyOf = (item: Counted) => asked.groupBy.map((dimension) => keys[dimension]?.(item) ?? null);
  const distinct = [...new Set(items.map((item) => JSON.stringify(keyOf(item))))];
  if (asked.groupBy.length === 0 && items.length === 0) distinct.push('[]');
  const all = distinct.map((key): Counted => {
    const own = items.filter((item) => JSON.stringify(keyOf(item)) === key);
    const measured = Object.entries(measures).map(([name, measure]) => [name, measure(own)]);
    return { key: JSON.parse(key), ...Object.fromEntries(measured) };
  });
  const kept = all.filter((group) => isKept(group, asked.having ?? {}));
  const field = asked.orderBy.field
    .toLowerCase()
    .replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  const sign = asked.orderBy.direction === 'DESCENDING' ? -1 : 1;
  kept.sort((a, b) =>
    field === 'key'
      ? sign * compareKeys(a.key, b.key)
      : compareMeasures(a[field], b[field], sign) || compareKeys(a.key, b.key),
  );
  const groups = kept.slice(0, asked.first);
  const shown = items.filter((item) =>
    groups.some(({ key }) => JSON.stringify(key) === JSON.stringify(keyOf(item))),
  );
  return {
    groupBy: asked.groupBy,
    count: items.length,
    otherCount: items.length - shown.length,
    totalGroups: all.length,
    matchingGroups: kept.length,
    groups,
  };
};

const isKept = (group: Counted, having: Counted): boolean =>
  Object.entries(having).every(([measure, { gte, lte, from, until }]) => {
    const value = group[measure];
    if (value === null) return false;
    return !(value < gte) && !(value > lte) && !(value < from) && !(value >= until);
  });

/** Groups without a value come last, whatever the direction. */
const compareMeasures = (a: any, b: any, sign: number): number => {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -sign : sign;
};

/** Part by part; no value comes after every value. */
const compareKeys = (a: readonly unknown[], b: readonly unknown[]): number => {
  const [first, second] = [a.flatMap(rankOf), b.flatMap(rankOf)];
  const at = first.findIndex((part, index) => part !== second[index]);
  const [one, other] = [first[at], second[at]];
  if (at < 0 || one === undefined || other === undefined) return 0;
  if (one === null || other === null) return one === null ? 1 : -1;
  return one < other ? -1 : 1;
};

/** Accounts by name and then domain, addresses by family and then number, other values as they are. */
const rankOf = (value: any): (string | number | bigint | boolean | null)[] => {
  if (typeof value === 'object' && value !== null) return [value.userName, value.userDomain];
  if (typeof value !== 'string' || !/^[0-9a-f.]*[.:][0-9a-f.:]*(\/\d+)?$/.test(value)) return [value, null];
  return [value.includes(':') ? 6 : 4, numberOf(value)];
};

/** The number of an address, or of a network's first. */
const numberOf = (address: string): bigint => {
  const [text = ''] = address.split('/');
  if (!text.includes(':')) return BigInt(text.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0));
  return groupsOf(text).reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n);
};

/** The network of an address, /24 of IPv4 and /64 of IPv6. */
export const networkOf = (address: string): string => {
  if (!address.includes(':')) return `${address.split('.').slice(0, 3).join('.')}.0/24`;
  return `${groupsOf(address).slice(0, 4).join(':')}::/64`.replace(/(:0)+::/, '::').replace(/^0::/, '::');
};

/** The eight groups of an IPv6 address. */
const groupsOf = (text: string): string[] => {
  const [head = [], tail = []] = text
    .split('::')
    .map((half) => half.split(':').filter((group) => group !== ''));
  return text.includes('::') ? [...head, ...Array(8 - head.length - tail.length).fill('0'), ...tail] : head;
};
