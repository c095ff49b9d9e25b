import { isNoise } from './pivotOracle.ts';

/** What the oracle reads of an event. */
export type GraphEvent = {
  readonly time: string;
  readonly action: string;
  readonly hostname: string;
  readonly user: string | null;
  readonly userDomain: string | null;
  readonly userName: string | null;
  readonly uid: string | null;
  readonly sourceId: string;
  readonly loginSuccessful?: boolean | null;
  readonly srcIp?: string | null;
  readonly srcHostname?: string | null;
};

export type GraphQuestion = {
  readonly kinds: readonly string[];
  readonly excludeNoise: boolean;
  readonly order: { readonly field: string; readonly direction: string };
  readonly first: number;
};

/** Key, kind and name of the ends that an event has, in the direction of edges. */
const endsOf = (event: GraphEvent, kinds: readonly string[]) => {
  const { srcIp = null, srcHostname = null, userName, userDomain, hostname } = event;
  const source =
    srcIp === null
      ? srcHostname && { key: `name:${srcHostname}`, kind: 'SOURCE', name: srcHostname }
      : { key: `address:${srcIp}`, kind: 'SOURCE', name: srcIp };
  const account = userName === null ? null : `${userDomain ?? ''}\\${userName}`;
  return [
    source,
    account && { key: `account:${account}`, kind: 'ACCOUNT', name: account.replace(/^\\/, '') },
    { key: `host:${hostname}`, kind: 'HOST', name: hostname },
  ].filter((end) => end !== null && end !== '' && kinds.includes(end.kind)) as End[];
};

type End = { readonly key: string; readonly kind: string; readonly name: string };

const measure = (events: readonly GraphEvent[]) => ({
  count: events.length,
  successes: events.filter(({ loginSuccessful }) => loginSuccessful === true).length,
  failures: events.filter(({ loginSuccessful }) => loginSuccessful === false).length,
  reconnects: events.filter(({ action }) => action === 'RECONNECT').length,
  firstAt: events.map(({ time }) => time).toSorted()[0]!,
  lastAt: events
    .map(({ time }) => time)
    .toSorted()
    .at(-1)!,
});

const FIELDS: Readonly<Record<string, 'count' | 'failures' | 'firstAt' | 'lastAt'>> = {
  COUNT: 'count',
  FAILURES: 'failures',
  FIRST_AT: 'firstAt',
  LAST_AT: 'lastAt',
};

/** Makes the graph of the events that match the filter of a question. Edges have the records of their events. */
export const graphOf = (
  matching: readonly GraphEvent[],
  { kinds, excludeNoise, order, first }: GraphQuestion,
) => {
  const events = matching.filter(
    (event) => ['LOGIN', 'RECONNECT'].includes(event.action) && !(excludeNoise && isNoise(event)),
  );
  const pairsOf = (event: GraphEvent): readonly (readonly [End, End])[] => {
    const ends = endsOf(event, kinds);
    return ends.slice(1).map((end, index) => [ends[index]!, end]);
  };
  const pairs = new Map(
    events.flatMap(pairsOf).map(([from, to]) => [JSON.stringify([from.key, to.key]), [from, to] as const]),
  );
  const edges = [...pairs].map(([pair, [from, to]]) => {
    const own = events.filter((event) =>
      pairsOf(event).some(([a, b]) => JSON.stringify([a.key, b.key]) === pair),
    );
    return { from, to, ...measure(own), sourceIds: own.map(({ sourceId }) => sourceId) };
  });
  const field = FIELDS[order.field]!;
  const sign = order.direction === 'DESCENDING' ? -1 : 1;
  edges.sort((a, b) =>
    a[field] === b[field]
      ? compare(a.from.key, b.from.key) || compare(a.to.key, b.to.key)
      : sign * (a[field] < b[field] ? -1 : 1),
  );
  const ends = new Map(edges.flatMap(({ from, to }) => [from, to]).map((end) => [end.key, end]));
  const shown = edges.slice(0, first);
  const named = new Map(shown.flatMap(({ from, to }) => [from, to]).map((end) => [end.key, end]));
  return {
    count: events.length,
    edgelessCount: events.filter((event) => pairsOf(event).length === 0).length,
    nodeTotalCount: { value: ends.size },
    edgeTotalCount: { value: edges.length },
    nodes: [...named.values()].map((end) => ({
      ...end,
      edgeCount: edges.filter(({ from, to }) => [from.key, to.key].includes(end.key)).length,
      ...measure(events.filter((event) => endsOf(event, kinds).some(({ key }) => key === end.key))),
    })),
    edges: shown.map(({ from, to, ...edge }) => ({ from: from.key, to: to.key, ...edge })),
  };
};

const compare = (a: string, b: string): number => (a === b ? 0 : a < b ? -1 : 1);
