import type { ListedSessionFragment } from '../api/documents.ts';
import type { Column } from '../parts/DataTable.tsx';
import { Name } from '../parts/Name.tsx';
import { SessionLink } from '../parts/SessionLink.tsx';
import { formatText } from '../state/times.ts';
import { describeEnd, describeSources } from './describeSession.ts';

/** What tells the sessions of a list apart: the account, the host, or both. */
export type Subject = 'account' | 'host';

/** The columns of a list of sessions. */
export const makeSessionColumns = (
  subjects: readonly Subject[],
  zone: string,
): readonly Column<ListedSessionFragment>[] => [
  ...subjects.map((subject) => SUBJECTS[subject]),
  { title: 'Start', cell: ({ startedAt }) => formatText(startedAt, zone), isTime: true },
  { title: 'End', cell: ({ endedAt }) => formatText(endedAt, zone), isTime: true },
  { title: 'How it ended', cell: (session) => describeEnd(session, zone) },
  { title: 'Type', cell: ({ loginType }) => loginType ?? '–' },
  { title: 'Sources', cell: describeSources },
  { title: 'Login id', cell: ({ id, loginId }) => <SessionLink id={id}>{loginId}</SessionLink> },
];

const SUBJECTS: Readonly<Record<Subject, Column<ListedSessionFragment>>> = {
  host: { title: 'Host', cell: ({ hostname }) => <Name kind="host" name={hostname} /> },
  account: { title: 'Account', cell: ({ account }) => <Name kind="account" name={account?.user ?? null} /> },
};
