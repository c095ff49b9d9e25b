import type { LoginType } from '../action.ts';
import { at as atPath } from '../filter/comparators.ts';
import type { StoredSession } from '../session/session.ts';
import type { Position } from '../sessionEvent.ts';
import { parseTime } from '../values/time.ts';

import { eventsAt } from './evidence.ts';
import { parseLength, parseLoginTypes } from './parameters.ts';
import type { SessionMatch } from './sessionMatch.ts';

/** The parameters as a client gives them. */
export type UnlockedAtInput = {
  readonly at: unknown;
  readonly minUnlocked: unknown;
  readonly loginTypes?: readonly LoginType[] | null | undefined;
  readonly excludeNoise: boolean;
};

/** The parameters as they are used. */
export type UnlockedAtParameters = {
  readonly at: string;
  readonly minUnlocked: string;
  readonly loginTypes: readonly LoginType[] | null;
  readonly excludeNoise: boolean;
};

/** A session that is open and not locked at a moment, and since when it is not. */
export type UnlockedAt = SessionMatch & { readonly at: string; readonly unlockedSince: string };

/** @throws Refusal that names the parameter. */
export const parseUnlockedAt = ({
  at,
  minUnlocked,
  loginTypes,
  excludeNoise,
}: UnlockedAtInput): UnlockedAtParameters => ({
  at: atPath('at', () => parseTime(at)),
  minUnlocked: parseLength(minUnlocked, 'minUnlocked'),
  loginTypes: parseLoginTypes(loginTypes),
  excludeNoise,
});

/** An open session, and the UNLOCK since which it is not locked; null when it is not since it began. */
export type UnlockedSession = { readonly session: StoredSession; readonly unlock: Position | null };

/**
 * Makes the match of a session, which the events prove that it begins with and that unlocked it. Matches are in the order of the times since when
 * they are unlocked.
 */
export const makeUnlockedMatch = ({ session, unlock }: UnlockedSession, at: string): UnlockedAt => {
  const start: Position = { time: session.startedAt, uuid: session.startUuid };
  const unlockedSince = (unlock ?? start).time;
  return {
    first: { time: unlockedSince, uuid: session.startUuid },
    session,
    at,
    unlockedSince,
    evidence: eventsAt(session.hostname, unlock === null ? [start] : [start, unlock]),
  };
};
