import type { Browser } from 'playwright-core';

import { formatCount } from '../measurement.ts';
import type { Measurement } from '../measurement.ts';
import { compareFrames } from './compareFrames.ts';
import { openPicture } from './openPicture.ts';
import { readHeapMib } from './readHeapMib.ts';
import { recordFrames } from './recordFrames.ts';

/** The pixels of a turn of the wheel. Turns come as fast as the page answers them: 30,000 pixels in a second, if it draws each frame in time. */
const TURN = 500;
/** Turns until the place is looked up. */
const TURNS = 20;
const ROW_PIXELS = 28;

/** Scrolls through the table of events from the top to a row, and measures the frames, and whether any row was seen before it was drawn. */
export const measureRows = async (
  browser: Browser,
  origin: string,
  { range, rows }: { readonly range: string; readonly rows: number },
): Promise<readonly Measurement[]> => {
  const url = `${origin}/?view=events&${range}`;
  const { page } = await openPicture(browser, url, '.rows tbody tr:not(.spacer)');
  try {
    const table = page.locator('.rows');
    const box = await table.boundingBox();
    await page.mouse.move((box?.x ?? 0) + 100, (box?.y ?? 0) + 100);
    const startMs = performance.now();
    const frames = await recordFrames(page, async () => {
      for (let top = 0; top < rows * ROW_PIXELS - (box?.height ?? 0);) {
        for (let turn = 0; turn < TURNS; turn += 1) await page.mouse.wheel(0, TURN);
        top = await table.evaluate((element) => element.scrollTop);
      }
    });
    const seconds = (performance.now() - startMs) / 1000;
    const heapMib = await readHeapMib(page);
    const name = `${formatCount(rows)} rows scrolled in ${formatCount(seconds)} s`;
    return [
      {
        name: `${name}: how often rows were seen before they were drawn`,
        ratio: frames.blank,
        target: { most: 0 },
        detail: `of ${formatCount(frames.workMs.length)} frames; ${formatCount(heapMib)} MiB of JavaScript`,
        values: { blank: frames.blank, frames: frames.workMs.length, MiB: heapMib, seconds },
      },
      ...compareFrames(name, frames),
    ];
  } finally {
    await page.close();
  }
};
