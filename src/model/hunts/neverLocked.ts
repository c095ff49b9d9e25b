import type { Predicate } from '../filter/predicate.ts';

import type { TimeRange } from './parameters.ts';
import type { LongSessions } from './longSessions.ts';

/** A session that lasts and is never locked, and where to look for locks of its host. */
export type NeverLocked = LongSessions & { readonly range: TimeRange };

/** What holds for a session that is never locked; an UNLOCK alone tells of a lock that was not recorded. */
export const UNTOUCHED: readonly Predicate[] = [
  { kind: 'not', of: { kind: 'everLocked' } },
  { kind: 'not', of: { kind: 'everUnlocked' } },
];
