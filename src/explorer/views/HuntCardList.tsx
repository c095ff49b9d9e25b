import { HUNTS } from '../api/hunts.ts';
import { useAnswers } from '../api/useAnswers.ts';
import type { Outcome } from '../api/useAnswers.ts';
import { canLeaveOutNoise, needsNoInput, readVariables } from '../hunts/arguments.ts';
import { pickAnswer } from '../hunts/hunt.ts';
import type { Hunt, HuntCount, HuntResult } from '../hunts/hunt.ts';
import { questionsOf } from '../hunts/questions.ts';
import { Answer } from '../parts/Answer.tsx';
import { ViewLink } from '../parts/ViewLink.tsx';
import { formatCount } from '../parts/formatCount.ts';
import { toView } from '../state/pageState.ts';
import { usePage } from '../state/usePageState.ts';

/** So many hunts run at a time. All in one request would share its time limit, and a slow one would fail the others. */
const PARALLEL = 3;

type HuntCardListProps = {
  /** Whether the first picture of the view is there, or cannot be: the hunts would delay it. */
  readonly isReady: boolean;
};

/** A card for each hunt and CAR analytic, with its number of matches in the range. It opens the matches. */
export const HuntCardList = ({ isReady }: HuntCardListProps) => {
  const { state, range } = usePage();
  const frame = { range, zone: state.zone, isNoiseShown: state.isNoiseShown };
  const hunts = HUNTS.filter((hunt) => needsNoInput(hunt, frame));
  const { outcomes, failure, retry } = useAnswers(
    (isReady ? hunts : []).map((hunt) => ({
      key: hunt.name,
      document: questionsOf(hunt).count,
      variables: { ...readVariables(hunt, {}, frame).variables, first: 1 },
    })),
    PARALLEL,
  );
  const failed = [...outcomes.values()].filter((outcome) => describeFailure(outcome) !== null).length;
  return (
    <section aria-labelledby="hunts-title" aria-busy={failure === null && outcomes.size < hunts.length}>
      <div class="view-head">
        <h2 id="hunts-title">
          Hunts and CAR analytics{' '}
          <span class="muted">
            with their defaults, noise {state.isNoiseShown ? 'included' : 'left out where a hunt can do so'}
          </span>
        </h2>
        {failed > 0 && (
          <button type="button" onClick={retry}>
            Try again
          </button>
        )}
        <ViewLink to={toView('hunts', null)}>All hunts</ViewLink>
      </div>
      <Answer
        answered={{ failure, retry, problems: [], isLoading: false }}
        isShown={failure === null || outcomes.size > 0}
      >
        <ul class="cards">
          {hunts.map((hunt) => (
            <Card key={hunt.name} hunt={hunt} outcome={outcomes.get(hunt.name)} />
          ))}
        </ul>
      </Answer>
    </section>
  );
};

type CardProps = { readonly hunt: Hunt; readonly outcome: Outcome<HuntResult<HuntCount>> | undefined };

const Card = ({ hunt, outcome }: CardProps) => {
  const answer = pickAnswer(outcome?.data ?? null);
  const failure = outcome === undefined ? null : describeFailure(outcome);
  const { isNoiseShown } = usePage().state;
  const techniques = answer?.analytic.attackTechniques.map(({ id }) => id).join(', ');
  const isFound = answer !== null && answer.totalCount.value > 0;
  return (
    <li class={isFound ? 'card found' : 'card'}>
      <strong class="count">{answer === null ? '…' : formatCount(answer.totalCount)}</strong>
      <ViewLink class="title" to={toView('hunts', hunt.name)}>
        {hunt.title}
      </ViewLink>
      <span class="muted">
        {failure ?? techniques ?? 'Loading…'}
        {!isNoiseShown && !canLeaveOutNoise(hunt) && ' · counts noise, too'}
      </span>
    </li>
  );
};

const describeFailure = ({ failure, problems }: Outcome<HuntResult<HuntCount>>): string | null =>
  failure?.message ?? problems[0]?.message ?? null;
