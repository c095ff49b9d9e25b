import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { makeQueue } from '../../../src/model/hunts/makeQueue.ts';

test('behaves like an array with push and shift', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 200, size: 'max' }), (puts) => {
      const queue = makeQueue<number>();
      const items: number[] = [];
      puts.forEach((isPut, n) => {
        if (isPut) {
          queue.put(n);
          items.push(n);
        } else {
          queue.take();
          items.shift();
        }
        expect([queue.oldest(), queue.newest()]).toEqual([items[0] ?? null, items.at(-1) ?? null]);
        expect([...queue.newestFirst()]).toEqual(items.toReversed());
      });
    }),
  );
});
