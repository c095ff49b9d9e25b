import { Refusal } from '../refusal.ts';

/**
 * Parses a TCP port, CAR `src_port` and `dest_port`: a whole number from 0 to 65535 (0 is what sources send for "none").
 *
 * @throws Refusal INVALID_PORT.
 */
export const parsePort = (value: unknown, name: string): number => {
  if (typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 65_535) return value;
  throw new Refusal('INVALID_PORT', `${name} must be a whole number from 0 to 65535.`);
};
