import { BlockList } from 'node:net';

import { Refusal } from '../refusal.ts';

import { canonicalAddress } from './ipAddress.ts';

/** Private and link-local networks. */
export const PRIVATE: readonly string[] = [
  '10.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  'fc00::/7',
  '169.254.0.0/16',
  'fe80::/10',
];

/** The host itself. */
export const LOOPBACK: readonly string[] = ['127.0.0.0/8', '::1/128'];

/** Makes a test of whether an address lies in one of the networks. Addresses and networks are canonical. */
export const makeNetworkTest = (networks: readonly string[]): ((address: string) => boolean) => {
  const list = new BlockList();
  for (const network of networks) {
    const [base = '', length] = network.split('/');
    list.addSubnet(base, Number(length), familyOf(base));
  }
  return (address) => list.check(address, familyOf(address));
};

const familyOf = (address: string): 'ipv4' | 'ipv6' => (address.includes(':') ? 'ipv6' : 'ipv4');

/**
 * Parses a network such as `10.0.0.0/8` or `fe80::/10`; an address alone is the network of that one address. Host bits
 * may be set, because people paste networks like that.
 *
 * @throws Refusal INVALID_CIDR.
 */
export const parseCidr = (value: unknown, name: string): string => {
  const [address = '', prefix, ...rest] = typeof value === 'string' ? value.trim().split('/', 3) : [];
  const canonical = address.includes('%') ? null : canonicalAddress(address);
  if (canonical === null || rest.length > 0) throw refuse(name);
  const mapped = address.includes(':') && !canonical.includes(':') ? 96 : 0;
  const bits = canonical.includes(':') ? 128 : 32;
  if (prefix === undefined) return `${canonical}/${bits}`;
  const length = /^\d{1,3}$/.test(prefix) ? Number(prefix) - mapped : -1;
  if (length < 0 || length > bits) throw refuse(name);
  return `${canonical}/${length}`;
};

const refuse = (name: string): Refusal =>
  new Refusal(
    'INVALID_CIDR',
    `${name} is not a valid CIDR network; send one like 10.0.0.0/8 (prefix length up to 32) or fe80::/10 (up to 128).`,
  );
