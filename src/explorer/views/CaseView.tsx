import { useMemo } from 'preact/hooks';

import { LogonPaths } from '../api/documents.ts';
import type { TimelineMarkFragment, TimelineSessionFragment } from '../api/documents.ts';
import { useAnswer } from '../api/useAnswer.ts';
import type { Answered } from '../api/useAnswer.ts';
import { keepHopsInto, makeArrows, makeCaseLanes } from '../case/caseLanes.ts';
import { laneField } from '../case/caseQuestion.ts';
import type { AnsweredPin, CaseLane } from '../case/caseLanes.ts';
import type { CaseAnswer, LaneAnswer } from '../case/caseQuestion.ts';
import { listHops } from '../case/hops.ts';
import { CasePresence } from '../case/CasePresence.tsx';
import { HopTable } from '../case/HopTable.tsx';
import { NoteList } from '../case/NoteList.tsx';
import { PinForm } from '../case/PinForm.tsx';
import { PinName } from '../case/PinName.tsx';
import { useCase } from '../case/useCase.ts';
import { Answer } from '../parts/Answer.tsx';
import { formatItems, formatNumber } from '../parts/formatCount.ts';
import { PinButton } from '../parts/PinButton.tsx';
import { QuestionLinks } from '../parts/QuestionLinks.tsx';
import { formatPin } from '../state/case.ts';
import type { Note, Pin } from '../state/case.ts';
import { formatTime, toIso } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';
import type { Milestone } from '../timeline/paintLanes.ts';
import { MarkTable } from './MarkTable.tsx';
import { SelectedSession } from './SelectedSession.tsx';
import { SessionTable } from './SessionTable.tsx';
import { Swimlanes } from './Swimlanes.tsx';
import { useCursor } from './useCursor.ts';

/** What was pinned from all views in one picture, with arrows from the sessions that others were started from. */
export const CaseView = () => {
  const { state, range, change } = usePage();
  const { pins, notes } = state;
  const { question, variables, answered, lanes: answers } = useCase();
  const found = useAnswer(
    LogonPaths,
    pins.length === 0
      ? null
      : { range: { from: toIso(range.from), until: toIso(range.until) }, noNoise: !state.isNoiseShown },
  );
  const paths = found.data?.hunts?.lateralPaths ?? null;
  const lanes = useMemo(() => makeCaseLanes(answers, range), [answers, range]);
  const hops = useMemo(() => keepHopsInto(lanes, listHops(paths?.nodes ?? [])), [paths, lanes]);
  const arrows = useMemo(() => makeArrows(hops, lanes), [hops, lanes]);
  const isCut = answers.some(({ answer }) => answer?.sessions.pageInfo.hasNextPage === true);
  const cursor = useCursor();
  const sessions = useMemo(() => collect(answers, (lane) => lane.sessions.nodes), [answers]);
  const marks = useMemo(() => collect(answers, (lane) => lane.events.nodes), [answers]);
  return (
    <>
      <div class="view-head">
        <h1>
          Case{' '}
          <span class="muted">
            {formatItems(lanes.length, 'lane')}
            {notes.length > 0 && `, ${formatItems(notes.length, 'note')}`}
          </span>
        </h1>
        {pins.length + notes.length > 0 && (
          <button type="button" onClick={() => change({ pins: [], notes: [], selected: null })}>
            Empty the case
          </button>
        )}
        {pins.length > 0 && <QuestionLinks document={question} variables={variables} />}
      </div>
      {pins.length === 0 && (
        <p class="note">
          Nothing is pinned. Open a host, an account, a session or the matches of a hunt, and press Pin; or
          add a lane here. The case is in the address of the page: a bookmark or a copied link keeps it.
        </p>
      )}
      <PinForm />
      <div class="case">
        <Swimlanes
          label="The case"
          lanes={lanes}
          sessions={{ ...answered, items: sessions, isTruncated: false }}
          milestones={listMilestones(notes)}
          arrows={arrows}
          cursor={cursor}
          renderName={({ key }) => <LaneName lane={lanes.find((lane) => lane.key === key)} />}
          legend={<CaseLegend />}
          facts={[
            '↓ ↑ arrows: a session started from another, → from outside of the case',
            ...notes.map((note, index) => `✎ ${index + 1}: ${formatTime(note.at, state.zone)} ${note.text}`),
            ...(isCut ? ['lanes with more than 500 sessions have only the first 500'] : []),
          ]}
        >
          <Limits pins={pins} answered={answered} />
        </Swimlanes>
      </div>
      <div class="columns">
        <CasePresence lanes={lanes} sessions={sessions} cursor={cursor} />
        <SelectedSession sessions={sessions} id={state.selected} />
        <NoteList at={cursor.value} />
      </div>
      {pins.length > 0 && (
        <Answer answered={found} isShown={paths !== null}>
          <HopTable hops={hops} about="of lateral paths into these lanes: the arrows of the picture" />
          {paths !== null && paths.totalCount.value > paths.nodes.length && (
            <p class="note warning">
              Only the hops of the first {formatNumber(paths.nodes.length)} lateral paths of{' '}
              {formatNumber(paths.totalCount.value)} are drawn. Narrow the range.
            </p>
          )}
        </Answer>
      )}
      {sessions.length > 0 && <SessionTable subjects={['account', 'host']} sessions={sessions} />}
      {marks.length > 0 && <MarkTable marks={marks} />}
    </>
  );
};

