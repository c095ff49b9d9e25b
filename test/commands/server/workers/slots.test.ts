import { setImmediate } from 'node:timers/promises';

import { describe, expect, test } from '@jest/globals';

import { leaseSlots } from '../../../../src/commands/server/workers/leaseSlots.ts';
import { makeSlotBank } from '../../../../src/commands/server/workers/makeSlotBank.ts';
import type { SlotBank } from '../../../../src/commands/server/workers/makeSlotBank.ts';
import { MAX_IN_FLIGHT } from '../../../../src/http/sockets/limitInFlight.ts';
import { makeDeferred } from '../../../support/makeDeferred.ts';
import { makeRandom } from '../../../support/makeRandom.ts';

const KIND = 'requests';

/** Messages between processes take a turn of the event loop, and arrive in order. */
const pass = async (): Promise<void> => setImmediate();

const addWorker = (bank: SlotBank, id: number) => {
  const slots = leaseSlots({
    lease: async (kind) => {
      await pass();
      const count = await bank.lease(id, kind, 8);
      await pass();
      return count;
    },
    giveBack: (kind, count) => void pass().then(() => bank.giveBack(id, kind, count)),
  });
  bank.addWorker(id, async (kind) => {
    await pass();
    const count = slots.recall(kind);
    await pass();
    return count;
  });
  return slots;
};

const addWorkers = (bank: SlotBank, count: number) =>
  Array.from({ length: count }, (_, id) => addWorker(bank, id));

const takeAll = async (slots: ReturnType<typeof addWorker>): Promise<number> => {
  let taken = 0;
  while (await slots.take(KIND)) taken += 1;
  return taken;
};

test('one worker can use all slots while the others use none', async () => {
  const workers = addWorkers(makeSlotBank(), 4);
  for (const worker of workers) {
    await worker.take(KIND);
    worker.release(KIND);
  }
  expect(await takeAll(workers[2]!)).toBe(MAX_IN_FLIGHT);
});

test.each([2, 3, 16])('%d workers get all slots together, and no more', async (count) => {
  const workers = addWorkers(makeSlotBank(), count);
  const taken = await Promise.all(workers.map(takeAll));
  expect(taken.reduce((sum, some) => sum + some, 0)).toBe(MAX_IN_FLIGHT);
});

test('each kind has its own slots', async () => {
  const [worker] = addWorkers(makeSlotBank(), 2);
  expect(await takeAll(worker!)).toBe(MAX_IN_FLIGHT);
  expect(await worker!.take('uploads')).toBe(true);
});

test('the slots of a worker that ends are free', async () => {
  const bank = makeSlotBank();
  const [first, second] = addWorkers(bank, 2);
  expect(await takeAll(first!)).toBe(MAX_IN_FLIGHT);
  expect(await second!.take(KIND)).toBe(false);
  bank.removeWorker(0);
  expect(await takeAll(second!)).toBe(MAX_IN_FLIGHT);
});

test('a worker that does not answer delays a lease, and its slots stay leased', async () => {
  const bank = makeSlotBank(10);
  const never = makeDeferred();
  bank.addWorker(0, async () => never.promise.then(() => 0));
  expect(await bank.lease(0, KIND, 8)).toBe(8);
  expect(await takeAll(addWorker(bank, 1))).toBe(MAX_IN_FLIGHT - 8);
});

test('a worker that answers late returns its slots then', async () => {
  const bank = makeSlotBank(10);
  const late = makeDeferred();
  let unused = 8;
  bank.addWorker(0, async () => {
    await late.promise;
    const count = unused;
    unused = 0;
    return count;
  });
  expect(await bank.lease(0, KIND, 8)).toBe(8);
  const second = addWorker(bank, 1);
  expect(await takeAll(second)).toBe(MAX_IN_FLIGHT - 8);
  late.resolve();
  await pass();
  expect(await takeAll(second)).toBe(8);
});

describe('random requests', () => {
  test.each(Array.from({ length: 20 }, (_, seed) => seed))(
    'never use more slots than there are, and all are free in the end (seed %d)',
    async (seed) => {
      const random = makeRandom(seed);
      const workers = addWorkers(makeSlotBank(), 2 + (seed % 5));
      let inUse = 0;
      let most = 0;
      let refused = 0;
      const request = async (): Promise<void> => {
        const worker = workers[Math.floor(random() * workers.length)]!;
        if (!(await worker.take(KIND))) {
          refused += 1;
          return;
        }
        inUse += 1;
        most = Math.max(most, inUse);
        for (let turns = Math.floor(random() * 30); turns > 0; turns -= 1) await pass();
        inUse -= 1;
        worker.release(KIND);
      };
      for (let burst = 0; burst < 20; burst += 1) {
        await Promise.all(Array.from({ length: Math.floor(random() * 150) }, request));
      }
      expect(most).toBeLessThanOrEqual(MAX_IN_FLIGHT);
      expect(refused).toBeGreaterThan(0);
      for (let turns = 0; turns < 5; turns += 1) await pass();
      expect(await takeAll(workers[0]!)).toBe(MAX_IN_FLIGHT);
    },
  );
});
