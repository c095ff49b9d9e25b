import { selectEvent } from '../../db/selectEvents.ts';
import { eachLogin } from '../../db/hunts/eachLogin.ts';
import type { LoginRow } from '../../db/hunts/eachLogin.ts';

import type { Account } from '../../model/account.ts';
import { ALL_LOGINS, FAILED_LOGINS, within } from '../../model/filter/logins.ts';
import { named, ofAccount, withoutNoise } from '../../model/filter/pivot.ts';
import type { Predicate } from '../../model/filter/predicate.ts';
import { collectMatches } from '../../model/hunts/collectMatches.ts';
import { foldBruteForce } from '../../model/hunts/foldBruteForce.ts';
import type { Failure, Success } from '../../model/hunts/foldBruteForce.ts';
import { keyOf, ofTraits, traitsOf } from '../../model/hunts/loginTraits.ts';
import type { KeyTraits, LoginTrait } from '../../model/hunts/loginTraits.ts';
import type { Match } from '../../model/hunts/match.ts';
import { lengthUs, parseCount, parseLength, parseRange } from '../../model/hunts/parameters.ts';
import type { RangeInput } from '../../model/hunts/parameters.ts';
import type { EventKey, LoginEvent } from '../../model/sessionEvent.ts';
import { toMicroseconds } from '../../model/session/sessionRank.ts';
import { shiftTime } from '../../model/values/time.ts';

import type { ListContext } from '../listContext.ts';

import { defineHunt } from './run/defineHunt.ts';
import { listMatches } from './run/listMatches.ts';

/** The traits that the failures and the success have in common. */
type Key = 'SRC_IP' | 'SRC_IP_HOST' | 'SRC_IP_USER' | 'USER_HOST' | 'USER';

const TRAITS: Readonly<Record<Key, readonly LoginTrait[]>> = {
  SRC_IP: ['SRC_IP'],
  SRC_IP_HOST: ['SRC_IP', 'HOST'],
  SRC_IP_USER: ['SRC_IP', 'USER'],
  USER_HOST: ['USER', 'HOST'],
  USER: ['USER'],
};

type Input = {
  readonly range: RangeInput;
  readonly key: Key;
  readonly minFailures: number;
  readonly window: unknown;
  readonly excludeNoise: boolean;
};

/** A success and the failures before it, with the traits of their key, null for other traits. */
type BruteForceThenSuccess = Match &
  Omit<KeyTraits, 'srcNetwork'> & {
    readonly failureCount: number;
    readonly distinctUsersTried: number;
    readonly firstFailureAt: string;
    readonly succeededAt: string;
    readonly successKey: EventKey;
  };

/** Finds successful logins after many failed ones of the same key. */
export const bruteForceThenSuccess = defineHunt({
  title: 'Brute Force, Then a Successful Login',
  techniques: ['T1110', 'T1110.001'],
  finds: 'successful logins after failures of the same source, user or host',
  parse: ({ key, minFailures, excludeNoise, ...input }: Input) => {
    const range = parseRange(input.range);
    return {
      range,
      key,
      minFailures: parseCount(minFailures, 'minFailures', { least: 1, most: 1_000_000 }),
      window: parseLength(input.window, 'window'),
      excludeNoise,
    };
  },
  search: async (run) => {
    const { range, key, minFailures, window, excludeNoise } = run.parameters;
    const by = TRAITS[key];
    const windowUs = lengthUs(window);
    const shown = withoutNoise(excludeNoise);
    const read = [...within({ from: shiftTime(range.from, -windowUs), until: range.until }), ...shown];
    return listMatches(run, async () => {
      const matches = collectMatches<BruteForceThenSuccess>();
      const rule = { windowUs, least: minFailures, fromUs: toMicroseconds(range.from) };
      const fold = foldBruteForce<KeyedSuccess>(
        rule,
        ({ success, firstFailure, failureCount, userCount }) => {
          const { time, uuid, hostname } = success;
          const last = { time, uuid };
          const first = { time: firstFailure.time, uuid: firstFailure.uuid };
          const { srcNetwork: _, ...traits } = traitsOf(success, by);
          const logins = [{ kind: 'between', first, last } as const, ALL_LOGINS];
          const ofKey = ofTraits({ ...traits, account: null, srcNetwork: null });
          matches.add({
            first: last,
            ...traits,
            failureCount,
            distinctUsersTried: userCount,
            firstFailureAt: first.time,
            succeededAt: time,
            successKey: { hostname, time, uuid },
            evidence: { of: 'EVENTS', where: [...logins, ...ofKey, ...ofUser(traits.account, by), ...shown] },
          });
        },
      );
      await eachLogin(
        run.db,
        {
          where: [...read, ALL_LOGINS],
          values: key === 'USER' ? [...VALUES, 'isOfUnknownDomain'] : VALUES,
          candidates: { by: byName(by), where: [...read, ...FAILED_LOGINS], least: minFailures },
        },
        (login: Login) => fold(addKeys(login, by)),
      );
      return matches.found();
    });
  },
  computed: {
    BruteForceThenSuccess: {
      success: async (
        { successKey }: BruteForceThenSuccess,
        _: unknown,
        { db }: ListContext,
      ): Promise<LoginEvent | null> => {
        const event = await selectEvent(db, successKey);
        return event?.action === 'LOGIN' ? event : null;
      },
    },
  },
});

const VALUES = ['hostname', 'userDomain', 'userName', 'srcIp', 'loginSuccessful'] as const;
type Login = LoginRow<(typeof VALUES)[number]> & { readonly isOfUnknownDomain?: boolean };
type KeyedSuccess = Login & Success;

/**
 * Failures have the domain that the client sent. With a source or a host in the key, the name identifies the user. A user alone is compared
 * with the domain too, unless no login has ever succeeded in the domain of the failure.
 */
const addKeys = (login: Login, by: readonly LoginTrait[]): Failure | KeyedSuccess => {
  const key = keyOf(login, by);
  const nameKey = `\n${keyOf(login, byName(by))}`;
  const isByName = by.length > 1 || login.isOfUnknownDomain === true;
  if (!login.loginSuccessful) {
    return Object.assign(login, { isSuccess: false as const, key: isByName ? nameKey : key });
  }
  return Object.assign(login, { isSuccess: true as const, key, failureKeys: [nameKey, key] });
};

/** The same traits with the user's name instead of the account. */
const byName = (by: readonly LoginTrait[]): readonly LoginTrait[] =>
  by.map((trait) => (trait === 'USER' ? 'USER_NAME' : trait));

/** The failures and the success of a match, as far as its key has the user. */
const ofUser = (account: Account | null, by: readonly LoginTrait[]): readonly Predicate[] => {
  if (account === null) return [];
  const own = ofAccount(account);
  const ofFailures: readonly Predicate[] =
    by.length > 1 ? FAILED_LOGINS : [...FAILED_LOGINS, { kind: 'unknownDomain' }];
  return [named(account.userName), { kind: 'or', of: [own, { kind: 'and', of: ofFailures }] }];
};
