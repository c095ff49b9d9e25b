import { describe, expect, test } from '@jest/globals';

import { makeWorkerPool } from '../../../src/http/ingest/makeWorkerPool.ts';
import type { WorkerPool, WorkerPoolOptions } from '../../../src/http/ingest/makeWorkerPool.ts';
import type { ReadingStep } from '../../../src/http/ingest/readBody.ts';

/** A thread that runs some code for each body. */
const threadOf = (atBody: string): URL =>
  new URL(
    `data:text/javascript,${encodeURIComponent(`
      import { parentPort } from 'node:worker_threads';
      parentPort.on('message', (request) => { ${atBody} });
    `)}`,
  );

const list = async (workers: WorkerPool, text = '{}'): Promise<readonly ReadingStep[]> => {
  const steps: ReadingStep[] = [];
  for await (const step of workers.read({ body: Buffer.from(text), query: {} })) steps.push(step);
  return steps;
};

const withWorkerPool = async (
  options: WorkerPoolOptions,
  work: (workers: WorkerPool) => Promise<void>,
): Promise<void> => {
  const workers = makeWorkerPool(options);
  try {
    await work(workers);
  } finally {
    await workers.close();
  }
};

const READ = [{ kind: 'COUNTED', records: 1 }, { kind: 'READ' }];

describe('a thread that dies fails its own request only:', () => {
  test('it throws', async () => {
    const file = threadOf('throw new Error("a bug")');
    await withWorkerPool({ file }, async (workers) => {
      await expect(list(workers)).rejects.toThrow('a bug');
      await expect(list(workers)).rejects.toThrow('a bug');
    });
  });

  test('it ends', async () => {
    await withWorkerPool({ file: threadOf('process.exit(0)') }, async (workers) => {
      await expect(list(workers)).rejects.toThrow('The thread that read the body ended.');
      await expect(list(workers)).rejects.toThrow('The thread that read the body ended.');
    });
  });

  test('it ends between two steps', async () => {
    const file = threadOf(
      `parentPort.postMessage({ kind: 'COUNTED', records: 1 }); setImmediate(() => process.exit(0));`,
    );
    await withWorkerPool({ file }, async (workers) => {
      await expect(list(workers)).rejects.toThrow('The thread that read the body ended.');
    });
  });

  test('it runs out of memory', async () => {
    const file = threadOf('const all = []; for (;;) all.push(Array.from({ length: 100 }, () => ({})));');
    await withWorkerPool({ file, maxHeapMib: 16 }, async (workers) => {
      for (let again = 0; again < 2; again += 1) {
        expect(await list(workers)).toMatchObject([
          { kind: 'REFUSED', refusal: { status: 413, code: 'BODY_TOO_COSTLY' } },
        ]);
      }
    });
  });
});

describe('a thread that takes too long for a step is replaced, and its body is refused:', () => {
  const TOO_SLOW = { kind: 'REFUSED', refusal: { status: 413, code: 'BODY_TOO_COSTLY' } };

  test.each([
    ['it never answers', ''],
    ['it is busy forever', 'for (;;);'],
    ['it backtracks forever', '/^(a|a)*$/.test("a".repeat(99) + "b");'],
  ])('%s', async (_, atBody) => {
    await withWorkerPool({ file: threadOf(atBody), maxStepMs: 50 }, async (workers) => {
      expect(await list(workers)).toMatchObject([TOO_SLOW]);
      expect(await list(workers)).toMatchObject([TOO_SLOW]);
    });
  });

  test('a step after the first', async () => {
    const file = threadOf(`if (request.kind === 'NEXT') for (;;);
      parentPort.postMessage({ kind: 'COUNTED', records: 1 });`);
    await withWorkerPool({ file, maxStepMs: 5000 }, async (workers) => {
      expect(await list(workers)).toMatchObject([{ kind: 'COUNTED' }, TOO_SLOW]);
    });
  });
});

describe('threads', () => {
  test('read one body after another, even after one whose reading was abandoned', async () => {
    await withWorkerPool({}, async (workers) => {
      for await (const step of workers.read({ body: Buffer.from('a\n'.repeat(1000)), query: {} })) {
        expect(step).toEqual({ kind: 'COUNTED', records: 1000 });
        break;
      }
      expect(await list(workers)).toMatchObject(READ);
      expect(await list(workers, '[')).toMatchObject([{ kind: 'REFUSED', refusal: { code: 'BAD_JSON' } }]);
      expect(await list(workers)).toMatchObject(READ);
    });
  });

  test('read all bodies concurrently', async () => {
    await withWorkerPool({}, async (workers) => {
      const all = await Promise.all([list(workers), list(workers), list(workers)]);
      expect(all).toMatchObject([READ, READ, READ]);
    });
  });

  test('end when they are closed, and reject waiting callers', async () => {
    const workers = makeWorkerPool({ file: threadOf('') });
    const waiting = list(workers).catch((error: unknown) => error);
    await workers.close();
    expect(await waiting).toMatchObject({ message: 'The thread that read the body ended.' });
  });
});
