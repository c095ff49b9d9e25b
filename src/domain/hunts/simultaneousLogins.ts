import { selectAccountsOf } from '../../db/hunts/selectAccountsOf.ts';
import { eachBoundary } from '../../db/hunts/eachBoundary.ts';
import { eachLogin } from '../../db/hunts/eachLogin.ts';

import { accountKey } from '../../model/account.ts';
import type { Account } from '../../model/account.ts';
import type { LoginType } from '../../model/action.ts';
import { SUCCESSFUL_LOGINS, BY_KNOWN_USERS, ofTypes, within } from '../../model/filter/logins.ts';
import { onHost, withoutNoise } from '../../model/filter/pivot.ts';
import type { Predicate } from '../../model/filter/predicate.ts';
import type { HostKey } from '../../model/host.ts';
import { VALID_ACCOUNTS } from '../../model/hunts/analytic.ts';
import { collectMatches } from '../../model/hunts/collectMatches.ts';
import type { FoundMatches } from '../../model/hunts/collectMatches.ts';
import { foldBursts } from '../../model/hunts/foldBursts.ts';
import { foldOverlaps } from '../../model/hunts/foldOverlaps.ts';
import type { Match } from '../../model/hunts/match.ts';
import {
  lengthUs,
  parseCount,
  parseLength,
  parseLoginTypes,
  parseRange,
} from '../../model/hunts/parameters.ts';
import type { RangeInput, TimeRange } from '../../model/hunts/parameters.ts';
import { presentWithin } from '../../model/hunts/presence.ts';
import { toMicroseconds } from '../../model/session/sessionRank.ts';
import { shiftTime } from '../../model/values/time.ts';

import type { ListContext } from '../listContext.ts';

import { defineHunt } from './run/defineHunt.ts';
import type { HuntRun } from './run/defineHunt.ts';
import { listMatches } from './run/listMatches.ts';

type Input = {
  readonly range: RangeInput;
  readonly window: unknown;
  readonly minUsers: number;
  readonly loginTypes?: readonly LoginType[] | null | undefined;
  /** WINDOW: users who logged in within a window. OVERLAP: users whose sessions were open at the same time. */
  readonly mode: 'WINDOW' | 'OVERLAP';
  /** Ignored in mode WINDOW. */
  readonly includeUnknown: boolean;
  readonly excludeNoise: boolean;
};

type Parameters = {
  readonly range: TimeRange;
  /** Null in mode OVERLAP. */
  readonly window: string | null;
  readonly minUsers: number;
  readonly loginTypes: readonly LoginType[] | null;
  readonly mode: Input['mode'];
  /** Null in mode WINDOW. */
  readonly includeUnknown: boolean | null;
  readonly excludeNoise: boolean;
};

type SimultaneousLogins = Match & {
  readonly host: HostKey;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly userCount: number;
  readonly eventCount: number;
  readonly peak: number;
};

/**
 * Finds several users on one host at the same time.
 *
 * CAR's pseudocode counts the logins of the whole range where its text says users within an hour. Here the window slides, so that no burst
 * is missed, and each user counts once in any spelling.
 */
export const simultaneousLogins = defineHunt({
  id: 'CAR-2013-02-008',
  title: 'Simultaneous Logins on a Host',
  techniques: VALID_ACCOUNTS,
  finds: 'hosts with several users within a window, or with open sessions of several users',
  parse: ({ minUsers, loginTypes, mode, includeUnknown, excludeNoise, ...input }: Input): Parameters => {
    const range = parseRange(input.range);
    return {
      range,
      window: mode === 'WINDOW' ? parseLength(input.window, 'window') : null,
      minUsers: parseCount(minUsers, 'minUsers', { least: 2, most: 1_000_000 }),
      loginTypes: parseLoginTypes(loginTypes),
      mode,
      includeUnknown: mode === 'OVERLAP' ? includeUnknown : null,
      excludeNoise,
    };
  },
  search: async (run) => {
    const { mode, loginTypes, excludeNoise } = run.parameters;
    const where = [BY_KNOWN_USERS, ...ofTypes(loginTypes), ...withoutNoise(excludeNoise)];
    const find = mode === 'WINDOW' ? findWithinWindow : findOverlapping;
    return listMatches(run, async () => find(run, where));
  },
  computed: {
    SimultaneousLogins: {
      users: async (
        { evidence }: SimultaneousLogins,
        _: unknown,
        { db }: ListContext,
      ): Promise<readonly Account[]> => selectAccountsOf(db, evidence),
    },
  },
});

type Find = (
  run: HuntRun<Parameters>,
  where: readonly Predicate[],
) => Promise<FoundMatches<SimultaneousLogins>>;

const findWithinWindow: Find = async ({ db, parameters }, where) => {
  const { range, window, minUsers } = parameters;
  const windowUs = lengthUs(window ?? '');
  const logins = [...SUCCESSFUL_LOGINS, ...where];
  const matches = collectMatches<SimultaneousLogins>();
  const rule = { windowUs, least: minUsers, mostOfValue: Infinity, fromUs: toMicroseconds(range.from) };
  const fold = foldBursts(rule, ({ key, first, last, eventCount, valueCount, peak }) =>
    matches.add({
      first,
      host: { hostname: key },
      firstAt: first.time,
      lastAt: last.time,
      userCount: valueCount,
      eventCount,
      peak,
      evidence: { of: 'EVENTS', where: [{ kind: 'between', first, last }, onHost(key), ...logins] },
    }),
  );
  const read = within({ from: shiftTime(range.from, -windowUs), until: range.until });
  await eachLogin(
    db,
    { where: [...read, ...logins], values: ['hostname', 'userDomain', 'userName'] },
    ({ time, uuid, us, hostname, userDomain, userName }) => {
      if (userName === null) return null;
      return fold.add({ time, uuid, us, key: hostname, value: accountKey({ userDomain, userName }) });
    },
  );
  await fold.end();
  return matches.found();
};

const findOverlapping: Find = async ({ db, parameters: { range, minUsers, includeUnknown } }, where) => {
  const silenceUs = includeUnknown === true ? null : db.silenceUs;
  const matches = collectMatches<SimultaneousLogins>();
  const fold = foldOverlaps(minUsers, ({ key, first, until, sessionCount, valueCount, peak }) => {
    const open = presentWithin({ from: first.time, until }, silenceUs);
    matches.add({
      first,
      host: { hostname: key },
      firstAt: first.time,
      lastAt: until,
      userCount: valueCount,
      eventCount: sessionCount,
      peak,
      evidence: { of: 'SESSIONS', where: [onHost(key), ...open, ...where] },
    });
  });
  await eachBoundary(db, { range, where, by: 'HOST', distinct: 'USER', silenceUs }, fold.add);
  await fold.end();
  return matches.found();
};
