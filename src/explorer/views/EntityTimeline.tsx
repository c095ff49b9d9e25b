import type { ComponentChildren } from 'preact';

import type { TimelineMarksFragment, TimelineSessionFragment } from '../api/documents.ts';
import type { Answered } from '../api/useAnswer.ts';
import type { Pages } from '../api/usePages.ts';
import { Answer } from '../parts/Answer.tsx';
import { escapeText } from '../parts/escapeText.ts';
import { LogText } from '../parts/LogText.tsx';
import { Name } from '../parts/Name.tsx';
import { PinButton } from '../parts/PinButton.tsx';
import type { Pin } from '../state/case.ts';
import { toView } from '../state/pageState.ts';
import type { PageState } from '../state/pageState.ts';
import { usePage } from '../state/usePageState.ts';
import type { Settling } from '../state/useSettling.ts';
import type { Lane, LaneOf } from '../timeline/lanes.ts';
import type { Milestone } from '../timeline/paintLanes.ts';
import { useLanes } from '../timeline/useLanes.ts';
import { MarkLimit } from './MarkLimit.tsx';
import { MarkTable } from './MarkTable.tsx';
import { NothingInRange } from './NothingInRange.tsx';
import { SelectedSession } from './SelectedSession.tsx';
import { SessionTable } from './SessionTable.tsx';
import { Swimlanes } from './Swimlanes.tsx';
import { useCursor } from './useCursor.ts';

/** What is known of a host or account. */
type Known = {
  readonly name: string;
  readonly firstSeenAt: string | null;
  readonly lastSeenAt: string | null;
  readonly marks: TimelineMarksFragment;
};

type EntityTimelineProps = {
  readonly kind: 'host' | 'account';
  /** The name in the address. */
  readonly name: string;
  /** Null: not known yet, or no event names it. */
  readonly known: Known | null;
  readonly facts: Answered<unknown>;
  readonly factList: ComponentChildren;
  readonly links: ComponentChildren;
  readonly sessions: Pages<TimelineSessionFragment>;
  readonly milestones: readonly Milestone[];
  readonly laneOf: LaneOf;
  /** What else the picture leaves out. */
  readonly limits?: ComponentChildren;
  /** Who was there at the time of the cursor. */
  readonly renderPresent: (lanes: readonly Lane[], cursor: Settling<number | null>) => ComponentChildren;
  /** What is between the picture and its tables. */
  readonly children?: ComponentChildren;
};

const TITLES = { host: 'Host', account: 'Account' } as const;
const LANES = { host: 'account', account: 'host' } as const;

/** A host or account: its facts, its sessions as swimlanes, and these as tables. */
export const EntityTimeline = (props: EntityTimelineProps) => {
  const { kind, name, known, facts, sessions, laneOf, renderPresent } = props;
  const { state, range } = usePage();
  const marks = known?.marks.nodes ?? NONE;
  const lanes = useLanes({ sessions: sessions.items, marks, range, laneOf });
  /** Not while anything that could have a lane is missing. */
  const isEmpty =
    lanes.length === 0 && !sessions.isLoading && sessions.failure === null && sessions.problems.length === 0;
  const lastSeenAt = known?.lastSeenAt ?? null;
  const isPast = lastSeenAt !== null && Date.parse(lastSeenAt) < range.from;
  const cursor = useCursor();
  const lane = LANES[kind];
  const pin: Pin = { host: null, account: null, [kind]: known?.name ?? name };
  return (
    <>
      <div class="view-head">
        <h1>
          {TITLES[kind]} <LogText text={known?.name ?? name} />
        </h1>
        {known !== null && <PinButton pin={pin} />}
        {props.links}
      </div>
      <Answer answered={facts} isShown={facts.data !== null}>
        {props.factList}
      </Answer>
      <Swimlanes
        label={`Sessions ${kind === 'host' ? 'on' : 'of'} ${escapeText(name)}`}
        lanes={lanes}
        sessions={sessions}
        milestones={props.milestones}
        legend={kind === 'host' && <PowerLegend />}
        arrows={NONE}
        cursor={cursor}
        renderName={(shown) => (
          <>
            <Name kind={lane} name={shown.name} />
            {shown.name !== null && <PinButton pin={{ ...pin, [lane]: shown.name }} isSmall />}
          </>
        )}
      >
        {props.limits}
        <MarkLimit marks={known?.marks} />
      </Swimlanes>
      {known !== null && (isEmpty || isPast) && (
        <NothingInRange
          message={
            isEmpty
              ? `No session ${kind === 'host' ? 'was open on this host' : 'of this account was open'} in this range, and no login failed.`
              : `This ${kind} has no event in this range: its sessions began earlier, and no end of them is recorded.`
          }
          seen={known}
        />
      )}
      {/* Without a picture there is nothing to click. */}
      {(lanes.length > 0 || (known !== null && cursor.value !== null)) && (
        <div class="columns">
          {renderPresent(lanes, cursor)}
          <SelectedSession sessions={sessions.items} id={state.selected} />
        </div>
      )}
      {props.children}
      {sessions.items.length > 0 && (
        <SessionTable
          subjects={[lane]}
          sessions={sessions.items}
          all={{ ...toView('sessions', null), form: sessionsOf(kind, known?.name ?? name) }}
        />
      )}
      {marks.length > 0 && <MarkTable marks={marks} />}
    </>
  );
};

const NONE = [] as const;

/** The filter of the table of sessions that finds the same ones. A name without a domain would find accounts in every domain. */
const sessionsOf = (kind: EntityTimelineProps['kind'], name: string): PageState['form'] => {
  if (kind === 'host') return { hostname: name };
  return /[\\@]/.test(name) ? { user: name } : { user: name, userDomain: '' };
};

const PowerLegend = () => (
  <li>
    <span class="mark" aria-hidden="true">
      ▲ ■
    </span>{' '}
    host start, stop
  </li>
);

type NoEntityProps = { readonly kind: 'host' | 'account' };

/** The view of an address that names nothing. */
export const NoEntity = ({ kind }: NoEntityProps) => (
  <>
    <h1>{TITLES[kind]}</h1>
    <p class="note warning" role="alert">
      The address of this page names no {kind}. Search for one, or open the overview.
    </p>
  </>
);
