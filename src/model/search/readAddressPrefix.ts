/** A range of addresses, both ends inclusive and with all of their groups: a canonical end could be IPv4, which sorts elsewhere. */
export type AddressRange = { readonly first: string; readonly last: string };

/**
 * Finds the addresses whose text begins like this, as ranges in ascending order: `10.2` is 10.2.0.0 to 10.2.255.255, 10.20.0.0 to 10.29.255.255
 * and 10.200.0.0 to 10.255.255.255. Empty for a text without a dot or colon, because it is the beginning of other things, too, and for
 * addresses that `::` shortens in the middle: they are whole.
 */
export const readAddressPrefix = (text: string): readonly AddressRange[] => {
  if (IPV4_PREFIX.test(text)) return readGroups(text, IPV4);
  return IPV6_PREFIX.test(text) ? readGroups(text.replace(/::$/, ':'), IPV6) : [];
};

const IPV4_PREFIX = /^(?:\d{1,3}\.){1,3}\d{0,3}$/;
const IPV6_PREFIX = /^(?:[0-9a-f]{1,4}:){1,7}(?::|[0-9a-f]{0,4})$/i;

/** The notation of a family of addresses. */
type Family = {
  readonly count: number;
  readonly base: number;
  readonly digits: number;
  readonly most: number;
  readonly separator: string;
};

const IPV4: Family = { count: 4, base: 10, digits: 3, most: 255, separator: '.' };
const IPV6: Family = { count: 8, base: 16, digits: 4, most: 0xffff, separator: ':' };

const readGroups = (text: string, family: Family): readonly AddressRange[] => {
  const { count, base, most, separator } = family;
  const texts = text.split(separator);
  const whole = texts.slice(0, -1).map((group) => Number.parseInt(group, base));
  // Leading zeros in IPv4 are refused everywhere.
  const isPadded = base === 10 && texts.some((group) => /^0\d/.test(group));
  if (isPadded || whole.length >= count || whole.some((group) => group > most)) return [];
  const fill = (values: readonly number[], value: number): string =>
    [...values, ...Array.from({ length: count - values.length }, () => value)]
      .map((group) => group.toString(base))
      .join(separator);
  return spansOf(texts.at(-1) ?? '', family).map(([first, last]) => ({
    first: fill([...whole, first], 0),
    last: fill([...whole, last], most),
  }));
};

/** The ranges of the numbers whose digits begin like this; every number begins with no digits. */
const spansOf = (begun: string, { base, digits, most }: Family): readonly (readonly [number, number])[] => {
  if (begun === '') return [[0, most]];
  const value = Number.parseInt(begun, base);
  // No number begins with a zero but zero itself, and padded groups are whole.
  if (begun.startsWith('0')) return [[value, value]];
  return Array.from({ length: digits - begun.length + 1 }, (_, more): readonly [number, number] => {
    const first = value * base ** more;
    return [first, Math.min(most, first + base ** more - 1)];
  }).filter(([first]) => first <= most);
};
