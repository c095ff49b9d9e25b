import { accountKey, accountOf } from '../account.ts';
import type { Account } from '../account.ts';
import { ofAccount, onHost } from '../filter/pivot.ts';
import type { Predicate } from '../filter/predicate.ts';

/** What logins are told apart by. */
export type LoginTrait = 'HOST' | 'USER' | 'SRC_IP' | 'SRC_NETWORK';

/** What a login says of all traits, and what was read of it. */
type Traits = {
  readonly hostname: string;
  readonly userDomain: string | null;
  readonly userName: string | null;
  readonly srcIp: string | null;
  readonly srcNetwork?: string | null;
};

/** The traits that a key is made of, null for the others. */
export type KeyTraits = {
  readonly hostname: string | null;
  readonly account: Account | null;
  readonly srcIp: string | null;
  readonly srcNetwork: string | null;
};

/** A text that two logins have in common when they agree in these traits. No value holds a line break. */
export const keyOf = (login: Traits, by: readonly LoginTrait[]): string =>
  by.map((trait) => TEXT[trait](login)).join('\n');

/** The traits that a key of a login is made of. */
export const traitsOf = (login: Traits, by: readonly LoginTrait[]): KeyTraits => ({
  hostname: by.includes('HOST') ? login.hostname : null,
  account: by.includes('USER') ? accountOf(login) : null,
  srcIp: by.includes('SRC_IP') ? login.srcIp : null,
  srcNetwork: by.includes('SRC_NETWORK') ? (login.srcNetwork ?? null) : null,
});

/** What holds for the events of a key. */
export const ofTraits = ({ hostname, account, srcIp, srcNetwork }: KeyTraits): readonly Predicate[] => [
  ...(hostname === null ? [] : [onHost(hostname)]),
  ...(account === null ? [] : [ofAccount(account)]),
  ...(srcIp === null ? [] : [{ kind: 'in', field: 'srcIp', values: [srcIp] } as const]),
  ...(srcNetwork === null ? [] : [{ kind: 'inCidr', field: 'srcIp', networks: [srcNetwork] } as const]),
];

const TEXT = {
  HOST: ({ hostname }) => hostname,
  USER: (login) => {
    const account = accountOf(login);
    return account === null ? '' : accountKey(account);
  },
  SRC_IP: ({ srcIp }) => srcIp ?? '',
  SRC_NETWORK: ({ srcNetwork }) => srcNetwork ?? '',
} as const satisfies Readonly<Record<LoginTrait, (login: Traits) => string>>;
