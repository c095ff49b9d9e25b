import { useCallback, useMemo } from 'preact/hooks';

import { HostFacts, HostSessions } from '../api/documents.ts';
import type { HostFactsQuery } from '../api/documents.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { usePages } from '../api/usePages.ts';
import { Answer } from '../parts/Answer.tsx';
import { escapeText } from '../parts/escapeText.ts';
import { formatNumber } from '../parts/formatCount.ts';
import { LogText } from '../parts/LogText.tsx';
import { Name } from '../parts/Name.tsx';
import { QuestionLinks } from '../parts/QuestionLinks.tsx';
import { ViewLink } from '../parts/ViewLink.tsx';
import { chooseRange } from '../state/chooseRange.ts';
import { formatText, toIso } from '../state/times.ts';
import type { Range } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';
import { useSettling } from '../state/useSettling.ts';
import { makeLanes } from '../timeline/lanes.ts';
import type { LaneOf } from '../timeline/lanes.ts';
import type { Power } from '../timeline/paintLanes.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import { MarkTable } from './MarkTable.tsx';
import { SelectedSession } from './SelectedSession.tsx';
import { SessionTable } from './SessionTable.tsx';
import { WhoWasOn } from './WhoWasOn.tsx';

type HostFactsHost = NonNullable<HostFactsQuery['host']>;

/** A timeline draws at most this many sessions; the page says so when there are more. */
const MOST_SESSIONS = 50_000;

/** The API is asked for at most this many states of a session (timelineFields.graphql). */
const MOST_PERIODS = 50;

/** The sessions on a host: one lane for each account, and who was on at a time. */
export const HostView = () => {
  const { state, range, change } = usePage();
  const hostname = state.entity ?? '';
  const asked = { from: toIso(range.from), until: toIso(range.until) };
  const noNoise = !state.isNoiseShown;
  const facts = useAnswer(HostFacts, hostname === '' ? null : { hostname, time: asked, noNoise });
  const variables = { hostname, range: asked, noNoise };
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
  const cut = sessions.items.filter(({ periods }) => periods.at(-1)?.truncated === true).length;
  const onZoom = useCallback((zoom: Range | null) => change({ zoom }, 'REPLACE'), [change]);
  /** Not while anything that could have a lane is missing. */
  const isEmpty =
    lanes.length === 0 && !sessions.isLoading && sessions.failure === null && sessions.problems.length === 0;
  const cursor = useSettling(state.at, (at) =>
    change({ at: at === null ? null : Math.round(at) }, 'REPLACE'),
  );
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
      <Answer answered={sessions} isShown={lanes.length > 0}>
        <Timeline
          label={`Sessions on ${escapeText(hostname)}`}
          lanes={lanes}
          power={listPower(host)}
          range={range}
          zoom={state.zoom}
          onZoom={onZoom}
          zone={state.zone}
          cursor={cursor.value}
          onCursor={cursor.move}
          selected={state.selected}
          onSelect={onSelect}
          renderName={({ name }) => <Name kind="account" name={name} />}
        />
        {sessions.isTruncated && (
          <p class="note warning">
            Only the first {formatNumber(MOST_SESSIONS)} sessions are drawn. Narrow the range.
          </p>
        )}
        {cut > 0 && (
          <p class="note warning">
            {cut === 1 ? 'A session has' : `${formatNumber(cut)} sessions have`} more than {MOST_PERIODS}{' '}
            states: the rest of the bar is drawn as “several”.
          </p>
        )}
        {host?.power.pageInfo.hasNextPage === true && (
          <p class="note warning">
            Only the first 1,000 starts and stops of the host are drawn. Narrow the range.
          </p>
        )}
        {host?.marks.pageInfo.hasNextPage === true && (
          <p class="note warning">
            Only the first 1,000 failed logins and reconnects are drawn. Narrow the range.
          </p>
        )}
      </Answer>
      {host !== null && isEmpty && (
        <p class="note">
          No session was open on this host in this range, and no login failed.{' '}
          <ViewLink to={{ range: rangeOf(host), zoom: null, at: null }}>Show its last events</ViewLink>
        </p>
      )}
      <div class="columns">
        <WhoWasOn hostname={hostname} lanes={lanes} at={cursor.value} isMoving={cursor.isMoving} />
        <SelectedSession sessions={sessions.items} id={state.selected} />
      </div>
      {sessions.items.length > 0 && (
        <SessionTable sessions={sessions.items} selected={state.selected} onSelect={onSelect} />
      )}
      {marks.length > 0 && <MarkTable marks={marks} />}
    </>
  );
};

const NONE = [] as const;

const rangeOf = ({ firstSeenAt, lastSeenAt }: HostFactsHost): Range =>
  chooseRange({ firstAt: firstSeenAt, lastAt: lastSeenAt }, Date.now());

const laneOf: LaneOf = ({ account }) =>
  account === null ? { key: '\uFFFF', name: 'user not known' } : { key: account.id, name: account.user };

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
