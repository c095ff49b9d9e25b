import { comparePositions } from '../collectMatches.ts';
import type { Position } from '../../sessionEvent.ts';

/** An event that says that a host is reached at an address. */
export type AddressEvent = Position & { readonly ip: string; readonly hostname: string };

/** Tells which host an address was before an event, null where none is known by it. */
export type AddressBook = (ip: string, before: Position) => string | null;

/**
 * Makes the address book of events ordered by (time, id). At a moment an address is one machine: that of the last event before. Later ones say
 * nothing of it, for addresses move.
 */
export const makeAddressBook = (events: readonly AddressEvent[]): AddressBook => {
  const eventsOf = new Map<string, AddressEvent[]>();
  for (const event of events) {
    const own = eventsOf.get(event.ip) ?? [];
    own.push(event);
    eventsOf.set(event.ip, own);
  }
  return (ip, before) => {
    const own = eventsOf.get(ip) ?? [];
    const next = firstIndex(own.length, (index) => comparePositions(own[index] ?? before, before) >= 0);
    return own[next - 1]?.hostname ?? null;
  };
};

/** The first index that a condition holds for, `length` when it holds for none; it holds for all after one that it holds for. */
export const firstIndex = (length: number, holds: (index: number) => boolean): number => {
  let low = 0;
  let high = length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
};
