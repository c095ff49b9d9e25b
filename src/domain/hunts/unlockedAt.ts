import { selectHostLocks } from '../../db/hunts/selectHostLocks.ts';
import { DeadlineError } from '../../db/errors.ts';
import { eachUnlockable } from '../../db/hunts/eachUnlockable.ts';

import type { LoginType } from '../../model/action.ts';
import { atPath } from '../../model/filter/comparators.ts';
import { ofTypes } from '../../model/filter/logins.ts';
import { withoutNoise } from '../../model/filter/pivot.ts';
import { VALID_ACCOUNTS } from '../../model/hunts/analytic.ts';
import { collectMatches } from '../../model/hunts/collectMatches.ts';
import type { FoundMatches } from '../../model/hunts/collectMatches.ts';
import { eventsAt } from '../../model/hunts/match.ts';
import type { Match } from '../../model/hunts/match.ts';
import { lengthUs, parseLength, parseLoginTypes } from '../../model/hunts/parameters.ts';
import { Refusal } from '../../model/refusal.ts';
import type { StoredSession } from '../../model/session/session.ts';
import { formatDuration } from '../../model/session/sessionDuration.ts';
import type { ProvenSession } from '../../model/session/sessionPeriods.ts';
import { toMicroseconds } from '../../model/session/sessionRank.ts';
import type { Position } from '../../model/sessionEvent.ts';
import { parseTime, shiftTime } from '../../model/values/time.ts';

import type { ListContext } from '../listContext.ts';
import { findActiveSince } from '../sessionStates.ts';
import type { ActiveSession } from '../sessionStates.ts';

import { defineHunt } from './run/defineHunt.ts';
import type { HuntRun } from './run/defineHunt.ts';
import { listMatches } from './run/listMatches.ts';

type Input = {
  readonly at: unknown;
  readonly minUnlocked: unknown;
  readonly loginTypes?: readonly LoginType[] | null | undefined;
  readonly excludeNoise: boolean;
};

type Parameters = {
  readonly at: string;
  readonly minUnlocked: string;
  readonly loginTypes: readonly LoginType[] | null;
  readonly excludeNoise: boolean;
};

/** A session that is open and not locked at `at`, and since when it is unlocked. */
type UnlockedAt = Match & {
  readonly session: StoredSession;
  readonly at: string;
  readonly unlockedSince: string;
};

/** Finds sessions that are open and not locked at a time: desktops open to any passer-by. The longest unlocked come first. */
export const unlockedAt = defineHunt({
  title: 'Sessions Left Unlocked',
  techniques: VALID_ACCOUNTS,
  finds: 'sessions that were open and not locked at a given time, and since when',
  parse: ({ at, minUnlocked, loginTypes, excludeNoise }: Input): Parameters => ({
    at: atPath('at', () => parseTime(at)),
    minUnlocked: parseLength(minUnlocked, 'minUnlocked'),
    loginTypes: parseLoginTypes(loginTypes),
    excludeNoise,
  }),
  search: async (run) => listMatches(run, async () => findUnlocked(run).catch(refuseSlow)),
  computed: {
    UnlockedAt: {
      unlockedFor: (match: UnlockedAt): string => formatDuration(unlockedUs(match)),
      unlockedSeconds: (match: UnlockedAt): number => unlockedUs(match) / 1_000_000,
      /** Whether the host reported any LOCK from the start of the session to `at`, both inclusive. */
      hostLocks: async (
        { session: { hostname, startedAt }, at }: UnlockedAt,
        _: unknown,
        { db }: ListContext,
      ): Promise<boolean> => selectHostLocks(db, { hostname, from: startedAt, until: shiftTime(at, 1) }),
    },
  },
});

const findUnlocked = async ({ db, parameters }: HuntRun<Parameters>): Promise<FoundMatches<UnlockedAt>> => {
  const { at, minUnlocked, loginTypes, excludeNoise } = parameters;
  const since = shiftTime(at, -lengthUs(minUnlocked));
  const where = [
    { kind: 'until', field: 'started', time: shiftTime(since, 1) } as const,
    ...ofTypes(loginTypes),
    ...withoutNoise(excludeNoise),
  ];
  const unlockable: ProvenSession[] = [];
  await eachUnlockable(db, { at, where }, (found) => void unlockable.push(found));
  const matches = collectMatches<UnlockedAt>();
  for (let start = 0; start < unlockable.length; start += SESSIONS_AT_ONCE) {
    const batch = unlockable.slice(start, start + SESSIONS_AT_ONCE);
    const unlocked = await Promise.all(batch.map(async (found) => findActiveSince(db, found, at)));
    for (const found of unlocked) {
      if (found !== null && found.since.time <= since) matches.add(makeMatch(found, at));
    }
  }
  return matches.found();
};

const SESSIONS_AT_ONCE = 1000;

/** The first event of the session and the one that unlocked it prove the match. Its position is the time since which the session is unlocked. */
const makeMatch = ({ session, since }: ActiveSession, at: string): UnlockedAt => {
  const start: Position = { time: session.startedAt, uuid: session.startUuid };
  return {
    first: { time: since.time, uuid: session.startUuid },
    session,
    at,
    unlockedSince: since.time,
    evidence: eventsAt(session.hostname, since.uuid === start.uuid ? [start] : [start, since]),
  };
};

const unlockedUs = ({ unlockedSince, at }: UnlockedAt): number =>
  toMicroseconds(at) - toMicroseconds(unlockedSince);

const refuseSlow = (error: unknown): never => {
  if (!(error instanceof DeadlineError)) throw error;
  throw new Refusal(
    'DEADLINE_EXCEEDED',
    'Reading the sessions that are open at `at` took longer than the deadline; send fewer loginTypes or a longer minUnlocked.',
    'at',
  );
};