type Items = TimelineSessionFragment | TimelineMarkFragment;

/** The items of all lanes, each once, in the order of time. */
const collect = <Item extends Items>(
  answers: readonly AnsweredPin[],
  pick: (lane: NonNullable<LaneAnswer>) => readonly Item[],
): readonly Item[] => {
  const items = answers.flatMap(({ answer }) => (answer === null ? [] : pick(answer)));
  const timeOf = (item: Items): number => Date.parse('startedAt' in item ? item.startedAt : item.time);
  return [...new Map(items.map((item) => [item.id, item])).values()].toSorted(
    (a, b) => timeOf(a) - timeOf(b),
  );
};

const listMilestones = (notes: readonly Note[]): readonly Milestone[] =>
  notes.map(({ at }, index) => ({ at, kind: 'NOTE', label: `✎ ${index + 1}` }));

const LaneName = ({ lane }: { readonly lane: CaseLane | undefined }) =>
  lane === undefined ? null : (
    <>
      <PinName pin={lane.pin} />
      <PinButton pin={lane.pin} pinned={lane.pinned} isSmall />
    </>
  );

const CaseLegend = () => (
  <>
    <li>
      <span class="mark" aria-hidden="true">
        ↓
      </span>{' '}
      a session started from another, → from outside of the case
    </li>
    <li>
      <span class="mark" aria-hidden="true">
        ✎
      </span>{' '}
      note
    </li>
  </>
);

type LimitsProps = { readonly pins: readonly Pin[]; readonly answered: Answered<CaseAnswer> };

/** What the picture leaves out, lane by lane. */
const Limits = ({ pins, answered: { data, problems } }: LimitsProps) => (
  <>
    {pins.map((pin, index) => {
      const answer = data?.[laneField(index)];
      const message =
        answer === null && problems.length === 0
          ? 'no event names it. Search for it with a part of its name.'
          : answer?.sessions.pageInfo.hasNextPage === true
            ? `only its first ${formatNumber(answer.sessions.nodes.length)} sessions are drawn. Narrow the range, or open it.`
            : answer?.events.pageInfo.hasNextPage === true
              ? `only its first ${formatNumber(answer.events.nodes.length)} failed logins and reconnects are drawn. Narrow the range.`
              : null;
      return message === null ? null : (
        <p key={formatPin(pin)} class="note warning" role="alert">
          <PinName pin={pin} />: {message}
        </p>
      );
    })}
  </>
);
