import type { LogonGraphOrderField, LogonNodeKind } from '../api/documents.ts';
import type { FormTexts } from '../hunts/arguments.ts';
import { EVENT_COLUMNS } from '../tables/columns.ts';
import { readConditions } from '../tables/filters.ts';
import type { Condition } from '../tables/filters.ts';

/** What the nodes can be. */
export const KIND_CHOICES = [
  {
    value: 'SOURCE,ACCOUNT,HOST',
    title: 'Sources, accounts and hosts',
    kinds: ['SOURCE', 'ACCOUNT', 'HOST'],
  },
  { value: 'SOURCE,HOST', title: 'Sources and hosts', kinds: ['SOURCE', 'HOST'] },
  { value: 'ACCOUNT,HOST', title: 'Accounts and hosts', kinds: ['ACCOUNT', 'HOST'] },
  { value: 'SOURCE,ACCOUNT', title: 'Sources and accounts', kinds: ['SOURCE', 'ACCOUNT'] },
] as const satisfies readonly { value: string; title: string; kinds: readonly LogonNodeKind[] }[];

/** Which edges come first. */
export const ORDERS: Readonly<Record<LogonGraphOrderField, string>> = {
  FIRST_AT: 'Newest connections first',
  LAST_AT: 'Last used first',
  COUNT: 'Most events first',
  FAILURES: 'Most failures first',
};

/** An intruder's connections are new. Those with the most events are the daily ones. */
export const USUAL_ORDER: LogonGraphOrderField = 'FIRST_AT';

/** What the form of the graph says. */
export type GraphForm = {
  readonly kinds: readonly LogonNodeKind[];
  readonly order: LogonGraphOrderField;
  /** The name of the route of lateral paths that is drawn, empty for the first; null for none. */
  readonly path: string | null;
  /** What the events must be. */
  readonly conditions: readonly Condition[];
  /** What is wrong with the form, and ignored. */
  readonly mistakes: readonly string[];
};

export const readGraphForm = (form: FormTexts): GraphForm => {
  // The graph has no columns.
  const { kinds, order, path, columns, ...others } = form;
  const choice = KIND_CHOICES.find(({ value }) => value === kinds);
  const field = (Object.keys(ORDERS) as LogonGraphOrderField[]).find((name) => name === order);
  const { conditions, unknown } = readConditions(EVENT_COLUMNS, others);
  return {
    kinds: (choice ?? KIND_CHOICES[0]).kinds,
    order: field ?? USUAL_ORDER,
    path: path ?? null,
    conditions: conditions.filter(({ mistake }) => mistake === null),
    mistakes: [
      ...(kinds !== undefined && choice === undefined ? ['kinds'] : []),
      ...(order !== undefined && field === undefined ? ['order'] : []),
      ...(columns === undefined ? [] : ['columns']),
      ...unknown,
      ...conditions.flatMap(({ name, text, mistake }) => (mistake === null ? [] : [`${name}=${text}`])),
    ],
  };
};
