import type { DrawnState } from './lanes.ts';

/** What the states are called. */
export const STATE_NAMES: Readonly<Record<DrawnState, string>> = {
  ACTIVE: 'active',
  LOCKED: 'locked',
  DISCONNECTED: 'disconnected',
  UNKNOWN: 'not known',
  SEVERAL: 'several',
};
