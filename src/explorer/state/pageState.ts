import {
  formatNote,
  formatPin,
  LONGEST_NOTE,
  MOST_NOTES,
  MOST_PINS,
  parseNote,
  parsePin,
  sortNotes,
} from './case.ts';
import type { Case } from './case.ts';
import { isZone, parseTime, toIso } from './times.ts';
import type { Range } from './times.ts';

/** The views of the page by their names in the URL. */
export const VIEW_NAMES = [
  'overview',
  'host',
  'account',
  'session',
  'hunts',
  'events',
  'sessions',
  'graph',
  'case',
] as const;
export type ViewName = (typeof VIEW_NAMES)[number];

/** All state of the page. It is kept in the URL and nowhere else. */
export type PageState = Case & {
  readonly view: ViewName;
  /** What the view is about: the host, the account, the hunt, or the id of a session. */
  readonly entity: string | null;
  /** Null: all that is stored, or its last week. */
  readonly range: Range | null;
  /** The visible part of a timeline's range; null for all of it. */
  readonly zoom: Range | null;
  readonly zone: string;
  readonly isNoiseShown: boolean;
  /** The time of the timeline's cursor. */
  readonly at: number | null;
  /** The id of what is selected in the view. */
  readonly selected: string | null;
  /** What is filled in on the form of the view: texts by the names of the fields. */
  readonly form: Readonly<Record<string, string>>;
  /** The page of a list: `after:CURSOR` or `before:CURSOR`; null for the first. */
  readonly page: string | null;
};

/** The state of an address without parameters. */
export const EMPTY_STATE: PageState = {
  view: 'overview',
  entity: null,
  range: null,
  zoom: null,
  zone: 'UTC',
  isNoiseShown: false,
  at: null,
  selected: null,
  form: {},
  page: null,
  pins: [],
  notes: [],
};

/** Opens another view, with the range, zone, noise and case of this one. */
export const toView = (view: ViewName, entity: string | null): Partial<PageState> => ({
  view,
  entity,
  zoom: null,
  at: null,
  selected: null,
  form: {},
  page: null,
});

/** Changes some of a state. A page of a list belongs to one question, so another question begins with the first page. */
export const applyChange = (state: PageState, changed: Partial<PageState>): PageState => {
  const isOther = (['range', 'isNoiseShown', 'zone', 'form'] as const).some((name) => name in changed);
  return { ...state, ...(isOther && { page: null }), ...changed };
};

/** What precedes the names of a form's fields in the URL, which has other parameters of the same name: `with.from=hostname:WS5`. */
const FORM = 'with.';

/** The state that a URL has, and what is wrong with the URL. Wrong parameters are ignored. */
export type ParsedState = { readonly state: PageState; readonly problems: readonly string[] };

/** Parses the query string of a URL. */
export const parseState = (search: string): ParsedState => {
  const values = new URLSearchParams(search);
  const problems: string[] = [];
  const get = <T>(name: string, parse: (text: string) => T | null, expected: string): T | null => {
    const text = values.get(name);
    if (text === null) return null;
    const value = parse(text);
    if (value === null) problems.push(`“${shorten(text)}” is not valid for ${name}: use ${expected}.`);
    return value;
  };
  const getTime = (name: string): number | null =>
    get(name, (text) => parseTime(text, 'UTC'), 'a time such as 2026-11-16T09:00:00Z');
  const getRange = (first: string, last: string): Range | null => {
    const [from, until] = [getTime(first), getTime(last)];
    if (from !== null && until !== null && from < until) return { from, until };
    if (from !== null && until !== null) problems.push(`${first} must be before ${last}.`);
    else if (values.has(first) !== values.has(last))
      problems.push(`${first} and ${last} belong together: give both or neither.`);
    return null;
  };
  const getAll = <T>(
    name: string,
    parse: (text: string) => T | null,
    { most, expected }: Expected,
  ): readonly T[] => {
    const texts = [...new Set(values.getAll(name))];
    if (texts.length > most)
      problems.push(`The address has more than ${most} of ${name}: the others are left out.`);
    return texts.slice(0, most).flatMap((text) => {
      const value = parse(text);
      if (value === null) problems.push(`“${shorten(text)}” is not valid for ${name}: use ${expected}.`);
      return value === null ? [] : [value];
    });
  };
  const view = get('view', (text) => VIEW_NAMES.find((name) => name === text) ?? null, VIEW_NAMES.join(', '));
  const state: PageState = {
    view: view ?? EMPTY_STATE.view,
    entity: values.get('entity'),
    range: getRange('from', 'until'),
    zoom: getRange('zoomFrom', 'zoomUntil'),
    zone:
      get('zone', (text) => (isZone(text) ? text : null), 'a name such as UTC or Europe/Berlin') ??
      EMPTY_STATE.zone,
    isNoiseShown:
      get('noise', (text) => (text === 'shown' ? true : null), 'shown, or leave it out') ??
      EMPTY_STATE.isNoiseShown,
    at: getTime('at'),
    selected: values.get('selected'),
    form: Object.fromEntries(
      [...values].flatMap(([name, text]) => (name.startsWith(FORM) ? [[name.slice(FORM.length), text]] : [])),
    ),
    page: get('page', (text) => (/^(?:after|before):/.test(text) ? text : null), 'the link to a page'),
    pins: getAll('pin', parsePin, {
      most: MOST_PINS,
      expected: 'host:RDP1, account:CORP\\ana or lane:RDP1/CORP\\ana',
    }),
    notes: sortNotes(
      getAll('note', parseNote, {
        most: MOST_NOTES,
        expected: `a time and at most ${LONGEST_NOTE} characters, such as 2026-11-16T09:00:00Z text`,
      }),
    ),
  };
  return { state, problems };
};

type Expected = { readonly most: number; readonly expected: string };

/** Formats the query string of a state, `?view=host&entity=RDP1`, without what has its default; empty for the empty state. */
export const formatState = (state: PageState): string => {
  const { view, entity, range, zoom, zone, isNoiseShown, at, selected, form, page, pins, notes } = state;
  const values: readonly (readonly [string, string | null])[] = [
    ['view', view === 'overview' ? null : view],
    ['entity', entity],
    ['from', range && toIso(range.from)],
    ['until', range && toIso(range.until)],
    ['zoomFrom', zoom && toIso(zoom.from)],
    ['zoomUntil', zoom && toIso(zoom.until)],
    ['zone', zone === 'UTC' ? null : zone],
    ['noise', isNoiseShown ? 'shown' : null],
    ['at', at === null ? null : toIso(at)],
    ['selected', selected],
    ...Object.entries(form).map(([name, text]) => [`${FORM}${name}`, text] as const),
    ['page', page],
    ...pins.map((pin) => ['pin', formatPin(pin)] as const),
    ...notes.map((note) => ['note', formatNote(note)] as const),
  ];
  const given = values.flatMap(([name, value]) =>
    value === null ? [] : [`${encode(name)}=${encode(value)}`],
  );
  return given.length === 0 ? '' : `?${given.join('&')}`;
};

/** Servers and proxies refuse longer addresses: many allow 8,192 bytes for a request line. */
const LONGEST_ADDRESS = 7500;

/** Whether a state can be in an address that servers accept. Only the case makes addresses long. */
export const fitsAddress = (state: PageState): boolean => formatState(state).length <= LONGEST_ADDRESS;

/** Colons and slashes stay readable. */
const encode = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replaceAll('%3A', ':').replaceAll('%2F', '/');

const shorten = (text: string): string => (text.length > 60 ? `${text.slice(0, 60)}…` : text);
