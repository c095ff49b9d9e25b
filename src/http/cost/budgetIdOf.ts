import { isIPv6 } from 'node:net';

import type { Caller } from '../../model/access/caller.ts';

/**
 * Returns the budget that pays for a request: the one of the key or of the token's subject, by id because names need not be unique. Without
 * authentication it is the one of the address; for IPv6 that of the /64 network, because one machine may use all of its addresses.
 */
export const budgetIdOf = ({ kind, id }: Caller, address: string): string => {
  if (kind !== 'ANYONE') return `${kind} ${id}`;
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
