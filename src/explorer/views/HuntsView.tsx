import { HUNTS } from '../api/hunts.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { canLeaveOutNoise, listEdited, readVariables } from '../hunts/arguments.ts';
import type { FormTexts } from '../hunts/arguments.ts';
import { argumentOf, findMistakes } from '../hunts/checkArguments.ts';
import type { Mistake } from '../hunts/checkArguments.ts';
import { HuntForm, listUnknown } from '../hunts/HuntForm.tsx';
import { pickAnswer } from '../hunts/hunt.ts';
import type { Hunt } from '../hunts/hunt.ts';
import { Matches } from '../hunts/Matches.tsx';
import { findHunt, questionsOf } from '../hunts/questions.ts';
import { Answer } from '../parts/Answer.tsx';
import { Description, WithCode } from '../parts/Description.tsx';
import { LogText } from '../parts/LogText.tsx';
import { QuestionLinks } from '../parts/QuestionLinks.tsx';
import { ViewLink } from '../parts/ViewLink.tsx';
import { toView } from '../state/pageState.ts';
import { usePage } from '../state/usePageState.ts';

/** A hunt or an analytic of CAR with its form and its matches; without a name the list of all. */
export const HuntsView = () => {
  const { state } = usePage();
  const hunt = state.entity === null ? null : findHunt(state.entity);
  if (hunt !== null) return <HuntView hunt={hunt} />;
  return (
    <>
      <h1>Hunts and CAR analytics</h1>
      {state.entity !== null && (
        <p class="note warning" role="alert">
          No hunt is named “<LogText text={state.entity} />
          ”. These exist:
        </p>
      )}
      <dl class="panel list">
        {HUNTS.map((item) => (
          <HuntItem key={item.name} hunt={item} />
        ))}
      </dl>
    </>
  );
};

const HuntItem = ({ hunt: { name, title, description } }: { readonly hunt: Hunt }) => (
  <>
    <dt>
      <ViewLink to={toView('hunts', name)}>{title}</ViewLink> <code>{name}</code>
    </dt>
    <dd>
      <WithCode text={description.split('\n\n')[0] ?? ''} />
    </dd>
  </>
);

/** The matches on a page of the list. */
const PAGE_ROWS = 50;

const HuntView = ({ hunt }: { readonly hunt: Hunt }) => {
  const { state, range } = usePage();
  const frame = { range, zone: state.zone, isNoiseShown: state.isNoiseShown };
  const { variables, missing } = readVariables(hunt, state.form, frame);
  const question = questionsOf(hunt).matches;
  const asked = { ...variables, ...pageOf(state.page) };
  const wrong = findMistakes(hunt, state.form, state.zone);
  const isAsked = missing.length === 0 && wrong.length === 0;
  const answered = useAnswer(question, isAsked ? asked : null);
  const page = pickAnswer(answered.data ?? answered.previous);
  const refusal = [...answered.problems, ...(answered.failure === null ? [] : [answered.failure])].find(
    ({ field }) => field !== undefined,
  );
  const refused = refusal === undefined ? null : placeRefusal(hunt, refusal);
  const [first = '', ...rest] = hunt.description.split('\n\n');
  const shown = refused !== null ? { ...answered, failure: null, problems: [] } : answered;
  return (
    <>
      <div class="view-head">
        <h1>{hunt.title}</h1>
        {isAsked && <QuestionLinks document={question} variables={asked} />}
      </div>
      <UnknownArguments hunt={hunt} form={state.form} />
      <div class="hunt">
        <section class="panel" aria-label="Arguments">
          <h2>
            <code>{hunt.name}</code>
          </h2>
          <Description text={first} />
          {rest.length > 0 && (
            <details>
              <summary>More</summary>
              <Description text={rest.join('\n\n')} />
            </details>
          )}
          <HuntForm hunt={hunt} frame={frame} mistakes={refused === null ? wrong : [...wrong, refused]} />
          <p class="muted">
            The range is that of the page.{' '}
            {canLeaveOutNoise(hunt)
              ? `Noise is ${state.isNoiseShown ? 'included' : 'left out'}.`
              : 'Noise is always included.'}
          </p>
        </section>
        <div class="answer">
          {wrong.length > 0 && (
            <p class="note">Correct {listArguments(wrong)} to run this hunt. The form says what is wrong.</p>
          )}
          {missing.length > 0 && <p class="note">Fill in {missing.join(' and ')} to run this hunt.</p>}
          <Answer answered={shown} isShown={page !== null} isOld={answered.previous !== null}>
            {page !== null && <Matches hunt={hunt} page={page} />}
          </Answer>
        </div>
      </div>
    </>
  );
};

/** A refusal that names an argument of the form stands beside it; null for another one. */
const placeRefusal = (
  hunt: Hunt,
  { field, message }: { readonly field?: string; readonly message: string },
): Mistake | null =>
  field !== undefined && listEdited(hunt).some(({ name }) => name === argumentOf(field))
    ? { path: field, message }
    : null;

const listArguments = (mistakes: readonly Mistake[]): string =>
  [...new Set(mistakes.map(({ path }) => argumentOf(path)))].join(' and ');

const UnknownArguments = ({ hunt, form }: { readonly hunt: Hunt; readonly form: FormTexts }) => {
  const names = listUnknown(hunt, form);
  if (names.length === 0) return null;
  return (
    <p class="note warning" role="alert">
      The address of this page has a mistake, which is ignored. {hunt.name} has no argument{' '}
      <LogText text={names.join(', ')} />.
    </p>
  );
};

/** The part of the list that the state names: `after:CURSOR` or `before:CURSOR`. */
const pageOf = (page: string | null): Readonly<Record<string, unknown>> => {
  if (page?.startsWith('before:') === true) return { last: PAGE_ROWS, before: page.slice('before:'.length) };
  if (page?.startsWith('after:') === true) return { first: PAGE_ROWS, after: page.slice('after:'.length) };
  return { first: PAGE_ROWS };
};
