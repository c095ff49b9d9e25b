import { useMemo } from 'preact/hooks';

import { HostFacts, HostSessions } from '../api/documents.ts';
import type { HostFactsQuery } from '../api/documents.ts';
import { marksIn, sessionsIn } from '../api/timelineFilters.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { usePages } from '../api/usePages.ts';
import { LogText } from '../parts/LogText.tsx';
import { Name } from '../parts/Name.tsx';
import { QuestionLinks } from '../parts/QuestionLinks.tsx';
import { formatText, toIso } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';
import type { LaneOf } from '../timeline/lanes.ts';
import type { Milestone } from '../timeline/paintLanes.ts';
import { EntityTimeline, NoEntity } from './EntityTimeline.tsx';
import { MOST_SESSIONS } from './Swimlanes.tsx';
import { WhoWasOn } from './WhoWasOn.tsx';

type HostFactsHost = NonNullable<HostFactsQuery['host']>;

/** The sessions on a host: one lane for each account, and who was on at a time. */
export const HostView = () => {
  const { state, range } = usePage();
  const hostname = state.entity ?? '';
  const time = { from: toIso(range.from), until: toIso(range.until) };
  const asked = { ...time, noNoise: !state.isNoiseShown };
  const facts = useAnswer(
    HostFacts,
    hostname === '' ? null : { hostname, time, marks: marksIn(asked), noNoise: asked.noNoise },
  );
  const variables = { hostname, filter: sessionsIn(asked) };
  const sessions = usePages(HostSessions, hostname === '' ? null : variables, {
    pick: ({ host }) => host?.sessions,
    limit: MOST_SESSIONS,
  });
  const host = facts.data?.host ?? null;
  const milestones = useMemo(() => listPower(host), [host]);
  if (hostname === '') return <NoEntity kind="host" />;
  return (
    <EntityTimeline
      kind="host"
      name={hostname}
      known={host && { ...host, name: host.hostname }}
      facts={facts}
      factList={
        host === null ? (
          facts.problems.length === 0 && <UnknownHost hostname={hostname} />
        ) : (
          <Facts host={host} zone={state.zone} />
        )
      }
      links={<QuestionLinks document={HostSessions} variables={{ ...variables, after: null }} />}
      sessions={sessions}
      milestones={milestones}
      laneOf={laneOf}
      limits={
        host?.power.pageInfo.hasNextPage === true && (
          <p class="note warning">
            Only the first 1,000 starts and stops of the host are drawn. Narrow the range.
          </p>
        )
      }
      renderPresent={(lanes, { value, isMoving }) => (
        <WhoWasOn hostname={hostname} lanes={lanes} at={value} isMoving={isMoving} />
      )}
    />
  );
};

const laneOf: LaneOf = ({ account }) => ({ key: account?.id ?? '', name: account?.user ?? null });

const listPower = (host: HostFactsQuery['host']): readonly Milestone[] =>
  (host?.power.nodes ?? []).map(({ __typename, time }) => ({
    at: Date.parse(time),
    ...(__typename === 'HostStart' ? START : STOP),
  }));

const START = { kind: 'START', label: '▲ start' } as const;
const STOP = { kind: 'STOP', label: '■ stop' } as const;

const Facts = ({ host, zone }: { readonly host: HostFactsHost; readonly zone: string }) => (
  <dl class="facts">
    <div>
      <dt>First event</dt>
      <dd>{formatText(host.firstSeenAt, zone)}</dd>
    </div>
    <div>
      <dt>Last event</dt>
      <dd>{formatText(host.lastSeenAt, zone)}</dd>
    </div>
    <div>
      <dt>Last login</dt>
      <dd>
        {formatText(host.lastLogin?.time, zone)} {host.lastLogin && <LoggedName login={host.lastLogin} />}
      </dd>
    </div>
  </dl>
);

/** The account of a login, and the name that the log had for it where it is another. */
const LoggedName = ({
  login: { account, user },
}: {
  readonly login: NonNullable<HostFactsHost['lastLogin']>;
}) => (
  <>
    {account !== null && <Name kind="account" name={account.user} />}
    {user !== null && account !== null && user.toLowerCase() !== account.user.toLowerCase() && (
      <span class="muted">
        {' '}
        logged as <LogText text={user} />
      </span>
    )}
  </>
);

const UnknownHost = ({ hostname }: { readonly hostname: string }) => (
  <p class="note warning" role="alert">
    No event names the host “<LogText text={hostname} />
    ”. Search for it with a part of its name, or open the overview.
  </p>
);
