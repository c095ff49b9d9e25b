import { MAX_IN_FLIGHT } from '../../../http/sockets/limitInFlight.ts';
import type { SlotKind } from '../../../http/sockets/limitInFlight.ts';

/** The slots of a server with several workers. A worker leases some at a time, so that most requests need no message to the primary process. */
export type SlotBank = {
  /** `recall` makes the worker give up its unused slots, and returns their number. */
  readonly addWorker: (id: number, recall: (kind: SlotKind) => Promise<number>) => void;
  /** Takes back the slots of a worker that has ended. */
  readonly removeWorker: (id: number) => void;
  /** Leases up to `most` slots. If all are leased, it first recalls the unused ones of the other workers. Returns 0 if all are in use. */
  readonly lease: (id: number, kind: SlotKind, most: number) => Promise<number>;
  readonly giveBack: (id: number, kind: SlotKind, count: number) => void;
};

type Lease = {
  readonly leased: Record<SlotKind, number>;
  readonly recall: (kind: SlotKind) => Promise<number>;
};

/** How long a lease waits for the answers of workers. */
const RECALL_MS = 1000;

/** Makes the bank with the slots of one server. */
export const makeSlotBank = (recallMs = RECALL_MS): SlotBank => {
  const leases = new Map<number, Lease>();
  const grant = (id: number, kind: SlotKind, most: number): number => {
    const lease = leases.get(id);
    if (lease === undefined) return 0;
    const taken = [...leases.values()].reduce((sum, { leased }) => sum + leased[kind], 0);
    const granted = Math.min(most, MAX_IN_FLIGHT - taken);
    lease.leased[kind] += granted;
    return granted;
  };
  const recallFrom = async ({ leased, recall }: Lease, kind: SlotKind): Promise<void> => {
    // A worker that ends does not answer; its slots are free already.
    const recalled = recall(kind).then(
      (count) => void (leased[kind] -= count),
      () => undefined,
    );
    // A worker that answers late returns its slots then.
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => {
      timer = setTimeout(resolve, recallMs);
    });
    await Promise.race([recalled, late]);
    clearTimeout(timer);
  };
  return {
    addWorker: (id, recall) => void leases.set(id, { leased: { requests: 0, uploads: 0 }, recall }),
    removeWorker: (id) => void leases.delete(id),
    lease: async (id, kind, most) => {
      const granted = grant(id, kind, most);
      if (granted > 0) return granted;
      const others = [...leases].filter(([other]) => other !== id);
      await Promise.all(others.map(async ([, lease]) => recallFrom(lease, kind)));
      return grant(id, kind, most);
    },
    giveBack: (id, kind, count) => {
      const lease = leases.get(id);
      if (lease !== undefined) lease.leased[kind] -= count;
    },
  };
};
