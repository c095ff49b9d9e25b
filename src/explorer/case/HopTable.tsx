import { Fragment } from 'preact';

import type { LateralEvidence } from '../api/documents.ts';
import { DataTable } from '../parts/DataTable.tsx';
import type { Column } from '../parts/DataTable.tsx';
import { LogText } from '../parts/LogText.tsx';
import { Name } from '../parts/Name.tsx';
import { SessionLink } from '../parts/SessionLink.tsx';
import { formatText } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';
import { hopKey } from './hops.ts';
import type { Hop } from './hops.ts';

type HopTableProps = {
  readonly hops: readonly Hop[];
  /** Which hops these are. */
  readonly about: string;
};

/** Hops with what shows where each came from: what a picture draws of lateral paths, for screen readers and the keyboard. */
export const HopTable = ({ hops, about }: HopTableProps) => {
  const { zone } = usePage().state;
  return (
    <section class="panel" aria-labelledby="hops-title">
      <h2 id="hops-title">
        Hops <span class="muted">{about}</span>
      </h2>
      <DataTable caption={`Hops, times in ${zone}`} columns={makeColumns(zone)} rows={hops} keyOf={hopKey} />
    </section>
  );
};

const makeColumns = (zone: string): readonly Column<Hop>[] => [
  { title: 'Time', cell: ({ time }) => formatText(time, zone), isTime: true },
  {
    title: 'From',
    cell: ({ sourceHost, srcIp, srcHostname }) =>
      sourceHost !== null ? (
        <Name kind="host" name={sourceHost.hostname} />
      ) : srcIp !== null ? (
        <Name kind="address" name={srcIp} />
      ) : (
        <LogText text={srcHostname ?? 'not known'} />
      ),
  },
  {
    title: 'Started from',
    about: 'Of several sessions it is not known which one it was.',
    cell: ({ origins }) =>
      origins.length === 0
        ? '–'
        : origins.map(({ session, account }, index) => (
            <Fragment key={session}>
              {index > 0 && ' or '}
              <SessionLink id={session}>
                session of <LogText text={account ?? 'an unknown account'} />
              </SessionLink>
            </Fragment>
          )),
  },
  { title: 'To', cell: ({ host }) => <Name kind="host" name={host.hostname} /> },
  { title: 'Account', cell: ({ account }) => <Name kind="account" name={account?.user ?? null} /> },
  { title: 'How', cell: ({ action }) => (action === 'RECONNECT' ? 'reconnect' : 'login') },
  {
    title: 'Session',
    cell: ({ event }) => (event?.session ? <SessionLink id={event.session.id} /> : '–'),
  },
  {
    title: 'Evidence',
    about: 'What shows that it came from that host.',
    cell: ({ evidence, isAmbiguous }) =>
      `${evidence.map((one) => EVIDENCE[one]).join(', ') || '–'}${isAmbiguous ? '; evidence names other hosts, too' : ''}`,
  },
];

const EVIDENCE: Readonly<Record<LateralEvidence, string>> = {
  DEST_IP: 'events of that host have the address',
  MACHINE_LOGON: 'its machine account logged on from the address',
  CLIENT_NAME: 'the client called itself so',
};
