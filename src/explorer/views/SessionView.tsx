import { Fragment } from 'preact';

import { SessionElsewhere, SessionEvents, SessionFacts } from '../api/documents.ts';
import type { SessionFactsQuery } from '../api/documents.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { usePages } from '../api/usePages.ts';
import { Answer } from '../parts/Answer.tsx';
import { LogText } from '../parts/LogText.tsx';
import { Name } from '../parts/Name.tsx';
import { PinButton } from '../parts/PinButton.tsx';
import { QuestionLinks } from '../parts/QuestionLinks.tsx';
import { ViewLink } from '../parts/ViewLink.tsx';
import { toView } from '../state/pageState.ts';
import { formatLength } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';
import { NearbySessions } from './NearbySessions.tsx';
import { SessionEventTable } from './SessionEventTable.tsx';
import { SessionFactList } from './SessionFactList.tsx';
import { StateTable } from './StateTable.tsx';

/** The page lists at most this many events of a session, and says so when there are more. */
const MOST_EVENTS = 10_000;

/** A session: its facts, its events in order, who else was on that host, and where else the account was at that time. */
export const SessionView = () => {
  const { state } = usePage();
  const id = state.entity ?? '';
  const variables = { id, noNoise: !state.isNoiseShown };
  const answered = useAnswer(SessionFacts, id === '' ? null : variables);
  const events = usePages(SessionEvents, id === '' ? null : { id }, {
    pick: ({ node }) => (node?.__typename === 'Session' ? node.events : null),
    limit: MOST_EVENTS,
  });
  const node = answered.data?.node ?? null;
  const session = node?.__typename === 'Session' ? node : null;
  const elsewhere = useAnswer(
    SessionElsewhere,
    session === null ? null : { ...variables, hostname: session.hostname },
  );
  const isBadId = answered.problems.some(({ field }) => field === 'id');
  const others = elsewhere.data?.node?.__typename === 'Session' ? elsewhere.data.node.ofAccount : null;
  return (
    <>
      <div class="view-head">
        <h1>
          Session {session !== null && <LogText text={session.loginId} />}{' '}
          {session?.account && (
            <span class="muted">
              of <LogText text={session.account.user} /> on <LogText text={session.hostname} />
            </span>
          )}
        </h1>
        {session !== null && (
          <PinButton pin={{ host: session.hostname, account: session.account?.user ?? null }} />
        )}
        {id !== '' && !isBadId && <QuestionLinks document={SessionFacts} variables={variables} />}
      </div>
      {(id === '' || isBadId) && (
        <p class="note warning" role="alert">
          {id === ''
            ? 'The address of this page names no session. '
            : 'The address of this page has no valid id of a session. Perhaps a part was lost when it was copied. '}
          <WhereSessionsAre />
        </p>
      )}
      <Answer
        answered={isBadId ? { ...answered, problems: [] } : answered}
        isShown={answered.data !== null && !isBadId}
      >
        {session === null && answered.problems.length === 0 && <NoSession node={node} />}
        {session !== null && (
          <div class="columns">
            <section class="panel" aria-labelledby="facts-title">
              <h2 id="facts-title">Facts</h2>
              <SessionFactList session={session}>
                <OtherFacts session={session} />
              </SessionFactList>
            </section>
            <StateTable periods={session.states} endedAt={session.endedAt} />
          </div>
        )}
      </Answer>
      {session !== null && (
        <>
          <Answer answered={events} isShown={events.items.length > 0}>
            <SessionEventTable
              events={events.items}
              disconnects={session.disconnects.nodes}
              isTruncated={events.isTruncated || session.disconnects.pageInfo.hasNextPage}
            />
          </Answer>
          <NearbySessions
            title="Who else was on this host"
            subject="account"
            of={session}
            sessions={session.onHost}
          />
          <Answer answered={elsewhere} isShown={others !== null}>
            {others !== null && (
              <NearbySessions
                title="Where else the account was"
                subject="host"
                of={session}
                sessions={others}
              />
            )}
          </Answer>
        </>
      )}
    </>
  );
};

type Node = SessionFactsQuery['node'];
type Session = Extract<Node, { __typename: 'Session' }>;

const OtherFacts = ({ session }: { readonly session: Session }) => {
  const { uid, srcIps, disconnects, unlockedSeconds, lockedSeconds, disconnectedSeconds, unknownSeconds } =
    session;
  const lengths = [
    ['Active', unlockedSeconds],
    ['Locked', lockedSeconds],
    ['Disconnected', disconnectedSeconds],
    ['State not known', unknownSeconds],
  ] as const;
  const disconnected = new Set(
    disconnects.nodes.flatMap((event) => ('srcIp' in event ? (event.srcIp ?? []) : [])),
  );
  const onlyDisconnected = [...disconnected].filter((source) => !srcIps.includes(source));
  return (
    <>
      {uid !== null && (
        <>
          <dt>User id</dt>
          <dd>
            <LogText text={uid} />
          </dd>
        </>
      )}
      {srcIps.length > 1 && (
        <>
          <dt>All sources</dt>
          <dd>{srcIps.join(', ')}</dd>
        </>
      )}
      {onlyDisconnected.length > 0 && (
        <>
          <dt>More sources</dt>
          <dd>{onlyDisconnected.join(', ')}, of disconnects only</dd>
        </>
      )}
      {lengths.map(([name, seconds]) =>
        seconds === null || seconds === 0 ? null : (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{formatLength(seconds * 1000)}</dd>
          </Fragment>
        ),
      )}
    </>
  );
};

/** Why there is no session with the id. */
const NoSession = ({ node }: { readonly node: Node }) => (
  <p class="note warning" role="alert">
    {node === null
      ? 'No session has this id. A session gets another id when an earlier event of it arrives, and none is left when its events are erased. '
      : `This is the id of another kind of object (${node.__typename}), not of a session. `}
    {node?.__typename === 'Host' && <Name kind="host" name={node.hostname} />}
    {node?.__typename === 'Account' && <Name kind="account" name={node.name} />} <WhereSessionsAre />
  </p>
);

const WhereSessionsAre = () => (
  <>
    Search for its login id, or choose it among{' '}
    <ViewLink to={toView('sessions', null)}>all sessions</ViewLink>.
  </>
);
