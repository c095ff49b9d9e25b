import { isIPv6 } from 'node:net';

import type { Caller } from '../../model/access/caller.ts';

/**
 * Whose budget a request is on: the key's or the token's, and where everyone is let in that of the address. Of IPv6 it is the network
 * of 64 bits that one machine may have all of.
 */
export const payerOf = ({ kind, name }: Caller, address: string): string => {
  if (kind !== 'ANYONE') return `${kind} ${name}`;
  if (!isIPv6(address)) return `ADDRESS ${address}`;
  const [head = '', tail = ''] = address.replace(/%.*$/, '').split('::');
  const [first, last] = [head, tail].map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = address.includes('::') ? 8 - (first?.length ?? 0) - (last?.length ?? 0) : 0;
  const groups = [
    ...(first ?? []),
    ...Array.from({ length: Math.max(0, zeros) }, () => '0'),
    ...(last ?? []),
  ];
  // ::ffff:10.0.0.1 is an IPv4 address.
  if (address.includes('.')) return `ADDRESS ${groups.at(-1)}`;
  return `ADDRESS ${groups.slice(0, 4).join(':')}::/64`;
};
