import type { FormTexts } from '../hunts/arguments.ts';
import { COLUMNS_FIELD, getCell, ORDER_FIELD } from './columns.ts';
import type { TableColumn, TableRow } from './columns.ts';
import { findValueMistake, readNames, showValue } from './filterValues.ts';

/** A condition on the rows: only those with the value, or only others. An empty value stands for a missing one. */
export type Condition = {
  /** Its name in the form: `user` or `user.not`. */
  readonly name: string;
  readonly column: TableColumn;
  readonly isExcluded: boolean;
  readonly text: string;
  /** Why the text is not a value of the column. */
  readonly mistake: string | null;
};

/** Says what a condition keeps: `Host is not WS5`. */
export const describeCondition = ({ column, isExcluded, text }: Condition): string =>
  `${column.title} ${isExcluded ? 'is not' : 'is'} ${showValue(column, text)}`;

/** Ends the name of a condition that leaves out rows. */
export const NOT = '.not';

/** The conditions of a form, and what of it is ignored: filters, columns and orders that do not exist. */
export const readConditions = (
  columns: readonly TableColumn[],
  form: FormTexts,
): { readonly conditions: readonly Condition[]; readonly unknown: readonly string[] } => {
  const conditions: Condition[] = [];
  const unknown: string[] = [];
  for (const [name, text] of Object.entries(form)) {
    if (name === COLUMNS_FIELD) {
      const wrong = text.split(',').filter((one) => !columns.some((column) => column.name === one));
      unknown.push(...wrong.map((one) => `${name}=${one}`));
      continue;
    }
    if (name === ORDER_FIELD) {
      if (text !== 'oldest') unknown.push(`${name}=${text}`);
      continue;
    }
    const isExcluded = name.endsWith(NOT);
    const field = isExcluded ? name.slice(0, -NOT.length) : name;
    const column = columns.find(
      (candidate) => candidate.filter !== undefined && filterNameOf(candidate) === field,
    );
    if (column === undefined) unknown.push(name);
    else conditions.push({ name, column, isExcluded, text, mistake: findValueMistake(column, text) });
  }
  return { conditions, unknown };
};

export const filterNameOf = ({ name, filterName }: TableColumn): string => filterName ?? name;

type Filter = Readonly<Record<string, unknown>>;

/** Makes the API's filter of conditions, all of which must be true. */
export const toFilter = (conditions: readonly Condition[]): Filter => {
  const kept = conditions.filter(({ isExcluded }) => !isExcluded);
  const excluded = conditions.filter(({ isExcluded }) => isExcluded);
  return {
    ...Object.fromEntries(kept.map((condition) => [filterNameOf(condition.column), operandOf(condition)])),
    ...(excluded.length > 0 && { and: excluded.map((condition) => ({ not: excludedBy(condition) })) }),
  };
};

/** A name without a domain finds an account in every domain. Leaving it out must not hide those. */
const excludedBy = (condition: Condition): Filter => {
  const name = filterNameOf(condition.column);
  const isLocal = name === 'user' && condition.text !== '' && !/[\\@]/.test(condition.text);
  return { [name]: operandOf(condition), ...(isLocal && { userDomain: { isNull: true } }) };
};

const operandOf = ({ column, text }: Condition): Filter => {
  if (text === '') return { isNull: true };
  if (column.filter === 'NAMES') return { in: readNames(column, text) };
  if (column.filter === 'BOOLEAN') return { eq: readNames(column, text)[0] === 'true' };
  if (column.filter === 'PORT') return { eq: Number(text) };
  return { eq: text };
};

/** The form after a click on a cell: only rows with its value, or only others. */
export const filterByCell = (
  form: FormTexts,
  {
    row,
    column,
    isExcluded,
  }: { readonly row: TableRow; readonly column: TableColumn; readonly isExcluded: boolean },
): FormTexts => {
  const name = filterNameOf(column);
  const text = textOf(getCell(row, column));
  if (isExcluded) return { ...form, [`${name}${NOT}`]: text };
  const isLocal = name === 'user' && text !== '' && row.userDomain === null;
  return { ...form, [name]: text, ...(isLocal && { userDomain: '' }) };
};

const textOf = (value: unknown): string => {
  const first: unknown = Array.isArray(value) ? value[0] : value;
  if (first === null || first === undefined) return '';
  return typeof first === 'string' ? first : JSON.stringify(first);
};
