import { eachLogin } from '../../db/hunts/eachLogin.ts';
import type { LoginRow } from '../../db/hunts/eachLogin.ts';

import { accountKey, accountOf } from '../../model/account.ts';
import { LOGINS, REFUSED, within } from '../../model/filter/logins.ts';
import { withoutNoise } from '../../model/filter/pivot.ts';
import { parseBruteForceThenSuccess } from '../../model/hunts/bruteForceThenSuccess.ts';
import type {
  BruteForceKey,
  BruteForceThenSuccess,
  BruteForceThenSuccessInput,
  BruteForceThenSuccessParameters,
} from '../../model/hunts/bruteForceThenSuccess.ts';
import { collectMatches } from '../../model/hunts/collectMatches.ts';
import { foldBruteForce } from '../../model/hunts/foldBruteForce.ts';
import { keyOf, ofTraits, traitsOf } from '../../model/hunts/loginTraits.ts';
import type { LoginTrait } from '../../model/hunts/loginTraits.ts';
import { lengthUs } from '../../model/hunts/parameters.ts';
import type { PageArguments } from '../../model/page.ts';
import { toMicroseconds } from '../../model/session/sessionRank.ts';
import { shiftTime } from '../../model/values/time.ts';

import type { ListContext } from '../listContext.ts';

import { listMatches } from './listMatches.ts';
import type { HuntEdge, HuntPage } from './listMatches.ts';

export type BruteForceThenSuccessPage = HuntPage<BruteForceThenSuccess, BruteForceThenSuccessParameters>;
export type BruteForceThenSuccessEdge = HuntEdge<BruteForceThenSuccess>;

const TRAITS: Readonly<Record<BruteForceKey, readonly LoginTrait[]>> = {
  SRC_IP: ['SRC_IP'],
  SRC_IP_HOST: ['SRC_IP', 'HOST'],
  SRC_IP_USER: ['SRC_IP', 'USER'],
  USER_HOST: ['USER', 'HOST'],
  USER: ['USER'],
};

/**
 * Finds successful logins after many failed ones of the same key.
 *
 * @throws Refusal for bad parameters, page or cursor.
 */
export const listBruteForceThenSuccess = async (
  { reader, now }: ListContext,
  input: BruteForceThenSuccessInput & PageArguments,
): Promise<BruteForceThenSuccessPage> => {
  const parameters = parseBruteForceThenSuccess(input);
  const { range, key, minFailures, window, excludeNoise } = parameters;
  const by = TRAITS[key];
  const windowUs = lengthUs(window);
  const shown = withoutNoise(excludeNoise);
  const read = [...within({ from: shiftTime(range.from, -windowUs), until: range.until }), ...shown];
  const find = async () => {
    const matches = collectMatches<BruteForceThenSuccess>();
    const rule = { windowUs, least: minFailures, fromUs: toMicroseconds(range.from) };
    const fold = foldBruteForce<KeyedLogin>(rule, ({ success, firstFailure, failureCount, userCount }) => {
      const { time, uuid, hostname } = success;
      const last = { time, uuid };
      const first = { time: firstFailure.time, uuid: firstFailure.uuid };
      const { srcNetwork: _, ...traits } = traitsOf(success, by);
      matches.add({
        first: last,
        ...traits,
        failureCount,
        distinctUsersTried: userCount,
        firstFailureAt: first.time,
        succeededAt: time,
        success: { hostname, time, uuid },
        evidence: {
          of: 'EVENTS',
          where: [{ kind: 'between', first, last }, LOGINS, ...ofTraits(traitsOf(success, by)), ...shown],
        },
      });
    });
    await eachLogin(
      reader,
      {
        where: [...read, LOGINS],
        values: VALUES,
        suspects: { by, where: [...read, ...REFUSED], least: minFailures },
      },
      (login) => fold(keyLogin(login, by)),
    );
    return matches.found();
  };
  return listMatches({ name: 'bruteForceThenSuccess', parameters, now, find }, input);
};

const VALUES = ['hostname', 'userDomain', 'userName', 'srcIp', 'loginSuccessful'] as const;
type Login = LoginRow<(typeof VALUES)[number]>;
type KeyedLogin = Login & { readonly key: string; readonly user: string | null; readonly isSuccess: boolean };

const keyLogin = (login: Login, by: readonly LoginTrait[]): KeyedLogin => {
  const account = accountOf(login);
  return Object.assign(login, {
    key: keyOf(login, by),
    user: account === null ? null : accountKey(account),
    isSuccess: login.loginSuccessful,
  });
};
