import type { TargetedEvent } from 'preact';
import { useState } from 'preact/hooks';

import { WithCode } from '../parts/Description.tsx';
import { usePage } from '../state/usePageState.ts';
import { defaultText, keepEdited, listEdited } from './arguments.ts';
import type { FormTexts, HuntFrame } from './arguments.ts';
import { argumentOf } from './checkArguments.ts';
import type { Mistake } from './checkArguments.ts';
import type { Hunt, HuntArgument } from './hunt.ts';
import { HuntInput } from './HuntInput.tsx';
import { MistakeText } from './MistakeText.tsx';
import { readObjects } from './ObjectsInput.tsx';

type HuntFormProps = {
  readonly hunt: Hunt;
  readonly frame: HuntFrame;
  readonly mistakes: readonly Mistake[];
};

/** The arguments of a hunt. The URL has what was edited; the range and the noise are those of the page. */
export const HuntForm = ({ hunt, frame, mistakes }: HuntFormProps) => {
  const { state, change } = usePage();
  const [runs, setRuns] = useState(0);
  const edited = listEdited(hunt);
  const submit = (event: TargetedEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const texts = Object.fromEntries(edited.map((argument) => [argument.name, readInput(argument, data)]));
    change({ form: keepEdited(hunt, texts, frame), selected: null });
    setRuns(runs + 1);
  };
  if (edited.length === 0) return <p class="muted">This hunt has no arguments but the range.</p>;
  return (
    <form class="hunt-form" onSubmit={submit} noValidate>
      {/* The fields begin again with what the URL has whenever that changes, and when it is run: what was emptied shows its default. */}
      <div class="hunt-form" key={JSON.stringify([state.form, frame, runs])}>
        {edited.map((argument) => {
          const own = mistakes.filter(({ path }) => argumentOf(path) === argument.name);
          const whole = own.filter(({ path }) => argument.kind !== 'OBJECTS' || !path.includes('.'));
          const ids = { input: `argument-${argument.name}`, about: `about-${argument.name}` };
          const input = (
            <HuntInput
              argument={argument}
              text={state.form[argument.name] ?? defaultText(argument, frame)}
              ids={ids}
              mistakes={own}
            />
          );
          return (
            <div key={argument.name} class="argument">
              {isGroup(argument) ? (
                <fieldset aria-describedby={ids.about}>
                  <legend>{argument.name}</legend>
                  {input}
                </fieldset>
              ) : (
                <>
                  <label for={ids.input}>{argument.name}</label>
                  {input}
                </>
              )}
              <div id={ids.about} class="muted">
                <MistakeText messages={whole.map(({ message }) => message)} />
                <WithCode text={argument.description} />
              </div>
            </div>
          );
        })}
      </div>
      <div class="form-actions">
        <button type="submit">Run</button>
        {Object.keys(state.form).length > 0 && (
          <button type="button" onClick={() => change({ form: {}, selected: null })}>
            Defaults
          </button>
        )}
      </div>
    </form>
  );
};

const isGroup = ({ kind, isList }: HuntArgument): boolean =>
  kind === 'MEMBER' || kind === 'OBJECTS' || (kind === 'CHOICE' && isList);

const readInput = (argument: HuntArgument, data: FormData): string => {
  const { name, kind, isList } = argument;
  if (kind === 'OBJECTS') return readObjects(argument, data);
  const texts = data.getAll(name).map(String);
  if (kind === 'BOOLEAN') return texts.length > 0 ? 'true' : 'false';
  if (kind === 'CHOICE' && isList) return texts.join(',');
  const [text = '', member = ''] = texts;
  if (kind !== 'MEMBER') return text;
  return text === '' ? '' : `${member}:${text}`;
};

/** The arguments of an address that the hunt does not have. */
export const listUnknown = (hunt: Hunt, form: FormTexts): readonly string[] =>
  Object.keys(form).filter((name) => !listEdited(hunt).some((argument) => argument.name === name));
