import { isIPv4, isIPv6 } from 'node:net';

import { Refusal } from '../refusal.ts';

/**
 * Parses an IPv4 or IPv6 address, CAR `src_ip` and `dest_ip`, to the text that Postgres' `host()` returns.
 *
 * `::ffff:a.b.c.d` becomes IPv4, a zone id (`fe80::1%eth0`) is dropped, because it is only meaningful on one machine.
 *
 * @throws Refusal INVALID_IP_ADDRESS, also for leading zeros, which Postgres reads as decimal and others as octal.
 */
export const parseIpAddress = (value: unknown, name: string): string => {
  const address = typeof value === 'string' ? canonicalAddress(value.trim()) : null;
  if (address === null) {
    throw new Refusal(
      'INVALID_IP_ADDRESS',
      `${name} is not an IPv4 or IPv6 address; send one like 10.0.0.54 or fe80::1, without port or prefix length.`,
    );
  }
  return address;
};

/** The canonical text of an address, or null if the text is not an address. */
export const canonicalAddress = (text: string): string | null => {
  if (isIPv4(text)) return text;
  if (!isIPv6(text)) return null;
  const groups = expandGroups(text.split('%', 1)[0] ?? '');
  if (groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff) return dotted(groups);
  return compress(groups);
};

/** The eight 16-bit groups of a valid IPv6 address, a dotted tail included. */
const expandGroups = (address: string): readonly number[] => {
  const dottedTail = DOTTED_TAIL.exec(address);
  const [, a, b, c, d] = dottedTail?.map(Number) ?? [];
  const hex =
    dottedTail === null ? address : `${address.slice(0, dottedTail.index)}${hexPair(a, b)}:${hexPair(c, d)}`;
  const [head = '', tail] = hex.split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: 8 - left.length - right.length }, () => '0');
  return [...left, ...zeros, ...right].map((group) => Number.parseInt(group, 16));
};

const DOTTED_TAIL = /(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})$/;

const hexPair = (high = 0, low = 0): string => (high * 256 + low).toString(16);

/** RFC 5952 text, except that Postgres writes IPv4-compatible addresses (::a.b.c.d) with a dotted tail. */
const compress = (groups: readonly number[]): string => {
  const run = longestZeroRun(groups);
  if (run.start === 0 && run.length === 6) return `::${dotted(groups)}`;
  const text = groups.map((group) => group.toString(16));
  if (run.length < 2) return text.join(':');
  return `${text.slice(0, run.start).join(':')}::${text.slice(run.start + run.length).join(':')}`;
};

const longestZeroRun = (groups: readonly number[]): { readonly start: number; readonly length: number } => {
  let best = { start: 0, length: 0 };
  for (let start = 0; start < 8; start += 1) {
    let end = start;
    while (groups[end] === 0) end += 1;
    if (end - start > best.length) best = { start, length: end - start };
  }
  return best;
};

const dotted = (groups: readonly number[]): string => {
  const [high = 0, low = 0] = groups.slice(6);
  return [high >> 8, high & 255, low >> 8, low & 255].join('.');
};

/** Whether a host, given by name or address, can only be reached from this machine. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);
