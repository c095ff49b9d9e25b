import type { EventOfSessionFragment, SessionAction, SessionFactsQuery } from '../api/documents.ts';
import { DataTable } from '../parts/DataTable.tsx';
import type { Column } from '../parts/DataTable.tsx';
import { LogText } from '../parts/LogText.tsx';
import { formatText } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';

type Session = Extract<SessionFactsQuery['node'], { __typename: 'Session' }>;
type DisconnectOfSession = Session['disconnects']['nodes'][number];

type SessionEventTableProps = {
  readonly events: readonly EventOfSessionFragment[];
  readonly disconnects: readonly DisconnectOfSession[];
  /** Whether the session has more events than are listed. */
  readonly isTruncated: boolean;
};

/** The events of a session in order, with the disconnects that belong to it. */
export const SessionEventTable = ({ events, disconnects, isTruncated }: SessionEventTableProps) => {
  const { zone } = usePage().state;
  const rows = [...events.map(makeRow), ...disconnects.map(makeDisconnectRow)];
  return (
    <section class="panel" aria-labelledby="events-title">
      <h2 id="events-title">Events in order</h2>
      <DataTable
        caption={`Events of the session, times in ${zone}`}
        columns={makeColumns(zone)}
        rows={rows.toSorted((a, b) => Date.parse(a.time) - Date.parse(b.time))}
        keyOf={({ id }) => id}
      />
      {isTruncated && <p class="note warning">The session has more events than are listed.</p>}
    </section>
  );
};

type Row = {
  readonly id: string;
  readonly time: string;
  readonly what: string;
  readonly user: string | null;
  readonly loginId: string | null;
  readonly source: string | null;
  readonly sourceId: string | null;
};

const ACTIONS: Readonly<Record<SessionAction, string>> = {
  LOGIN: 'login',
  LOGOUT: 'logout',
  LOCK: 'lock',
  UNLOCK: 'unlock',
  RECONNECT: 'reconnect',
};

const makeRow = (event: EventOfSessionFragment): Row => {
  const { id, time, action, user, loginId, sourceId } = event;
  const srcIp = 'srcIp' in event ? event.srcIp : null;
  const srcHostname = 'srcHostname' in event ? event.srcHostname : null;
  const loginType = 'loginType' in event ? event.loginType : null;
  const source = [srcIp, srcHostname].filter((part) => part !== null && part !== undefined).join(' ');
  return {
    id,
    time,
    what: loginType ? `${ACTIONS[action]}, ${loginType}` : ACTIONS[action],
    user,
    loginId,
    source: source === '' ? null : source,
    sourceId,
  };
};

const makeDisconnectRow = (event: DisconnectOfSession): Row => ({
  id: event.id,
  time: event.time,
  what: 'disconnect',
  user: 'user' in event ? (event.user ?? null) : null,
  loginId: null,
  source: 'srcIp' in event ? (event.srcIp ?? null) : null,
  sourceId: event.sourceId,
});

const makeColumns = (zone: string): readonly Column<Row>[] => [
  { title: 'Time', cell: ({ time }) => formatText(time, zone), isTime: true },
  { title: 'What', cell: ({ what }) => what },
  { title: 'User', cell: ({ user }) => textOf(user) },
  { title: 'Source', cell: ({ source }) => textOf(source) },
  { title: 'Login id', cell: ({ loginId }) => textOf(loginId) },
  { title: 'Record', cell: ({ sourceId }) => textOf(sourceId) },
];

const textOf = (text: string | null) => (text === null ? '–' : <LogText text={text} />);
