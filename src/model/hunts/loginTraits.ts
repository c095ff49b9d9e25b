import { accountKey, accountOf } from '../account.ts';
import type { Account } from '../account.ts';
import { fromAddress, ofAccount, onHost } from '../filter/pivot.ts';
import type { Predicate } from '../filter/predicate.ts';
import type { HostKey } from '../host.ts';

/** What logins are grouped by. USER_NAME is the user without the domain. */
export type LoginTrait = 'HOST' | 'USER' | 'USER_NAME' | 'SRC_IP' | 'SRC_NETWORK';

/** What firstSeen makes combinations of, in the order of its answers. */
export const COMBINABLE_TRAITS = ['USER', 'HOST', 'SRC_IP', 'SRC_NETWORK', 'LOGIN_TYPE'] as const;

/** A trait that a combination of firstSeen can have. */
export type CombinableTrait = (typeof COMBINABLE_TRAITS)[number];

/** The values of a login that its traits are read from. */
type TraitValues = {
  readonly hostname: string;
  readonly userDomain: string | null;
  readonly userName: string | null;
  readonly srcIp: string | null;
  readonly srcNetwork?: string | null;
};

/** The values of the traits that a key has, null for the others. */
export type KeyTraits = {
  readonly host: HostKey | null;
  readonly account: Account | null;
  readonly srcIp: string | null;
  readonly srcNetwork: string | null;
};

/** The key of a login: equal for logins that agree in these traits. No value contains a line break. */
export const keyOf = (login: TraitValues, by: readonly LoginTrait[]): string =>
  by.map((trait) => TEXT[trait](login)).join('\n');

/** The traits of a login that its key has. */
export const traitsOf = (login: TraitValues, by: readonly LoginTrait[]): KeyTraits => ({
  host: by.includes('HOST') ? { hostname: login.hostname } : null,
  account: by.includes('USER') ? accountOf(login) : null,
  srcIp: by.includes('SRC_IP') ? login.srcIp : null,
  srcNetwork: by.includes('SRC_NETWORK') ? (login.srcNetwork ?? null) : null,
});

/** The conditions that hold for the events of a key. */
export const ofTraits = ({ host, account, srcIp, srcNetwork }: KeyTraits): readonly Predicate[] => [
  ...(host === null ? [] : [onHost(host.hostname)]),
  ...(account === null ? [] : [ofAccount(account)]),
  ...(srcIp === null ? [] : [fromAddress(srcIp)]),
  ...(srcNetwork === null ? [] : [{ kind: 'inCidr', field: 'srcIp', networks: [srcNetwork] } as const]),
];

const TEXT = {
  HOST: ({ hostname }) => hostname,
  USER: (login) => {
    const account = accountOf(login);
    return account === null ? '' : accountKey(account);
  },
  USER_NAME: ({ userName }) => userName ?? '',
  SRC_IP: ({ srcIp }) => srcIp ?? '',
  SRC_NETWORK: ({ srcNetwork }) => srcNetwork ?? '',
} as const satisfies Readonly<Record<LoginTrait, (login: TraitValues) => string>>;
