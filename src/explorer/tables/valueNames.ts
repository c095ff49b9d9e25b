import type { LoginType, SessionAction, SessionEndReason, SessionStartReason } from '../api/documents.ts';

/** The values of a column, and what the page calls them if it has other words. */
export type ValueNames = Readonly<Record<string, string | null>>;

export const ACTIONS = {
  LOGIN: null,
  LOGOUT: null,
  RECONNECT: null,
  LOCK: null,
  UNLOCK: null,
} satisfies Record<SessionAction, string | null>;

export const LOGIN_TYPES = {
  INTERACTIVE: null,
  LOCAL: null,
  RDP: null,
  REMOTE: null,
} satisfies Record<LoginType, string | null>;

/** How a session ended. */
export const END_REASONS = {
  LOGOUT: 'a logout',
  SUPERSEDED: 'the next login with the same login id',
  HOST_STOP: 'the host stopped',
  HOST_RESTART: 'the host started again',
} satisfies Record<SessionEndReason, string>;

/** How a session began. */
export const START_REASONS = {
  LOGIN: 'a login',
  FIRST_SEEN: 'its login was not recorded',
} satisfies Record<SessionStartReason, string>;

/** Truth, with the values of the URL. */
export const TRUTHS = { true: 'yes', false: 'no' } as const;
