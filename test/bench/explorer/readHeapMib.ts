import type { Page } from 'playwright-core';

/** The memory of a page's JavaScript after a garbage collection, in MiB. */
export const readHeapMib = async (page: Page): Promise<number> => {
  const session = await page.context().newCDPSession(page);
  try {
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    return usedSize / 2 ** 20;
  } finally {
    await session.detach();
  }
};
