import type { TimelineSessionFragment } from '../api/documents.ts';
import { Name } from '../parts/Name.tsx';
import { formatLength, formatText } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';
import { describeEnd, describeStart } from './describeSession.ts';

type SelectedSessionProps = {
  readonly sessions: readonly TimelineSessionFragment[];
  readonly id: string | null;
};

/** The facts of the session that is selected in a timeline. */
export const SelectedSession = ({ sessions, id }: SelectedSessionProps) => {
  const { zone } = usePage().state;
  const session = sessions.find((candidate) => candidate.id === id);
  return (
    <section class="panel" aria-labelledby="selected-title">
      <h2 id="selected-title">Selected session</h2>
      {session === undefined ? (
        <p class="muted">Click a bar, or select a session in the table.</p>
      ) : (
        <dl class="list">
          <dt>Account</dt>
          <dd>
            {session.account === null ? 'not known' : <Name kind="account" name={session.account.user} />}
          </dd>
          <dt>Host</dt>
          <dd>
            <Name kind="host" name={session.hostname} />
          </dd>
          <dt>Login id</dt>
          <dd>{session.loginId}</dd>
          <dt>Type</dt>
          <dd>{session.loginType ?? 'not known'}</dd>
          <dt>Source</dt>
          <dd>{session.srcIp ?? '–'}</dd>
          <dt>Start</dt>
          <dd>
            {formatText(session.startedAt, zone)}, {describeStart(session)}
          </dd>
          <dt>End</dt>
          <dd>
            {session.endedAt === null ? '' : `${formatText(session.endedAt, zone)}, `}
            {describeEnd(session, zone)}
          </dd>
          {session.endedAt !== null && (
            <>
              <dt>Length</dt>
              <dd>{formatLength(Date.parse(session.endedAt) - Date.parse(session.startedAt))}</dd>
            </>
          )}
        </dl>
      )}
    </section>
  );
};
