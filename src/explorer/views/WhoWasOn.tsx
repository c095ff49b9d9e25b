import { LoggedOn } from '../api/documents.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { Answer } from '../parts/Answer.tsx';
import { formatTime, toIso } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';
import type { Lane } from '../timeline/lanes.ts';
import { listPresent } from '../timeline/listPresent.ts';
import type { Present } from '../timeline/listPresent.ts';
import { COVERAGE } from './coverage.ts';
import { PresentTable } from './PresentTable.tsx';

type WhoWasOnProps = {
  readonly hostname: string;
  readonly lanes: readonly Lane[];
  readonly at: number | null;
  /** Whether the cursor is being dragged: then the drawn sessions answer, afterwards the API. */
  readonly isMoving: boolean;
};

/** Who was logged on at the time of the cursor. */
export const WhoWasOn = ({ hostname, lanes, at, isMoving }: WhoWasOnProps) => {
  const { state } = usePage();
  const variables = { hostname, at: at === null ? '' : toIso(at), noNoise: !state.isNoiseShown };
  const answered = useAnswer(LoggedOn, at === null || isMoving ? null : variables);
  const loggedOn = answered.data?.host?.loggedOn;
  // While the answer about this time is loading, the drawn sessions answer.
  const present: readonly Present[] =
    loggedOn === undefined || at === null
      ? listPresent(lanes, at ?? 0)
      : loggedOn.accounts.map(({ account, state: shown, certainty, since, sessions }) => ({
          key: account?.user ?? '',
          name: account?.user ?? null,
          state: shown === 'ENDED' ? 'UNKNOWN' : shown,
          certainty,
          since: Date.parse(since),
          sessionIds: sessions.map(({ id }) => id),
        }));
  return (
    <section class="panel" aria-labelledby="who-title">
      <h2 id="who-title">
        Who was on{' '}
        {at !== null && (
          <span class="muted">
            at {formatTime(at, state.zone)} {state.zone}
          </span>
        )}
      </h2>
      {at === null ? (
        <p class="muted">Click or drag the time axis to choose a time.</p>
      ) : (
        <Answer answered={answered} isShown>
          {loggedOn !== undefined && <p>{COVERAGE[loggedOn.coverage.status]}</p>}
          {loggedOn?.truncated === true && (
            <p class="note warning">
              The host had more sessions than the API lists: accounts may be missing.
            </p>
          )}
          <PresentTable
            caption="Accounts that were logged on"
            lane="Account"
            present={present}
            isMoving={isMoving}
          />
        </Answer>
      )}
    </section>
  );
};
