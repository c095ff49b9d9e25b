import { LogText } from '../parts/LogText.tsx';
import type { FormTexts } from '../hunts/arguments.ts';
import { usePage } from '../state/usePageState.ts';
import { describeCondition } from '../tables/filters.ts';
import type { Condition } from '../tables/filters.ts';
import { KIND_CHOICES, ORDERS, USUAL_ORDER } from './graphForm.ts';

/** What the graph shows and in which order, and the node on which it is focused. */
export const GraphControls = ({ conditions }: { readonly conditions: readonly Condition[] }) => {
  const { state, change } = usePage();
  const { form } = state;
  const set = (name: string, value: string, usual: string): void => {
    const { [name]: _, ...others } = form;
    const next: FormTexts = value === usual ? others : { ...others, [name]: value };
    change({ form: next });
  };
  return (
    <div class="panel filter-bar">
      <Chooser
        label="Show"
        choices={KIND_CHOICES.map(({ value, title }) => [value, title])}
        value={form['kinds'] ?? KIND_CHOICES[0].value}
        onChange={(value) => set('kinds', value, KIND_CHOICES[0].value)}
      />
      <Chooser
        label="Order"
        choices={Object.entries(ORDERS)}
        value={form['order'] ?? USUAL_ORDER}
        onChange={(value) => set('order', value, USUAL_ORDER)}
      />
      {conditions.length > 0 && (
        <span>
          Only{' '}
          {conditions.map((condition) => (
            <span key={condition.name}>
              <LogText text={describeCondition(condition)} />{' '}
            </span>
          ))}
          <button
            type="button"
            onClick={() => {
              const names = new Set(conditions.map(({ name }) => name));
              change({ form: Object.fromEntries(Object.entries(form).filter(([name]) => !names.has(name))) });
            }}
          >
            Show all
          </button>
        </span>
      )}
    </div>
  );
};

type ChooserProps = {
  readonly label: string;
  readonly choices: readonly (readonly [string, string])[];
  readonly value: string;
  readonly onChange: (value: string) => void;
};

const Chooser = ({ label, choices, value, onChange }: ChooserProps) => (
  <label>
    {label}{' '}
    <select onChange={(event) => onChange(event.currentTarget.value)}>
      {choices.map(([name, title]) => (
        <option key={name} value={name} selected={name === value}>
          {title}
        </option>
      ))}
    </select>
  </label>
);
