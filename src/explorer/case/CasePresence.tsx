import { useMemo } from 'preact/hooks';

import type { TimelineSessionFragment } from '../api/documents.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { Answer } from '../parts/Answer.tsx';
import { DataTable } from '../parts/DataTable.tsx';
import type { Column } from '../parts/DataTable.tsx';
import { LogText } from '../parts/LogText.tsx';
import { Name } from '../parts/Name.tsx';
import { formatPin } from '../state/case.ts';
import { formatTime } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';
import type { Settling } from '../state/useSettling.ts';
import { listPresent } from '../timeline/listPresent.ts';
import type { Present } from '../timeline/listPresent.ts';
import { COVERAGE } from '../views/coverage.ts';
import { makePresentColumns, MOST_ROWS_MOVING } from '../views/PresentTable.tsx';
import type { CaseLane } from './caseLanes.ts';
import {
  listAnswered,
  makePlaces,
  makePresenceQuestion,
  makePresenceVariables,
  readPlace,
} from './presence.ts';
import type { PresenceAnswer } from './presence.ts';

type CasePresenceProps = {
  readonly lanes: readonly CaseLane[];
  readonly sessions: readonly TimelineSessionFragment[];
  readonly cursor: Settling<number | null>;
};

/** Who of the case was on at the time of the cursor: while it moves, by the drawn sessions, then by the API, which knows all of them. */
export const CasePresence = ({ lanes, sessions, cursor: { value: at, isMoving } }: CasePresenceProps) => {
  const { state, range } = usePage();
  const { pins, zone, isNoiseShown } = state;
  const question = useMemo(() => makePresenceQuestion(pins), [pins.map(formatPin).join('\n')]);
  const answered = useAnswer(
    question,
    at === null || isMoving || pins.length === 0
      ? null
      : makePresenceVariables(pins, { at, noNoise: !isNoiseShown }),
  );
  const places = useMemo(() => makePlaces(sessions, range), [sessions, range]);
  const { data } = answered;
  return (
    <section class="panel wide" aria-labelledby="present-title">
      <h2 id="present-title">
        Who was on{' '}
        {at !== null && (
          <span class="muted">
            at {formatTime(at, zone)} {zone}
          </span>
        )}
      </h2>
      {at === null ? (
        <p class="muted">Click or drag the time axis to choose a time.</p>
      ) : (
        <Answer answered={answered} isShown>
          {data !== null && <Doubts answer={data} />}
          <DataTable
            caption="Accounts that were logged on"
            columns={makeColumns(zone)}
            rows={data === null ? listPresent(places, at) : listAnswered(data, lanes, at)}
            keyOf={({ key }) => key}
            {...(isMoving && { most: MOST_ROWS_MOVING })}
          />
        </Answer>
      )}
    </section>
  );
};

/** Why somebody else may have been on. */
const Doubts = ({ answer }: { readonly answer: PresenceAnswer }) => {
  const answers = Object.values(answer).filter((one) => one !== null);
  const hosts = answers.filter((one) => 'loggedOn' in one);
  const doubted = hosts.filter(({ loggedOn }) => loggedOn.coverage.status !== 'COVERED');
  const cut = answers.filter((one) =>
    'loggedOn' in one ? one.loggedOn.truncated : one.sessions.pageInfo.hasNextPage,
  );
  return (
    <>
      {hosts.length > 0 && doubted.length === 0 && <p>The events of the hosts cover this time.</p>}
      {doubted.map(({ hostname, loggedOn }) => (
        <p key={hostname}>
          <LogText text={hostname} />: {COVERAGE[loggedOn.coverage.status]}
        </p>
      ))}
      {hosts.length < answers.length && (
        <p class="muted">
          Whether the records of a host cover this time is only known of hosts with a lane of their own.
        </p>
      )}
      {cut.map((one) => (
        <p key={'loggedOn' in one ? one.hostname : one.user} class="note warning">
          <LogText text={'loggedOn' in one ? one.hostname : one.user} /> had more sessions than the API lists:
          some may be missing here.
        </p>
      ))}
    </>
  );
};

const makeColumns = (zone: string): readonly Column<Present>[] => [
  { title: 'Host', cell: ({ key }) => <Name kind="host" name={readPlace(key).host} /> },
  { title: 'Account', cell: ({ name }) => <Name kind="account" name={name} /> },
  ...makePresentColumns(zone),
];
