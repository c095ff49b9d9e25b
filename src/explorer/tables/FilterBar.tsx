import type { TargetedEvent } from 'preact';
import { useEffect, useState } from 'preact/hooks';

import type { FormTexts } from '../hunts/arguments.ts';
import { LogText } from '../parts/LogText.tsx';
import { Name } from '../parts/Name.tsx';
import { usePage } from '../state/usePageState.ts';
import { chooseColumns, COLUMNS_FIELD, ORDER_FIELD } from './columns.ts';
import type { TableColumn } from './columns.ts';
import { filterNameOf, NOT } from './filters.ts';
import { findValueMistake, listValues, readTyped, showValue } from './filterValues.ts';
import type { Condition } from './filters.ts';

type FilterBarProps = {
  readonly columns: readonly TableColumn[];
  readonly conditions: readonly Condition[];
};

/** The conditions of a table, how to add one, its order and its columns. */
export const FilterBar = ({ columns, conditions }: FilterBarProps) => {
  const { state, change } = usePage();
  const { form } = state;
  const setForm = (next: FormTexts): void => change({ form: next });
  const isOldestFirst = form[ORDER_FIELD] === 'oldest';
  return (
    <div class="panel filter-bar">
      <ul class="conditions" aria-label="Filters">
        {conditions.map((condition) => (
          <li key={condition.name}>
            <ConditionText condition={condition} />{' '}
            {condition.mistake !== null && (
              <strong class="argument-mistake" role="alert">
                {condition.mistake}
              </strong>
            )}
            <button
              type="button"
              aria-label={`Remove the filter on ${condition.column.title}`}
              onClick={() => setForm(omit(form, condition.name))}
            >
              ×
            </button>
          </li>
        ))}
        {conditions.length === 0 && (
          <li class="muted">
            {state.isNoiseShown
              ? 'No filter: all rows of the range.'
              : 'No filter: all rows of the range that are not noise.'}
          </li>
        )}
      </ul>
      <FilterForm columns={columns} form={form} setForm={setForm} />
      <button
        type="button"
        onClick={() =>
          setForm(isOldestFirst ? omit(form, ORDER_FIELD) : { ...form, [ORDER_FIELD]: 'oldest' })
        }
      >
        {isOldestFirst ? 'Oldest first ↑' : 'Newest first ↓'}
      </button>
      <ColumnChooser columns={columns} form={form} setForm={setForm} />
    </div>
  );
};

type FormProps = {
  readonly columns: readonly TableColumn[];
  readonly form: FormTexts;
  readonly setForm: (form: FormTexts) => void;
};

/** Adds a condition, if its value is one of the column. */
const FilterForm = ({ columns, form, setForm }: FormProps) => {
  const { moves } = usePage();
  const all = columns.filter(({ filter }) => filter !== undefined);
  const [field, setField] = useState('');
  const [mistake, setMistake] = useState<string | null>(null);
  useEffect(() => setMistake(null), [JSON.stringify(form), moves]);
  const column = all.find((candidate) => filterNameOf(candidate) === field) ?? all[0];
  if (column === undefined) return null;
  const values = listValues(column);
  const add = (event: TargetedEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [operator = '', typed = ''] = ['operator', 'value'].map((name) => textOf(data.get(name)));
    const text = readTyped(column, typed);
    const wrong = findValueMistake(column, text);
    setMistake(wrong);
    if (wrong !== null) return;
    setForm({ ...form, [`${filterNameOf(column)}${operator}`]: text });
    setField('');
    event.currentTarget.reset();
  };
  return (
    <form class="add-filter" onSubmit={add}>
      <select
        aria-label="Column to filter by"
        value={filterNameOf(column)}
        onChange={(event) => {
          setField(event.currentTarget.value);
          setMistake(null);
        }}
      >
        {all.map((candidate) => (
          <option key={candidate.name} value={filterNameOf(candidate)}>
            {candidate.title}
          </option>
        ))}
      </select>
      <select name="operator" aria-label="Comparison">
        <option value="">is</option>
        <option value={NOT}>is not</option>
      </select>
      <input
        name="value"
        aria-label="Value"
        placeholder="empty: not known"
        autocomplete="off"
        spellcheck={false}
        list="filter-values"
        aria-invalid={mistake !== null}
        aria-describedby={mistake === null ? undefined : 'filter-mistake'}
      />
      <datalist id="filter-values">
        {values.map(({ value, words }) => (
          <option key={value} value={value} label={words ?? undefined} />
        ))}
      </datalist>
      <button type="submit">Add filter</button>
      {mistake !== null && (
        <strong id="filter-mistake" class="argument-mistake" role="alert">
          {mistake}
        </strong>
      )}
    </form>
  );
};

const textOf = (value: FormDataEntryValue | null): string => (typeof value === 'string' ? value : '');

const ConditionText = ({ condition: { column, isExcluded, text } }: { readonly condition: Condition }) => (
  <span>
    {column.title} {isExcluded ? 'is not' : 'is'} {text === '' && <em>not known</em>}
    {text !== '' &&
      (column.name === 'hostname' ? (
        <Name kind="host" name={text} />
      ) : (
        <LogText text={showValue(column, text)} />
      ))}
  </span>
);

const ColumnChooser = ({ columns, form, setForm }: FormProps) => {
  const chosen = chooseColumns(columns, form);
  const toggle = (column: TableColumn): void => {
    const next = columns.filter((other) => (other === column) !== chosen.includes(other));
    const isUsual = columns.every((other) => next.includes(other) === (other.isShown === true));
    const names = next.map(({ name }) => name).join(',');
    setForm(isUsual || names === '' ? omit(form, COLUMNS_FIELD) : { ...form, [COLUMNS_FIELD]: names });
  };
  return (
    <details class="column-chooser">
      <summary>Columns</summary>
      <fieldset class="choices">
        <legend class="hidden">Columns</legend>
        {columns.map((column) => (
          <label key={column.name}>
            <input type="checkbox" checked={chosen.includes(column)} onChange={() => toggle(column)} />{' '}
            {column.title}
          </label>
        ))}
      </fieldset>
    </details>
  );
};

const omit = (form: FormTexts, name: string): FormTexts =>
  Object.fromEntries(Object.entries(form).filter(([key]) => key !== name));
