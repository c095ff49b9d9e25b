import { bruteForceThenSuccess } from './bruteForceThenSuccess.ts';
import { concurrentSessions } from './concurrentSessions.ts';
import { firstSeen } from './firstSeen.ts';
import { lateralPaths } from './lateralPaths.ts';
import { localAccountLogins } from './localAccountLogins.ts';
import { loginActivity } from './loginActivity.ts';
import { loginsSince } from './loginsSince.ts';
import { longSessions } from './longSessions.ts';
import { multiHostLogins } from './multiHostLogins.ts';
import { neverLocked } from './neverLocked.ts';
import { offHours } from './offHours.ts';
import { orphans } from './orphans.ts';
import { passwordSpray } from './passwordSpray.ts';
import { reconnectFromNewSource } from './reconnectFromNewSource.ts';
import { reconnectWithoutLogin } from './reconnectWithoutLogin.ts';
import { remoteDesktopLogins } from './remoteDesktopLogins.ts';
import { simultaneousLogins } from './simultaneousLogins.ts';
import { unlockedAt } from './unlockedAt.ts';
import { unusualRdpSource } from './unusualRdpSource.ts';

/** The hunts by the names of their fields in the schema's type Hunts. Tabs and documentation list them in this order. */
export const HUNTS = {
  bruteForceThenSuccess,
  passwordSpray,
  firstSeen,
  unusualRdpSource,
  lateralPaths,
  concurrentSessions,
  longSessions,
  neverLocked,
  unlockedAt,
  reconnectFromNewSource,
  reconnectWithoutLogin,
  offHours,
  orphans,
} as const;

/** MITRE CAR's analytics by the names of their fields in the schema's type Car. Titles and techniques are CAR's own. */
export const CAR_ANALYTICS = {
  simultaneousLogins,
  multiHostLogins,
  loginActivity,
  loginsSince,
  localAccountLogins,
  remoteDesktopLogins,
} as const;

/** All hunts and analytics. Resolvers, codegen mappers, costs, tabs, documentation and tests are derived from this list. */
export const REGISTRY = { ...CAR_ANALYTICS, ...HUNTS } as const;

export type HuntName = keyof typeof REGISTRY;

/** All names, in order. */
export const HUNT_NAMES = Object.keys(REGISTRY) as readonly HuntName[];

/** The arguments of a hunt, without those of its page. */
export type InputOf<Name extends HuntName> = Parameters<(typeof REGISTRY)[Name]['parse']>[0];

/** The result of a hunt. */
export type PageOf<Name extends HuntName> = Awaited<ReturnType<(typeof REGISTRY)[Name]['search']>>;

/** A match of a hunt. */
export type MatchOf<Name extends HuntName> = PageOf<Name>['items'][number];

/** The name of the schema type of a hunt's matches: OffHours. Those of its page and edges begin with it. */
export const typeNameOf = (name: HuntName): string => `${name.charAt(0).toUpperCase()}${name.slice(1)}`;
