import { useState } from 'preact/hooks';

import { parseObjects } from './arguments.ts';
import type { HuntArgument } from './hunt.ts';
import { HuntInput } from './HuntInput.tsx';
import type { HuntInputProps } from './HuntInput.tsx';

/** The input of a list of objects: a row of fields for each, which can be added and removed. A text that is no such list can be corrected as it is. */
export const ObjectsInput = ({ argument, text, ids, isWrong }: HuntInputProps) => {
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
        aria-invalid={isWrong}
        defaultValue={text}
      />
    );
  const add = (): void =>
    setRows([...rows, { key: Math.max(-1, ...rows.map(({ key }) => key)) + 1, value: {} }]);
  return (
    <>
      {/* The list is sent also when it is empty. */}
      <input type="hidden" name={name} value="[]" />
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
              isWrong={isWrong}
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

type FieldProps = Pick<HuntInputProps, 'ids' | 'isWrong'> & {
  readonly field: HuntArgument;
  readonly name: string;
  readonly value: unknown;
};

const Field = ({ field, name, value, ids, isWrong }: FieldProps) => {
  const input = (
    <HuntInput
      argument={{ ...field, name }}
      text={Array.isArray(value) ? value.join(',') : typeof value === 'string' ? value : ''}
      ids={{ ...ids, input: `argument-${name}` }}
      isWrong={isWrong}
    />
  );
  // A group of boxes has a label for each.
  if (field.isList) return input;
  return (
    <label for={`argument-${name}`} title={field.description}>
      {field.name} {input}
    </label>
  );
};

type FieldPlace = { readonly argument: HuntArgument; readonly row: number; readonly field: HuntArgument };

/** The name of an input in the form: `openHours.0.from`. */
const nameField = ({ argument, row, field }: FieldPlace): string => `${argument.name}.${row}.${field.name}`;

/** Reads the objects of a form, in the order of their rows, as text. */
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
  return JSON.stringify([...rows.values()]);
};
