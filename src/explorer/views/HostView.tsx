import { useMemo } from 'preact/hooks';

import { HostFacts, HostSessions } from '../api/documents.ts';
import type { HostFactsQuery } from '../api/documents.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { usePages } from '../api/usePages.ts';
import { Answer } from '../parts/Answer.tsx';
import { escapeText } from '../parts/escapeText.ts';
import { LogText } from '../parts/LogText.tsx';
import { QuestionLinks } from '../parts/QuestionLinks.tsx';
import { formatText, toIso } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';
import { makeLanes } from '../timeline/lanes.ts';
import type { LaneOf } from '../timeline/lanes.ts';
import type { Power } from '../timeline/paintLanes.ts';
import { MarkLimit } from './MarkLimit.tsx';
import { MarkTable } from './MarkTable.tsx';
import { NothingInRange } from './NothingInRange.tsx';
import { SelectedSession } from './SelectedSession.tsx';
import { SessionTable } from './SessionTable.tsx';
import { MOST_SESSIONS, Swimlanes } from './Swimlanes.tsx';
import { useCursor } from './useCursor.ts';
import { WhoWasOn } from './WhoWasOn.tsx';

type HostFactsHost = NonNullable<HostFactsQuery['host']>;

/** The sessions on a host: one lane for each account, and who was on at a time. */
export const HostView = () => {
  const { state, range, change } = usePage();
  const hostname = state.entity ?? '';
  const asked = { from: toIso(range.from), until: toIso(range.until) };
  const noNoise = !state.isNoiseShown;
  const facts = useAnswer(HostFacts, hostname === '' ? null : { hostname, time: asked, noNoise });
  const variables = { hostname, range: asked, started: asked, noNoise };
  const sessions = usePages(HostSessions, hostname === '' ? null : variables, {
    pick: ({ host }) => host?.sessions,
    limit: MOST_SESSIONS,
  });
  const host = facts.data?.host ?? null;
  const marks = host?.marks.nodes ?? NONE;
  const lanes = useMemo(
    () => makeLanes({ sessions: sessions.items, marks }, { range, laneOf }),
    [sessions.items, marks, range],
  );
  /** Not while anything that could have a lane is missing. */
  const isEmpty =
    lanes.length === 0 && !sessions.isLoading && sessions.failure === null && sessions.problems.length === 0;
  const cursor = useCursor();
  const onSelect = (selected: string | null): void => change({ selected }, 'REPLACE');
  if (hostname === '') return <NoHost />;
  return (
    <>
      <div class="view-head">
        <h1>
          Host <LogText text={host?.hostname ?? hostname} />
        </h1>
        <QuestionLinks document={HostSessions} variables={{ ...variables, after: null }} />
      </div>
      <Answer answered={facts} isShown={facts.data !== null}>
        {host !== null && <Facts host={host} zone={state.zone} />}
        {host === null && facts.problems.length === 0 && <UnknownHost hostname={hostname} />}
      </Answer>
      <Swimlanes
        label={`Sessions on ${escapeText(hostname)}`}
        lane="account"
        lanes={lanes}
        sessions={sessions}
        power={listPower(host)}
        cursor={cursor}
      >
        {host?.power.pageInfo.hasNextPage === true && (
          <p class="note warning">
            Only the first 1,000 starts and stops of the host are drawn. Narrow the range.
          </p>
        )}
        <MarkLimit marks={host?.marks} />
      </Swimlanes>
      {host !== null && isEmpty && (
        <NothingInRange
          message="No session was open on this host in this range, and no login failed."
          seen={host}
        />
      )}
      <div class="columns">
        <WhoWasOn hostname={hostname} lanes={lanes} at={cursor.value} isMoving={cursor.isMoving} />
        <SelectedSession sessions={sessions.items} id={state.selected} />
      </div>
      {sessions.items.length > 0 && (
        <SessionTable
          lane="Account"
          sessions={sessions.items}
          selected={state.selected}
          onSelect={onSelect}
        />
      )}
      {marks.length > 0 && <MarkTable marks={marks} />}
    </>
  );
};

const NONE = [] as const;

const laneOf: LaneOf = ({ account }) => ({ key: account?.id ?? '', name: account?.user ?? null });

const listPower = (host: HostFactsQuery['host']): readonly Power[] =>
  (host?.power.nodes ?? []).map(({ __typename, time }) => ({
    at: Date.parse(time),
    kind: __typename === 'HostStart' ? 'START' : 'STOP',
  }));

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
        {formatText(host.lastLogin?.time, zone)}{' '}
        {host.lastLogin?.user && <LogText text={host.lastLogin.user} />}
      </dd>
    </div>
  </dl>
);

const NoHost = () => (
  <>
    <h1>Host</h1>
    <p class="note warning" role="alert">
      The address of this page names no host. Search for one, or open the overview.
    </p>
  </>
);

const UnknownHost = ({ hostname }: { readonly hostname: string }) => (
  <p class="note warning" role="alert">
    No event names the host “<LogText text={hostname} />
    ”. Search for it with a part of its name, or open the overview.
  </p>
);
