import type { ComponentChildren } from 'preact';

import type { TimelineSessionFragment } from '../api/documents.ts';
import { LogText } from '../parts/LogText.tsx';
import { Name } from '../parts/Name.tsx';
import { ViewLink } from '../parts/ViewLink.tsx';
import { openAt } from '../state/openAt.ts';
import { formatLength, formatText } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';
import { describeEnd, describeSources, describeStart } from './describeSession.ts';

type SessionFactListProps = {
  readonly session: TimelineSessionFragment;
  /** More pairs. */
  readonly children?: ComponentChildren;
};

/** The facts of a session as pairs of names and values. */
export const SessionFactList = ({ session, children }: SessionFactListProps) => {
  const { state, range } = usePage();
  const { zone } = state;
  const { id, account, hostname, loginId, loginType, startedAt, endedAt } = session;
  return (
    <dl class="list">
      <dt>Account</dt>
      <dd>
        <Name kind="account" name={account?.user ?? null} />
      </dd>
      <dt>Host</dt>
      <dd>
        <ViewLink to={{ ...openAt(hostname, startedAt, range), selected: id }}>
          <LogText text={hostname} />
        </ViewLink>
      </dd>
      <dt>Login id</dt>
      <dd>{loginId}</dd>
      <dt>Type</dt>
      <dd>{loginType ?? 'not known'}</dd>
      <dt>Sources</dt>
      <dd>{describeSources(session)}</dd>
      <dt>Start</dt>
      <dd>
        {formatText(startedAt, zone)}, {describeStart(session)}
      </dd>
      <dt>End</dt>
      <dd>
        {endedAt === null ? '' : `${formatText(endedAt, zone)}, `}
        {describeEnd(session, zone)}
      </dd>
      {endedAt !== null && (
        <>
          <dt>Length</dt>
          <dd>{formatLength(Date.parse(endedAt) - Date.parse(startedAt))}</dd>
        </>
      )}
      {children}
    </dl>
  );
};
