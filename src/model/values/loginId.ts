import { Refusal } from '../refusal.ts';

/**
 * Parses a login id, CAR `login_id`: `0x…` (zero-padded or not), or a decimal as text or as a JSON number up to 2^53.
 *
 * CAR's own page shows 0xf61f3 as 1008115. Canonical: lower-case hex without leading zeros, at most 64 bits.
 *
 * @throws Refusal INVALID_LOGIN_ID for anything else, including hex without 0x, because `10` could be either of two ids.
 */
export const parseLoginId = (value: unknown): string => {
  if (typeof value === 'number') return parseNumber(value);
  if (typeof value !== 'string') throw refuse('must be a string or a number');
  const text = value.trim();
  // BigInt takes time proportional to the square of the number of digits.
  if (text.length > MAX_LENGTH) throw refuse(`is longer than ${MAX_LENGTH} characters`);
  const hex = HEX.exec(text)?.[1];
  if (hex !== undefined) {
    if (hex.length > 16) throw refuse('is longer than 64 bits');
    return `0x${hex.toLowerCase()}`;
  }
  if (!DECIMAL.test(text)) throw refuse('is neither hexadecimal nor decimal');
  const number = BigInt(text);
  if (number > MAX_64_BITS) throw refuse('is longer than 64 bits');
  return `0x${number.toString(16)}`;
};

const MAX_LENGTH = 40;
const HEX = /^0x0*([1-9a-f][0-9a-f]*|0)$/i;
const DECIMAL = /^\d+$/;
const MAX_64_BITS = 2n ** 64n - 1n;

const parseNumber = (value: number): string => {
  if (!Number.isSafeInteger(value) || value < 0) {
    throw refuse('is not a whole number from 0 to 2^53 - 1; send larger ones as text');
  }
  return `0x${value.toString(16)}`;
};

const refuse = (problem: string): Refusal =>
  new Refusal('INVALID_LOGIN_ID', `loginId ${problem}; send "0xf61f3" or the decimal 1008115.`);
