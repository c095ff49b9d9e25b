import { Refusal } from '../model/refusal.ts';
import { parseDuration } from '../model/values/duration.ts';
import { parseHostname } from '../model/values/hostname.ts';

/** The correction of a host's wrong clock, which is added to its times. */
export type Shift = { readonly hostname: string; readonly shiftMs: number; readonly text: string };

/**
 * Parses `HOST=-P730D`: a host, and an ISO 8601 duration of exact length, with its sign.
 *
 * @returns null for anything else.
 */
export const parseShift = (text: string): Shift | null => {
  const [, hostname = '', sign, duration] = /^([^=]+)=([+-]?)(P.+)$/.exec(text) ?? [];
  try {
    const shiftMs = parseDuration(duration, 'shift') * (sign === '-' ? -1 : 1);
    // Event times of logs are shifted by whole milliseconds.
    if (!Number.isInteger(shiftMs)) return null;
    return { hostname: parseHostname(hostname, 'SHORT'), shiftMs, text: `${sign ?? ''}${duration ?? ''}` };
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
};
