import { splitMember } from './arguments.ts';
import type { Mistake } from './checkArguments.ts';
import type { HuntArgument } from './hunt.ts';

export type ValueInputProps = {
  readonly argument: HuntArgument;
  readonly text: string;
  /** The ids of the input and of what describes it. */
  readonly ids: { readonly input: string; readonly about: string };
  /** What is wrong with it and its parts. */
  readonly mistakes: readonly Mistake[];
};

/** The input of a value or a list of values, by their kind. */
export const ValueInput = ({ argument, text, ids, mistakes }: ValueInputProps) => {
  const { name, kind, isList, isNullable, choices = [] } = argument;
  const common = { id: ids.input, name, 'aria-describedby': ids.about, 'aria-invalid': mistakes.length > 0 };
  if (kind === 'BOOLEAN')
    return <input {...common} type="checkbox" value="true" defaultChecked={text === 'true'} />;
  if (kind === 'MEMBER') {
    const { member, value } = splitMember(text);
    return (
      <span class="member">
        <input
          {...common}
          type="text"
          aria-label={`${name}: value`}
          spellcheck={false}
          defaultValue={value}
        />
        <select name={name} aria-label={`${name}: kind`}>
          {choices.map((choice) => (
            <option key={choice.name} value={choice.name} selected={choice.name === member}>
              {choice.name}
            </option>
          ))}
        </select>
      </span>
    );
  }
  if (kind === 'CHOICE' && isList) {
    const ticked = text.split(',');
    return (
      <span class="choices">
        {choices.map((choice) => (
          <label key={choice.name} title={choice.description}>
            <input
              type="checkbox"
              name={name}
              value={choice.name}
              aria-invalid={mistakes.length > 0}
              defaultChecked={ticked.includes(choice.name)}
            />{' '}
            {choice.name}
          </label>
        ))}
      </span>
    );
  }
  if (kind === 'CHOICE') {
    const isOther = text !== '' && !choices.some((choice) => choice.name === text);
    return (
      <select {...common}>
        {isNullable && <option value="">–</option>}
        {isOther && (
          <option value={text} selected>
            {text}
          </option>
        )}
        {choices.map((choice) => (
          <option
            key={choice.name}
            value={choice.name}
            selected={choice.name === text}
            title={choice.description}
          >
            {choice.name}
          </option>
        ))}
      </select>
    );
  }
  if (isList)
    return (
      <textarea {...common} rows={2} spellcheck={false} placeholder="one per line" defaultValue={text} />
    );
  return (
    <input
      {...common}
      type="text"
      inputMode={kind === 'NUMBER' ? 'decimal' : 'text'}
      autocomplete="off"
      spellcheck={false}
      defaultValue={text}
    />
  );
};
