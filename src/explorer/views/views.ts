import type { ComponentType } from 'preact';

import type { ViewName } from '../state/pageState.ts';
import { AccountView } from './AccountView.tsx';
import { CaseView } from './CaseView.tsx';
import { GraphView } from './GraphView.tsx';
import { HostView } from './HostView.tsx';
import { HuntsView } from './HuntsView.tsx';
import { OverviewView } from './OverviewView.tsx';
import { SessionView } from './SessionView.tsx';
import { EventsView, SessionsView } from './TableView.tsx';

/** The component and the title of each view. A view takes what it shows from the state of the page. */
export const VIEWS = {
  overview: { View: OverviewView, title: 'Overview' },
  host: { View: HostView, title: 'Host' },
  account: { View: AccountView, title: 'Account' },
  session: { View: SessionView, title: 'Session' },
  hunts: { View: HuntsView, title: 'Hunts' },
  events: { View: EventsView, title: 'Events' },
  sessions: { View: SessionsView, title: 'Sessions' },
  graph: { View: GraphView, title: 'Logon graph' },
  case: { View: CaseView, title: 'Case' },
} as const satisfies Readonly<Record<ViewName, { readonly View: ComponentType; readonly title: string }>>;
