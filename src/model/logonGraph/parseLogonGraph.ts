import { parseEventFilter } from '../filter/parseFilter.ts';
import type { FilterInput } from '../filter/parseFilter.ts';
import { within } from '../filter/logins.ts';
import { withoutNoise } from '../filter/pivot.ts';
import type { Predicate } from '../filter/predicate.ts';
import { parseRange, refuse } from '../hunts/parameters.ts';
import type { RangeInput, TimeRange } from '../hunts/parameters.ts';
import { parseLimit } from '../page.ts';
import type { HostnameStyle } from '../values/hostname.ts';

import { LOGON_NODE_KINDS } from './logonGraph.ts';
import type { LogonNodeKind } from './logonGraph.ts';

export type LogonOrderField = 'COUNT' | 'FAILURES' | 'FIRST_AT' | 'LAST_AT';

type Direction = 'ASCENDING' | 'DESCENDING';

/** A request for a graph, as a client sends it. GraphQL has checked its shape. */
export type LogonGraphInput = {
  readonly range: RangeInput;
  readonly filter?: FilterInput | null | undefined;
  readonly kinds: readonly LogonNodeKind[];
  readonly excludeNoise: boolean;
  readonly order: { readonly field: LogonOrderField; readonly direction?: Direction };
  readonly first: number;
};

/** The same after parsing. */
export type LogonGraphRequest = {
  readonly range: TimeRange;
  readonly kinds: readonly LogonNodeKind[];
  readonly excludeNoise: boolean;
  /** The events of the graph. */
  readonly predicate: Predicate;
  readonly order: { readonly field: LogonOrderField; readonly direction: Direction };
  readonly limit: number;
};

/**
 * Parses a request for a graph.
 *
 * @throws Refusal BAD_PARAMETER for an empty range and for less than two kinds; BAD_PAGE for `first`; the refusals of filters.
 */
export const parseLogonGraph = (
  { range: given, filter, kinds: asked, excludeNoise, order, first }: LogonGraphInput,
  style: HostnameStyle,
): LogonGraphRequest => {
  const range = parseRange(given);
  const kinds = LOGON_NODE_KINDS.filter((kind) => asked.includes(kind));
  if (kinds.length < 2)
    throw refuse('kinds', 'must have at least two kinds, because an edge connects two nodes');
  return {
    range,
    kinds,
    excludeNoise,
    predicate: {
      kind: 'and',
      of: [
        ...within(range),
        { kind: 'in', field: 'action', values: ['LOGIN', 'RECONNECT'] },
        ...withoutNoise(excludeNoise),
        parseEventFilter(filter, style),
      ],
    },
    order: { field: order.field, direction: order.direction ?? 'DESCENDING' },
    limit: parseLimit(first),
  };
};
