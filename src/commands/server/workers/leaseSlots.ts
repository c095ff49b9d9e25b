import type { SlotKind, Slots } from '../../../http/sockets/limitInFlight.ts';

/** The slots of a worker, which leases them from the primary process. */
export type LeasedSlots = Slots & {
  /** Gives up all unused slots, and returns their number. */
  readonly recall: (kind: SlotKind) => number;
};

type Bank = {
  /** Leases some slots; returns 0 if none is free. */
  readonly lease: (kind: SlotKind) => Promise<number>;
  readonly giveBack: (kind: SlotKind, count: number) => void;
};

/** A worker keeps up to this many unused slots, twice what it leases at once, so that it rarely asks for more or returns some. */
const MOST_UNUSED = 16;

/** Makes the slots of a worker. */
export const leaseSlots = ({ lease, giveBack }: Bank): LeasedSlots => {
  const unused = { requests: 0, uploads: 0 };
  const leasing: Record<SlotKind, Promise<number> | null> = { requests: null, uploads: null };
  const leaseOnce = async (kind: SlotKind): Promise<number> => {
    leasing[kind] ??= lease(kind)
      .then((count) => {
        unused[kind] += count;
        return count;
      })
      .finally(() => {
        leasing[kind] = null;
      });
    return leasing[kind];
  };
  return {
    take: async (kind) => {
      // Other requests that wait for the same lease may use it up.
      for (let leased = 1; unused[kind] === 0 && leased > 0;) leased = await leaseOnce(kind);
      if (unused[kind] === 0) return false;
      unused[kind] -= 1;
      return true;
    },
    release: (kind) => {
      unused[kind] += 1;
      if (unused[kind] <= MOST_UNUSED) return;
      const spare = unused[kind] - MOST_UNUSED / 2;
      unused[kind] -= spare;
      giveBack(kind, spare);
    },
    recall: (kind) => {
      const count = unused[kind];
      unused[kind] = 0;
      return count;
    },
  };
};
