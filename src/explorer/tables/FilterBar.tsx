import type { TargetedEvent } from 'preact';

import type { FormTexts } from '../hunts/arguments.ts';
import { LogText } from '../parts/LogText.tsx';
import { Name } from '../parts/Name.tsx';
import { usePage } from '../state/usePageState.ts';
import { chooseColumns, COLUMNS_FIELD, ORDER_FIELD } from './columns.ts';
import type { TableColumn } from './columns.ts';
import { filterNameOf, NOT } from './filters.ts';
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
  const add = (event: TargetedEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const [field = '', suffix = '', value = ''] = ['field', 'operator', 'value'].map((name) =>
      textOf(data.get(name)),
    );
    setForm({ ...form, [`${field}${suffix}`]: value.trim() });
    event.currentTarget.reset();
  };
  const isOldestFirst = form[ORDER_FIELD] === 'oldest';
  return (
    <div class="panel filter-bar">
      <ul class="conditions" aria-label="Filters">
        {conditions.map((condition) => (
          <li key={condition.name}>
            <ConditionText condition={condition} />
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
      <form class="add-filter" onSubmit={add}>
        <select name="field" aria-label="Column to filter by">
          {columns
            .filter(({ filter }) => filter !== undefined)
            .map((column) => (
              <option key={column.name} value={filterNameOf(column)}>
                {column.title}
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
        />
        <button type="submit">Add filter</button>
      </form>
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

const textOf = (value: FormDataEntryValue | null): string => (typeof value === 'string' ? value : '');

const ConditionText = ({ condition: { column, isExcluded, text } }: { readonly condition: Condition }) => (
  <span>
    {column.title} {isExcluded ? 'is not' : 'is'} {text === '' && <em>not known</em>}
    {text !== '' && (column.name === 'hostname' ? <Name kind="host" name={text} /> : <LogText text={text} />)}
  </span>
);

type ColumnChooserProps = {
  readonly columns: readonly TableColumn[];
  readonly form: FormTexts;
  readonly setForm: (form: FormTexts) => void;
};

const ColumnChooser = ({ columns, form, setForm }: ColumnChooserProps) => {
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
