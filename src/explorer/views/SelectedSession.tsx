import { useMemo } from 'preact/hooks';

import type { TimelineSessionFragment } from '../api/documents.ts';
import { PinButton } from '../parts/PinButton.tsx';
import { SessionLink } from '../parts/SessionLink.tsx';
import { SessionFactList } from './SessionFactList.tsx';

type SelectedSessionProps = {
  readonly sessions: readonly TimelineSessionFragment[];
  readonly id: string | null;
};

/** The facts of the session that is selected in a timeline, and the way to its events. */
export const SelectedSession = ({ sessions, id }: SelectedSessionProps) => {
  // Not in each frame in which the cursor is dragged.
  const session = useMemo(() => sessions.find((candidate) => candidate.id === id), [sessions, id]);
  return (
    <section class="panel" aria-labelledby="selected-title">
      <h2 id="selected-title">Selected session</h2>
      {session === undefined ? (
        <p class="muted">Click a bar, or select a session in the table.</p>
      ) : (
        <>
          <SessionFactList session={session} />
          <p class="actions">
            <SessionLink id={session.id}>Open its events</SessionLink>
            <PinButton pin={{ host: session.hostname, account: session.account?.user ?? null }} />
          </p>
        </>
      )}
    </section>
  );
};
