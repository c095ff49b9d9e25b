import { useState } from 'preact/hooks';

import { parseObjects } from './arguments.ts';
import type { HuntArgument } from './hunt.ts';
import { MistakeText } from './MistakeText.tsx';
import { ValueInput } from './ValueInput.tsx';
import type { ValueInputProps } from './ValueInput.tsx';

/** The input of a list of objects: a row of fields for each, which can be added and removed. A text that is no such list can be corrected as it is. */
export const ObjectsInput = ({ argument, text, ids, mistakes }: ValueInputProps) => {
  const { name, fields = [] } = argument;
  const given = parseObjects(text);
  const [rows, setRows] = useState(() => (given ?? []).map((value, key) => ({ key, value })));
  if (given === null)
    return (
      <textarea
        id={ids.input}
        name={name}
        rows={2}
        spellcheck={false}
        aria-label={name}
        aria-describedby={ids.about}
        aria-invalid={mistakes.length > 0}
        defaultValue={text}
      />
    );
  const add = (): void =>
    setRows([...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, value: {} }]);
  return (
    <>
      {/* Says that the form has rows, and no text. */}
      <input type="hidden" name={name} value="[]" />
      {rows.length === 0 && (
        <p class="note" role="status">
          No entry is left. Run uses the default again.
        </p>
      )}
      {rows.map(({ key, value }, index) => (
        <fieldset key={key} class="object-row">
          <legend>
            {name} {index + 1}
          </legend>
          {fields.map((field) => (
            <Field
              key={field.name}
              field={field}
              name={nameField({ argument, row: key, field })}
              value={value[field.name]}
              ids={ids}
              mistakes={mistakes.filter(({ path }) => path === `${name}[${key}].${field.name}`)}
            />
          ))}
          <button type="button" onClick={() => setRows(rows.filter((row) => row.key !== key))}>
            Remove
          </button>
        </fieldset>
      ))}
      <button type="button" onClick={add}>
        Add
      </button>
    </>
  );
};

type FieldProps = Pick<ValueInputProps, 'ids' | 'mistakes'> & {
  readonly field: HuntArgument;
  readonly name: string;
  readonly value: unknown;
};

const Field = ({ field, name, value, ids, mistakes }: FieldProps) => {
  const about = `about-${name}`;
  const input = (
    <ValueInput
      argument={{ ...field, name }}
      text={Array.isArray(value) ? value.join(',') : typeof value === 'string' ? value : ''}
      ids={{ about: `${about} ${ids.about}`, input: `argument-${name}` }}
      mistakes={mistakes}
    />
  );
  return (
    <>
      {/* A group of boxes has a label for each. */}
      {field.isList ? (
        input
      ) : (
        <label for={`argument-${name}`} title={field.description}>
          {field.name} {input}
        </label>
      )}
      <span id={about}>
        <MistakeText messages={mistakes.map(({ message }) => message)} />
      </span>
    </>
  );
};

type FieldPlace = { readonly argument: HuntArgument; readonly row: number; readonly field: HuntArgument };

/** The name of an input in the form: `openHours.0.from`. */
const nameField = ({ argument, row, field }: FieldPlace): string => `${argument.name}.${row}.${field.name}`;

/** Reads the objects of a form, in the order of their rows, as text; none are an empty text, which stands for the default. */
export const readObjects = ({ name, fields = [] }: HuntArgument, data: FormData): string => {
  const typed = data.get(name);
  if (typed !== '[]') return typeof typed === 'string' ? typed : '';
  const rows = new Map<string, Readonly<Record<string, string | readonly string[]>>>();
  for (const [key, value] of data) {
    const [, row = '', fieldName] = key.startsWith(`${name}.`) ? key.slice(name.length).split('.') : [];
    const field = fields.find((candidate) => candidate.name === fieldName);
    if (field === undefined || typeof value !== 'string') continue;
    const object = rows.get(row) ?? Object.fromEntries(fields.map((one) => [one.name, one.isList ? [] : '']));
    const last = object[field.name];
    rows.set(row, { ...object, [field.name]: typeof last === 'object' ? [...last, value] : value });
  }
  return rows.size === 0 ? '' : JSON.stringify([...rows.values()]);
};
