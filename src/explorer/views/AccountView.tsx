import { useMemo } from 'preact/hooks';

import { AccountFacts, AccountSessions } from '../api/documents.ts';
import type { AccountFactsQuery } from '../api/documents.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { usePages } from '../api/usePages.ts';
import { Answer } from '../parts/Answer.tsx';
import { escapeText } from '../parts/escapeText.ts';
import { LogText } from '../parts/LogText.tsx';
import { Name } from '../parts/Name.tsx';
import { QuestionLinks } from '../parts/QuestionLinks.tsx';
import { formatText, formatTime, toIso } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';
import { makeLanes } from '../timeline/lanes.ts';
import type { Lane, LaneOf } from '../timeline/lanes.ts';
import { listPresent } from '../timeline/listPresent.ts';
import { AccountLoginFacts } from './AccountLoginFacts.tsx';
import { MarkLimit } from './MarkLimit.tsx';
import { MarkTable } from './MarkTable.tsx';
import { NothingInRange } from './NothingInRange.tsx';
import { PresentTable } from './PresentTable.tsx';
import { SelectedSession } from './SelectedSession.tsx';
import { SessionTable } from './SessionTable.tsx';
import { MOST_SESSIONS, Swimlanes } from './Swimlanes.tsx';
import { useCursor } from './useCursor.ts';

/** The sessions of an account: one lane for each host, from where it logged in, and where it was at a time. */
export const AccountView = () => {
  const { state, range, change } = usePage();
  const user = state.entity ?? '';
  const time = { from: toIso(range.from), until: toIso(range.until) };
  const noNoise = !state.isNoiseShown;
  const facts = useAnswer(AccountFacts, user === '' ? null : { user, time, noNoise });
  const variables = { user, range: time, started: time, noNoise };
  const sessions = usePages(AccountSessions, user === '' ? null : variables, {
    pick: ({ account }) => account?.sessions,
    limit: MOST_SESSIONS,
  });
  const account = facts.data?.account ?? null;
  const marks = account?.marks.nodes ?? NONE;
  const lanes = useMemo(
    () => makeLanes({ sessions: sessions.items, marks }, { range, laneOf }),
    [sessions.items, marks, range],
  );
  /** Not while anything that could have a lane is missing. */
  const isEmpty =
    lanes.length === 0 && !sessions.isLoading && sessions.failure === null && sessions.problems.length === 0;
  const cursor = useCursor();
  const onSelect = (selected: string | null): void => change({ selected }, 'REPLACE');
  if (user === '') return <NoAccount />;
  return (
    <>
      <div class="view-head">
        <h1>
          Account <LogText text={account?.user ?? user} />
        </h1>
        <QuestionLinks document={AccountSessions} variables={{ ...variables, after: null }} />
      </div>
      <Answer answered={facts} isShown={facts.data !== null}>
        {account !== null && <Facts account={account} zone={state.zone} />}
        {account === null && facts.problems.length === 0 && <UnknownAccount user={user} />}
      </Answer>
      <Swimlanes
        label={`Sessions of ${escapeText(user)}`}
        lane="host"
        lanes={lanes}
        sessions={sessions}
        power={NONE}
        cursor={cursor}
      >
        <MarkLimit marks={account?.marks} />
      </Swimlanes>
      {account !== null && isEmpty && (
        <NothingInRange
          message="No session of this account was open in this range, and no login failed."
          seen={account}
        />
      )}
      <div class="columns">
        <WhereItWas lanes={lanes} at={cursor.value} />
        <SelectedSession sessions={sessions.items} id={state.selected} />
      </div>
      <AccountLoginFacts user={user} />
      {sessions.items.length > 0 && (
        <SessionTable lane="Host" sessions={sessions.items} selected={state.selected} onSelect={onSelect} />
      )}
      {marks.length > 0 && <MarkTable marks={marks} />}
    </>
  );
};

const NONE = [] as const;

const laneOf: LaneOf = ({ hostname }) => ({ key: hostname, name: hostname });

type FactsProps = {
  readonly account: NonNullable<AccountFactsQuery['account']>;
  readonly zone: string;
};

const Facts = ({ account: { firstSeenAt, lastSeenAt, lastLogin }, zone }: FactsProps) => (
  <dl class="facts">
    <div>
      <dt>First event</dt>
      <dd>{formatText(firstSeenAt, zone)}</dd>
    </div>
    <div>
      <dt>Last event</dt>
      <dd>{formatText(lastSeenAt, zone)}</dd>
    </div>
    <div>
      <dt>Last login</dt>
      <dd>
        {formatText(lastLogin?.time, zone)} {lastLogin && <Name kind="host" name={lastLogin.hostname} />}
      </dd>
    </div>
  </dl>
);

type WhereItWasProps = { readonly lanes: readonly Lane[]; readonly at: number | null };

/** On which hosts the account had a session at the time of the cursor, from the drawn sessions. */
const WhereItWas = ({ lanes, at }: WhereItWasProps) => {
  const { zone } = usePage().state;
  return (
    <section class="panel" aria-labelledby="where-title">
      <h2 id="where-title">
        Where it was{' '}
        {at !== null && (
          <span class="muted">
            at {formatTime(at, zone)} {zone}
          </span>
        )}
      </h2>
      {at === null ? (
        <p class="muted">Click or drag the time axis to choose a time.</p>
      ) : (
        <PresentTable
          caption="Hosts on which the account had a session"
          lane="Host"
          present={listPresent(lanes, at)}
        />
      )}
    </section>
  );
};

const NoAccount = () => (
  <>
    <h1>Account</h1>
    <p class="note warning" role="alert">
      The address of this page names no account. Search for one, or open the overview.
    </p>
  </>
);

const UnknownAccount = ({ user }: { readonly user: string }) => (
  <p class="note warning" role="alert">
    No event names the account “<LogText text={user} />
    ”. A name without a domain is another account than one with it: search for a part of the name.
  </p>
);
