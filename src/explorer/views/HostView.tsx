import { useCallback, useMemo, useState } from 'preact/hooks';

import { HostFacts, HostSessions } from '../api/documents.ts';
import type { HostFactsQuery } from '../api/documents.ts';
import { useAnswer } from '../api/useAnswer.ts';
import { usePages } from '../api/usePages.ts';
import { Answer } from '../parts/Answer.tsx';
import { Name } from '../parts/Name.tsx';
import { QuestionLinks } from '../parts/QuestionLinks.tsx';
import { formatText, toIso } from '../state/times.ts';
import type { Range } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';
import { makeLanes } from '../timeline/lanes.ts';
import type { LaneOf } from '../timeline/lanes.ts';
import type { Power } from '../timeline/paintLanes.ts';
import { Timeline } from '../timeline/Timeline.tsx';
import { MarkTable } from './MarkTable.tsx';
import { SelectedSession } from './SelectedSession.tsx';
import { SessionTable } from './SessionTable.tsx';
import { WhoWasOn } from './WhoWasOn.tsx';

/** A timeline draws at most this many sessions; the page says so when there are more. */
const MOST_SESSIONS = 50_000;

/** The sessions on a host: one lane for each account, and who was on at a time. */
export const HostView = () => {
  const { state, range, change } = usePage();
  const hostname = state.entity ?? '';
  const [dragged, setDragged] = useState<number | null>(null);
  const asked = { from: toIso(range.from), until: toIso(range.until) };
  const noNoise = !state.isNoiseShown;
  const facts = useAnswer(HostFacts, { hostname, time: asked, noNoise });
  const variables = { hostname, range: asked, noNoise };
  const sessions = usePages(HostSessions, variables, {
    pick: ({ host }) => host?.sessions,
    limit: MOST_SESSIONS,
  });
  const host = facts.data?.host ?? null;
  const marks = host?.marks.nodes ?? NONE;
  const lanes = useMemo(
    () => makeLanes({ sessions: sessions.items, marks }, { range, laneOf }),
    [sessions.items, marks, range],
  );
  const onZoom = useCallback((zoom: Range | null) => change({ zoom }, 'REPLACE'), [change]);
  const cursor = dragged ?? state.at;
  const onCursor = (at: number, isFinal: boolean): void => {
    setDragged(isFinal ? null : at);
    if (isFinal) change({ at: Math.round(at) }, 'REPLACE');
  };
  return (
    <>
      <div class="view-head">
        <h1>
          Host <bdi class="name">{host?.hostname ?? hostname}</bdi>
        </h1>
        <QuestionLinks document={HostSessions} variables={{ ...variables, after: null }} />
      </div>
      <Answer answered={facts} isShown={facts.data !== null}>
        {host === null ? <UnknownHost hostname={hostname} /> : <Facts host={host} zone={state.zone} />}
      </Answer>
      <Answer answered={sessions} isShown={lanes.length > 0}>
        <Timeline
          label={`Sessions on ${hostname}`}
          lanes={lanes}
          power={listPower(host)}
          range={range}
          zoom={state.zoom}
          onZoom={onZoom}
          zone={state.zone}
          cursor={cursor}
          onCursor={onCursor}
          selected={state.selected}
          onSelect={(selected) => change({ selected }, 'REPLACE')}
          renderName={({ name }) => <Name kind="account" name={name} />}
        />
        {sessions.isTruncated && (
          <p class="note warning">
            Only the first {MOST_SESSIONS.toLocaleString('en')} sessions are drawn. Narrow the range.
          </p>
        )}
        {host?.marks.pageInfo.hasNextPage === true && (
          <p class="note warning">
            Only the first 1,000 failed logins and reconnects are drawn. Narrow the range.
          </p>
        )}
      </Answer>
      {host !== null && lanes.length === 0 && !sessions.isLoading && sessions.failure === null && (
        <p class="note">No session was open on this host in this range, and no login failed.</p>
      )}
      <div class="columns">
        <WhoWasOn hostname={hostname} lanes={lanes} at={cursor} isMoving={dragged !== null} />
        <SelectedSession sessions={sessions.items} id={state.selected} />
      </div>
      {sessions.items.length > 0 && <SessionTable sessions={sessions.items} lane="Account" />}
      {marks.length > 0 && <MarkTable marks={marks} />}
    </>
  );
};

const NONE = [] as const;

const laneOf: LaneOf = ({ account }) =>
  account === null ? { key: '\uFFFF', name: 'user not known' } : { key: account.id, name: account.user };

const listPower = (host: HostFactsQuery['host']): readonly Power[] =>
  (host?.power.nodes ?? []).map(({ __typename, time }) => ({
    at: Date.parse(time),
    kind: __typename === 'HostStart' ? 'START' : 'STOP',
  }));

const Facts = ({
  host,
  zone,
}: {
  readonly host: NonNullable<HostFactsQuery['host']>;
  readonly zone: string;
}) => (
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
        {formatText(host.lastLogin?.time, zone)} {host.lastLogin?.user && <bdi>{host.lastLogin.user}</bdi>}
      </dd>
    </div>
  </dl>
);

const UnknownHost = ({ hostname }: { readonly hostname: string }) => (
  <p class="note warning" role="alert">
    No event names the host “<bdi>{hostname.slice(0, 255)}</bdi>”. Search for it with a part of its name, or
    open the overview.
  </p>
);
