import type { TargetedEvent } from 'preact';

import { WithCode } from '../parts/Description.tsx';
import { usePage } from '../state/usePageState.ts';
import { defaultText, keepEdited, listEdited } from './arguments.ts';
import type { FormTexts, HuntFrame } from './arguments.ts';
import type { Hunt, HuntArgument } from './hunt.ts';
import { HuntInput } from './HuntInput.tsx';
import { readObjects } from './ObjectsInput.tsx';

/** What the API says about an argument. */
export type Mistake = { readonly argument: string; readonly message: string };

type HuntFormProps = {
  readonly hunt: Hunt;
  readonly frame: HuntFrame;
  readonly mistake: Mistake | null;
};

/** The arguments of a hunt. The URL has what was edited; the range and the noise are those of the page. */
export const HuntForm = ({ hunt, frame, mistake }: HuntFormProps) => {
  const { state, change } = usePage();
  const edited = listEdited(hunt);
  const submit = (event: TargetedEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    const texts = Object.fromEntries(edited.map((argument) => [argument.name, readInput(argument, data)]));
    change({ form: keepEdited(hunt, texts, frame), selected: null });
  };
  if (edited.length === 0) return <p class="muted">This hunt has no arguments but the range.</p>;
  return (
    // Its fields begin again with what the URL has whenever that changes.
    <form class="hunt-form" key={JSON.stringify([state.form, frame])} onSubmit={submit} noValidate>
      {edited.map((argument) => {
        const own = mistake?.argument === argument.name ? mistake.message : null;
        const ids = { input: `argument-${argument.name}`, about: `about-${argument.name}` };
        const input = (
          <HuntInput
            argument={argument}
            text={state.form[argument.name] ?? defaultText(argument, frame)}
            ids={ids}
            isWrong={own !== null}
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
              {own !== null && (
                <strong class="argument-mistake" role="alert">
                  {own}{' '}
                </strong>
              )}
              <WithCode text={argument.description} />
            </div>
          </div>
        );
      })}
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
