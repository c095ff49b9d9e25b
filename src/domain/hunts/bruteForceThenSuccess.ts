import { selectEvent } from '../../db/selectEvents.ts';
import { eachLogin } from '../../db/hunts/eachLogin.ts';
import type { LoginRow } from '../../db/hunts/eachLogin.ts';

import { accountKey, accountOf } from '../../model/account.ts';
import { ALL_LOGINS, FAILED_LOGINS, within } from '../../model/filter/logins.ts';
import { withoutNoise } from '../../model/filter/pivot.ts';
import { collectMatches } from '../../model/hunts/collectMatches.ts';
import { foldBruteForce } from '../../model/hunts/foldBruteForce.ts';
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
      const fold = foldBruteForce<KeyedLogin>(rule, ({ success, firstFailure, failureCount, userCount }) => {
        const { time, uuid, hostname } = success;
        const last = { time, uuid };
        const first = { time: firstFailure.time, uuid: firstFailure.uuid };
        const { srcNetwork: _, ...traits } = traitsOf(success, by);
        const failures = [{ kind: 'between', first, last } as const, ALL_LOGINS];
        matches.add({
          first: last,
          ...traits,
          failureCount,
          distinctUsersTried: userCount,
          firstFailureAt: first.time,
          succeededAt: time,
          successKey: { hostname, time, uuid },
          evidence: { of: 'EVENTS', where: [...failures, ...ofTraits(traitsOf(success, by)), ...shown] },
        });
      });
      await eachLogin(
        run.db,
        {
          where: [...read, ALL_LOGINS],
          values: VALUES,
          candidates: { by, where: [...read, ...FAILED_LOGINS], least: minFailures },
        },
        (login) => fold(addKey(login, by)),
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
type Login = LoginRow<(typeof VALUES)[number]>;
type KeyedLogin = Login & { readonly key: string; readonly user: string | null; readonly isSuccess: boolean };

const addKey = (login: Login, by: readonly LoginTrait[]): KeyedLogin => {
  const account = accountOf(login);
  return Object.assign(login, {
    key: keyOf(login, by),
    user: account === null ? null : accountKey(account),
    isSuccess: login.loginSuccessful,
  });
};
