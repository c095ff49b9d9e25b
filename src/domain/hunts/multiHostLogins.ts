import { eachLogin } from '../../db/hunts/eachLogin.ts';
import { selectHostsOf } from '../../db/hunts/selectHostsOf.ts';
import type { HostOfLogins } from '../../db/hunts/selectHostsOf.ts';

import { accountKey, formatAccount, readAccountKey } from '../../model/account.ts';
import type { Account } from '../../model/account.ts';
import { atPath, parseList } from '../../model/filter/comparators.ts';
import { SUCCESSFUL_LOGINS, BY_KNOWN_USERS, ofTypes, within } from '../../model/filter/logins.ts';
import { ofAccount, withoutNoise } from '../../model/filter/pivot.ts';
import type { Predicate } from '../../model/filter/predicate.ts';
import { VALID_ACCOUNTS } from '../../model/hunts/analytic.ts';
import { collectMatches } from '../../model/hunts/collectMatches.ts';
import { foldBursts } from '../../model/hunts/foldBursts.ts';
import type { Match } from '../../model/hunts/match.ts';
import { lengthUs, parseCount, parseLength, parseRange } from '../../model/hunts/parameters.ts';
import type { RangeInput, TimeRange } from '../../model/hunts/parameters.ts';
import { toMicroseconds } from '../../model/session/sessionRank.ts';
import { shiftTime } from '../../model/values/time.ts';
import { parseUser } from '../../model/values/user.ts';

import type { ListContext } from '../listContext.ts';

import { defineHunt } from './run/defineHunt.ts';
import { listMatches } from './run/listMatches.ts';

type Input = {
  readonly range: RangeInput;
  readonly window: unknown;
  readonly minHosts: number;
  readonly excludeUsers?: readonly string[] | null | undefined;
  readonly remoteOnly: boolean;
  readonly excludeNoise: boolean;
};

type Parameters = {
  readonly range: TimeRange;
  readonly window: string;
  readonly minHosts: number;
  /** Folded; a name without a domain matches any domain. */
  readonly excludeUsers: readonly string[] | null;
  readonly remoteOnly: boolean;
  readonly excludeNoise: boolean;
};

type MultiHostLogins = Match & {
  readonly account: Account;
  readonly hostCount: number;
  readonly firstAt: string;
  readonly lastAt: string;
  readonly eventCount: number;
  readonly peak: number;
};

/** Finds users who logged in to several hosts within a window. */
export const multiHostLogins = defineHunt({
  id: 'CAR-2013-02-012',
  title: 'User Logged in to Multiple Hosts',
  techniques: VALID_ACCOUNTS,
  finds: 'users on several hosts within a window',
  parse: (input: Input): Parameters => {
    const range = parseRange(input.range);
    return {
      range,
      window: parseLength(input.window, 'window'),
      minHosts: parseCount(input.minHosts, 'minHosts', { least: 2, most: 1_000_000 }),
      excludeUsers: input.excludeUsers ? parseList(input.excludeUsers, 'excludeUsers', foldUser) : null,
      remoteOnly: input.remoteOnly,
      excludeNoise: input.excludeNoise,
    };
  },
  search: async (run) => {
    const { range, window, minHosts } = run.parameters;
    const windowUs = lengthUs(window);
    const logins = loginsOf(run.parameters);
    return listMatches(run, async () => {
      const matches = collectMatches<MultiHostLogins>();
      const rule = { windowUs, least: minHosts, mostOfValue: Infinity, fromUs: toMicroseconds(range.from) };
      const fold = foldBursts(rule, ({ key, first, last, eventCount, valueCount, peak }) => {
        const account = readAccountKey(key);
        const where: readonly Predicate[] = [{ kind: 'between', first, last }, ofAccount(account), ...logins];
        matches.add({
          first,
          account,
          hostCount: valueCount,
          firstAt: first.time,
          lastAt: last.time,
          eventCount,
          peak,
          evidence: { of: 'EVENTS', where },
        });
      });
      const read = within({ from: shiftTime(range.from, -windowUs), until: range.until });
      await eachLogin(
        run.db,
        { where: [...read, ...logins], values: ['hostname', 'userDomain', 'userName'] },
        ({ time, uuid, us, hostname, userDomain, userName }) => {
          if (userName === null) return null;
          return fold.add({ time, uuid, us, key: accountKey({ userDomain, userName }), value: hostname });
        },
      );
      await fold.end();
      return matches.found();
    });
  },
  computed: {
    MultiHostLogins: {
      hosts: async (
        { evidence }: MultiHostLogins,
        _: unknown,
        { db }: ListContext,
      ): Promise<readonly HostOfLogins[]> => selectHostsOf(db, evidence),
    },
  },
});

const loginsOf = ({ excludeUsers, remoteOnly, excludeNoise }: Parameters): readonly Predicate[] => [
  ...SUCCESSFUL_LOGINS,
  BY_KNOWN_USERS,
  ...ofTypes(remoteOnly ? ['RDP', 'REMOTE'] : null),
  ...(excludeUsers === null
    ? []
    : [{ kind: 'not', of: { kind: 'userIn', users: excludeUsers.map(parseUser) } } as const]),
  ...withoutNoise(excludeNoise),
];

const foldUser = (value: unknown, path: string): string =>
  formatAccount(atPath(path, () => parseUser(value)));
