import { HuntCards } from '../api/documents.ts';
import type { CardFragment } from '../api/documents.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { Answer } from '../parts/Answer.tsx';
import { QuestionLinks } from '../parts/QuestionLinks.tsx';
import { formatCount } from '../parts/formatCount.ts';
import { toIso } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';

/** A card for each hunt and CAR analytic, with its number of matches in the range. Those that found something come first. */
export const HuntCardList = () => {
  const { state, range } = usePage();
  const until = toIso(range.until);
  const variables = { range: { from: toIso(range.from), until }, until, zone: state.zone };
  const answered = useAnswer(HuntCards, variables);
  const data = answered.data ?? answered.previous;
  return (
    <section aria-labelledby="hunts-title">
      <div class="view-head">
        <h2 id="hunts-title">Hunts and CAR analytics</h2>
        <QuestionLinks document={HuntCards} variables={variables} />
      </div>
      <Answer answered={answered} isShown={data !== null} isOld={answered.previous !== null}>
        <ul class="cards">
          {sortCards([...listCards(data?.hunts), ...listCards(data?.car)]).map(([name, card]) => (
            <Card key={name} card={card} />
          ))}
        </ul>
      </Answer>
    </section>
  );
};

type Answers = Readonly<Record<string, CardFragment | string | null | undefined>> | null | undefined;

const listCards = (answers: Answers): readonly (readonly [string, CardFragment])[] =>
  Object.entries(answers ?? {}).flatMap(([name, card]) =>
    card === null || card === undefined || typeof card === 'string' ? [] : [[name, card] as const],
  );

const sortCards = (cards: readonly (readonly [string, CardFragment])[]) =>
  cards.toSorted(([, a], [, b]) => Number(b.totalCount.value > 0) - Number(a.totalCount.value > 0));

const Card = ({ card: { analytic, totalCount } }: { readonly card: CardFragment }) => (
  <li class={totalCount.value > 0 ? 'card found' : 'card'}>
    <strong class="count">{formatCount(totalCount)}</strong>
    <span class="title">{analytic.title}</span>
    <span class="muted">{analytic.attackTechniques.map(({ id }) => id).join(', ')}</span>
  </li>
);
