/** A simple oracle for statistics, written from schema.graphql and not from the code. It takes quadratic time. */
export type Counted = Readonly<Record<string, any>>;

/** How a kind of record is counted. */
export type Measuring = {
  readonly timeOf: (item: Counted) => string;
  /** The values to group a record by: a session with two sources counts in the groups of both. */
  readonly places: (item: Counted) => readonly Counted[];
  readonly keys: Readonly<Record<string, (place: Counted) => unknown>>;
  readonly measures: Readonly<Record<string, (items: readonly Counted[]) => unknown>>;
};

export type Asked = {
  readonly groupBy: readonly string[];
  readonly having?: Readonly<Record<string, any>> | undefined;
  readonly order: { readonly field: string; readonly direction: string };
  readonly first: number;
  /** The starts of the buckets and the end of the last one; null for no buckets. */
  readonly edges: readonly string[] | null;
};

/** The expected result of a statistics field, with all measures. */
export const statsOf = (items: readonly Counted[], asked: Asked, measuring: Measuring) => {
  const { places, keys } = measuring;
  const keysOf = (item: Counted): string[] =>
    places(item).map((place) =>
      JSON.stringify(asked.groupBy.map((dimension) => keys[dimension]?.(place) ?? null)),
    );
  const distinct = new Set(items.flatMap(keysOf));
  if (asked.groupBy.length === 0) distinct.add('[]');
  const all = [...distinct].map((key): Counted => {
    const own = items.filter((item) => keysOf(item).includes(key));
    const buckets = asked.edges && bucketsOf(own, asked.edges, measuring);
    return { key: JSON.parse(key), ...measure(own, measuring), buckets };
  });
  const kept = all.filter((group) => isKept(group, asked.having ?? {}));
  const field = asked.order.field.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
  const sign = asked.order.direction === 'DESCENDING' ? -1 : 1;
  kept.sort((a, b) =>
    field === 'key'
      ? sign * compareKeys(a['key'], b['key'])
      : compareMeasures(a[field], b[field], sign) || compareKeys(a['key'], b['key']),
  );
  const groups = kept.slice(0, asked.first);
  const shown = new Set(groups.map(({ key }) => JSON.stringify(key)));
  return {
    groupBy: asked.groupBy,
    count: items.length,
    otherCount: items.filter((item) => !keysOf(item).some((key) => shown.has(key))).length,
    totalCount: { value: kept.length },
    totalCountWithoutHaving: { value: all.length },
    groups,
  };
};

const measure = (items: readonly Counted[], { measures }: Measuring): object =>
  Object.fromEntries(Object.entries(measures).map(([name, of]) => [name, of(items)]));

const bucketsOf = (items: readonly Counted[], edges: readonly string[], measuring: Measuring): object[] =>
  edges.slice(1).map((until, index) => {
    const from = edges[index] ?? until;
    const own = items.filter((item) => measuring.timeOf(item) >= from && measuring.timeOf(item) < until);
    return { from, until, ...measure(own, measuring) };
  });

/** Counts the distinct values; null and undefined are not counted. */
export const countDistinct = (values: readonly unknown[]): number =>
  new Set(values.filter((value) => (value ?? null) !== null).map((value) => JSON.stringify(value))).size;

const isKept = (group: Counted, having: Counted): boolean =>
  Object.entries(having).every(([name, { gte, lte, from, until }]) => {
    const value = group[name];
    if (value === null) return false;
    return !(value < gte) && !(value > lte) && !(value < from) && !(value >= until);
  });

/** Groups without a value come last in both directions. */
const compareMeasures = (a: any, b: any, sign: number): number => {
  if (a === b) return 0;
  if (a === null || b === null) return a === null ? 1 : -1;
  return a < b ? -sign : sign;
};

/** Compares keys part by part; null comes after all values. */
const compareKeys = (a: readonly unknown[], b: readonly unknown[]): number => {
  const [first, second] = [a.flatMap(rankOf), b.flatMap(rankOf)];
  const at = first.findIndex((part, index) => part !== second[index]);
  const [one, other] = [first[at], second[at]];
  if (at < 0 || one === undefined || other === undefined) return 0;
  if (one === null || other === null) return one === null ? 1 : -1;
  return one < other ? -1 : 1;
};

/** The parts to compare: name and domain of an account, family and number of an address, otherwise the value itself. */
const rankOf = (value: any): (string | number | bigint | boolean | null)[] => {
  if (typeof value === 'object' && value !== null) return [value.userName, value.userDomain];
  if (typeof value !== 'string' || !/^[0-9a-f.]*[.:][0-9a-f.:]*(\/\d+)?$/.test(value)) return [value, null];
  return [value.includes(':') ? 6 : 4, numberOf(value)];
};

/** The number of an address, or of the first address of a network. */
const numberOf = (address: string): bigint => {
  const [text = ''] = address.split('/');
  if (!text.includes(':')) return BigInt(text.split('.').reduce((sum, byte) => sum * 256 + Number(byte), 0));
  return groupsOf(text).reduce((sum, group) => sum * 65_536n + BigInt(`0x${group}`), 0n);
};

/** The network of an address: /24 for IPv4 and /64 for IPv6. */
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
