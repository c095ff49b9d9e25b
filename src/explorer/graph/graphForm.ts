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
  COUNT: 'Most events first',
  FAILURES: 'Most failures first',
  FIRST_AT: 'Newest connections first',
  LAST_AT: 'Last used first',
};

/** What the form of the graph says. */
export type GraphForm = {
  readonly kinds: readonly LogonNodeKind[];
  readonly order: LogonGraphOrderField;
  /** The number of the path that is drawn, from 1; null for none. */
  readonly path: number | null;
  /** What the events must be. */
  readonly conditions: readonly Condition[];
  /** What is wrong with the form, and ignored. */
  readonly mistakes: readonly string[];
};

export const readGraphForm = (form: FormTexts): GraphForm => {
  const { kinds, order, path, ...others } = form;
  const choice = KIND_CHOICES.find(({ value }) => value === kinds);
  const field = (Object.keys(ORDERS) as LogonGraphOrderField[]).find((name) => name === order);
  const number = path !== undefined && /^[1-9]\d{0,3}$/.test(path) ? Number(path) : null;
  const { conditions, unknown } = readConditions(EVENT_COLUMNS, others);
  return {
    kinds: (choice ?? KIND_CHOICES[0]).kinds,
    order: field ?? 'COUNT',
    path: number,
    conditions,
    mistakes: [
      ...(kinds !== undefined && choice === undefined ? ['kinds'] : []),
      ...(order !== undefined && field === undefined ? ['order'] : []),
      ...(path !== undefined && number === null ? ['path'] : []),
      ...unknown,
    ],
  };
};
