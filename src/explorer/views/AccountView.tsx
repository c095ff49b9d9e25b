import { AccountFacts, AccountSessions } from '../api/documents.ts';
import type { AccountFactsQuery } from '../api/documents.ts';
import { marksIn, sessionsIn } from '../api/timelineFilters.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { usePages } from '../api/usePages.ts';
import { LogText } from '../parts/LogText.tsx';
import { Name } from '../parts/Name.tsx';
import { QuestionLinks } from '../parts/QuestionLinks.tsx';
import { formatText, toIso } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';
import type { LaneOf } from '../timeline/lanes.ts';
import { AccountLoginFacts } from './AccountLoginFacts.tsx';
import { EntityTimeline, NoEntity } from './EntityTimeline.tsx';
import { PresentAt } from './PresentAt.tsx';
import { MOST_SESSIONS } from './Swimlanes.tsx';

/** The sessions of an account: one lane for each host, from where it logged in, and where it was at a time. */
export const AccountView = () => {
  const { state, range } = usePage();
  const user = state.entity ?? '';
  const asked = { from: toIso(range.from), until: toIso(range.until), noNoise: !state.isNoiseShown };
  const facts = useAnswer(AccountFacts, user === '' ? null : { user, marks: marksIn(asked) });
  const variables = { user, filter: sessionsIn(asked) };
  const sessions = usePages(AccountSessions, user === '' ? null : variables, {
    pick: ({ account }) => account?.sessions,
    limit: MOST_SESSIONS,
  });
  const account = facts.data?.account ?? null;
  if (user === '') return <NoEntity kind="account" />;
  return (
    <EntityTimeline
      kind="account"
      name={user}
      known={account && { ...account, name: account.user }}
      facts={facts}
      factList={
        account === null ? (
          facts.problems.length === 0 && <UnknownAccount user={user} />
        ) : (
          <Facts account={account} zone={state.zone} />
        )
      }
      links={<QuestionLinks document={AccountSessions} variables={{ ...variables, after: null }} />}
      sessions={sessions}
      milestones={NONE}
      laneOf={laneOf}
      renderPresent={(lanes, { value, isMoving }) => (
        <PresentAt
          title="Where it was"
          caption="Hosts on which the account had a session"
          lane="Host"
          lanes={lanes}
          at={value}
          isMoving={isMoving}
          isCut={sessions.isTruncated}
        />
      )}
    >
      <AccountLoginFacts user={user} />
    </EntityTimeline>
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

const UnknownAccount = ({ user }: { readonly user: string }) => (
  <p class="note warning" role="alert">
    No event names the account “<LogText text={user} />
    ”. A name without a domain is another account than one with it: search for a part of the name.
  </p>
);
