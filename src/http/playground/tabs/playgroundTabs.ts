import { CAR_ANALYTICS, HUNTS } from '../../../domain/hunts/registry.ts';
import type { HuntName } from '../../../domain/hunts/registry.ts';

import { AUDIT_TABS } from './auditTabs.ts';
import { CAR_TABS } from './carTabs.ts';
import { COUNTING_TABS } from './countingTabs.ts';
import { EVENT_TABS } from './eventTabs.ts';
import { HOST_AND_ACCOUNT_TABS } from './hostAndAccountTabs.ts';
import { HUNT_TABS } from './huntTabs.ts';
import { INGEST_TABS } from './ingestTabs.ts';
import { ODD_HUNT_TABS } from './oddHuntTabs.ts';
import { SESSION_HUNT_TABS } from './sessionHuntTabs.ts';
import { SESSION_TABS } from './sessionTabs.ts';
import type { Example, Tab } from './tab.ts';

/** A hunt without a tab is a compile-time error. */
const HUNT_EXAMPLES: Readonly<Record<HuntName, Example>> = {
  ...HUNT_TABS,
  ...SESSION_HUNT_TABS,
  ...ODD_HUNT_TABS,
  ...CAR_TABS,
};

/** The tabs of these hunts, in their order in the registry. */
const tabsOf = (hunts: Readonly<Partial<Record<HuntName, unknown>>>): readonly Example[] =>
  Object.keys(hunts).map((name) => HUNT_EXAMPLES[name as HuntName]);

const TOPICS: Readonly<Record<string, readonly Example[]>> = {
  Events: EVENT_TABS,
  Sessions: SESSION_TABS,
  'Hosts and accounts': HOST_AND_ACCOUNT_TABS,
  Hunts: tabsOf(HUNTS),
  'CAR analytics': tabsOf(CAR_ANALYTICS),
  Statistics: COUNTING_TABS,
  Administration: AUDIT_TABS,
  Ingest: INGEST_TABS,
};

const OPEN_AT_FIRST = new Set(['NewestEvents', 'HostTimeline', 'OpenSessions', 'WhoWasOn', 'AccountDay']);

/** All tabs of the playground, in the order of its menu. */
export const PLAYGROUND_TABS: readonly Tab[] = Object.entries(TOPICS).flatMap(([topic, examples]) =>
  examples.map((example) => {
    const name = /^(?:query|mutation) (\w+)/m.exec(example.query)?.[1] ?? '';
    return { name, topic, isOpenAtFirst: OPEN_AT_FIRST.has(name), ...example };
  }),
);

/** Time of the demo's first event, by which the page recognizes the demo. */
export const DEMO_STARTED_AT = '2026-11-06T07:55:04.192038Z';
