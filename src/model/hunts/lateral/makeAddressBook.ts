import { comparePositions } from '../../compare.ts';
import { firstIndex } from '../../firstIndex.ts';
import type { Position } from '../../sessionEvent.ts';

/** An event that shows that a host had an address. */
export type AddressEvent = Position & { readonly ip: string; readonly hostname: string };

/** Returns the host that had an address before an event, null when unknown. */
export type AddressBook = (ip: string, before: Position) => string | null;

/**
 * Makes an address book of events ordered by (time, id). At any time an address belongs to the host of the last event before: addresses
 * move, so later events prove nothing.
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
