import type { Fields } from '../fields.ts';
import { readName } from '../fieldValues.ts';

import { BEHIND_HEADER } from './marks.ts';
import type { Inner, Known, Wrapper } from './wrapper.ts';
import { WRAPPERS } from './wrappers.ts';

/** A record without wrappers, or the reason why a wrapper cannot be opened. */
export type OpenedRecord =
  | { readonly kind: 'VALUE'; readonly value: unknown; readonly known: Known | undefined }
  | { readonly kind: 'FAILED'; readonly reason: string };

/** The wrappers around the wrappers of one record: Elasticsearch around Filebeat around syslog around JSON. */
const MAX_DEPTH = 5;

/**
 * Opens the wrappers of a record, also of those inside it; null for a record without a wrapper. The records inside it are opened while they are
 * iterated, because a request of OTLP contains thousands.
 */
export const openRecord = (value: unknown): Iterable<OpenedRecord> | null => {
  const opened = openOnce(value);
  return opened === null ? null : openEach(opened, undefined, 1);
};

type OpenedOnce = readonly Inner[] | { readonly reason: string };

function* openEach(opened: OpenedOnce, known: Known | undefined, depth: number): Generator<OpenedRecord> {
  if ('reason' in opened) {
    yield { kind: 'FAILED', reason: opened.reason };
    return;
  }
  for (const inner of opened) {
    const innerKnown = addKnown(known, inner.known);
    const next = openOnce(inner.value);
    if (next === null) yield { kind: 'VALUE', value: inner.value, known: innerKnown };
    else if (depth < MAX_DEPTH) yield* openEach(next, innerKnown, depth + 1);
    else yield { kind: 'FAILED', reason: `wrapped more than ${MAX_DEPTH} times` };
  }
}

/** The values of the innermost wrapper win. */
const addKnown = (outer: Known | undefined, inner: Known | undefined): Known | undefined =>
  inner === undefined
    ? outer
    : { hostname: readName(inner, 'hostname') ?? outer?.hostname, time: inner.time ?? outer?.time };

/** Opens the outermost wrapper with the first row that opens it; null without one. */
const openOnce = (value: unknown): OpenedOnce | null => {
  if (typeof value === 'string') return openText(value);
  if (typeof value !== 'object' || value === null) return null;
  const fields = value as Fields;
  for (const { open } of findRows(fields)) {
    const opened = open(fields);
    if (opened !== null) return opened;
  }
  return null;
};

/** Most lines have no wrapper, and two searches show it. */
const openText = (text: string): OpenedOnce | null =>
  (AT_BEGINNING.test(text) ? openWith(BEGINNING_ROWS, text) : null) ??
  (BEHIND_HEADER.test(text) ? openWith(HEADER_ROWS, text) : null);

const openWith = (rows: readonly TextRow[], text: string): OpenedOnce | null => {
  for (const { open } of rows) {
    const opened = open(text);
    if (opened !== null) return opened;
  }
  return null;
};

/**
 * The members of the record before, and the rows for them: records beside each other mostly have the same members. To look up each takes a tenth of
 * the time of a short record.
 */
let last: { readonly names: readonly string[]; readonly rows: readonly Row[] } = { names: [], rows: [] };

/** Finds the rows all of whose marks are among the members, in the order of the table. */
const findRows = (fields: Fields): readonly Row[] => {
  const names = Object.keys(fields);
  if (isEqual(names, last.names)) return last.rows;
  const rows = names
    .flatMap((name) => OF_OBJECTS.get(name) ?? [])
    .filter(({ marks }) => marks.every((mark) => Object.hasOwn(fields, mark)))
    .toSorted((a, b) => a.place - b.place);
  // The names of a hostile record are not kept.
  if (names.length <= MAX_KEPT) last = { names, rows };
  return rows;
};

const MAX_KEPT = 100;

const isEqual = (names: readonly string[], others: readonly string[]): boolean =>
  names.length === others.length && names.every((name, index) => name === others[index]);

type TextRow = Extract<Wrapper, { readonly of: 'TEXT' }>;
const TEXT_ROWS = WRAPPERS.filter((wrapper) => wrapper.of === 'TEXT');
const BEGINNING_ROWS = TEXT_ROWS.filter(({ mark }) => mark !== BEHIND_HEADER);
const HEADER_ROWS = TEXT_ROWS.filter(({ mark }) => mark === BEHIND_HEADER);
const AT_BEGINNING = new RegExp([...new Set(BEGINNING_ROWS.map(({ mark }) => mark.source))].join('|'));

type Row = Pick<Extract<Wrapper, { readonly of: 'OBJECT' }>, 'marks' | 'open'> & {
  /** Its place in the table. */
  readonly place: number;
};

/** The rows by their first mark. */
const OF_OBJECTS = new Map<string, Row[]>();
for (const [place, wrapper] of WRAPPERS.entries()) {
  if (wrapper.of !== 'OBJECT') continue;
  const [first = ''] = wrapper.marks;
  OF_OBJECTS.set(first, [...(OF_OBJECTS.get(first) ?? []), { ...wrapper, place }]);
}
