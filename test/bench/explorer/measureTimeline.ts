import type { Browser, Page } from 'playwright-core';

import { formatCount } from '../measurement.ts';
import type { Measurement } from '../measurement.ts';
import { compareFrames, describeFrames, valuesOf } from './compareFrames.ts';
import { openPicture } from './openPicture.ts';
import { readHeapMib } from './readHeapMib.ts';
import { readTotal } from './readTotal.ts';
import { recordFrames } from './recordFrames.ts';

/** Steps of a gesture, of which each is an input. */
const STEPS = 60;

type Timeline = { readonly range: string; readonly host: string };

/** Opens the lanes of a host with very many sessions, and measures the frames while all are loaded, and while they are zoomed and moved. */
export const measureTimeline = async (
  browser: Browser,
  origin: string,
  { range, host }: Timeline,
): Promise<readonly Measurement[]> => {
  const url = `${origin}/?view=host&entity=${host}&${range}`;
  const { page, pictureMs } = await openPicture(browser, url, '.timeline-picture canvas');
  try {
    const startMs = performance.now();
    const loading = await recordFrames(page, async () => moveUntilLoaded(page));
    const loadedMs = pictureMs + performance.now() - startMs;
    const name = `${await countSessions(page)} sessions in ${await page.locator('.timeline-head .muted').innerText()}`;
    const measurements: Measurement[] = [
      {
        name: `${name}: seconds until all are loaded`,
        ratio: loadedMs / 1000,
        target: null,
        detail: describeFrames(loading),
        values: { 'loaded ms': loadedMs, ...valuesOf(loading) },
      },
    ];
    for (const [gesture, act] of Object.entries(GESTURES))
      measurements.push(
        ...compareFrames(`${name}, ${gesture}`, await recordFrames(page, async () => act(page))),
      );
    const heapMib = await readHeapMib(page);
    measurements.push({
      name: `${name}: MiB of the page's JavaScript`,
      ratio: heapMib,
      target: null,
      detail: `${formatCount(heapMib)} MiB after a garbage collection`,
      values: { MiB: heapMib },
    });
    return measurements;
  } finally {
    await page.close();
  }
};

/** The sessions in the table below the picture; its caption has their number when they are more than its rows. */
const countSessions = async (page: Page): Promise<string> => {
  const table = page.locator('table', { has: page.locator('caption', { hasText: 'Sessions,' }) });
  const total = readTotal(await table.locator('caption').innerText());
  return formatCount(total ?? (await table.locator('tbody tr').count()));
};

const repeat = async (act: (step: number) => Promise<void>): Promise<void> => {
  for (let step = 0; step < STEPS; step += 1) await act(step);
};

const boxOf = async (page: Page, selector: string) => {
  const box = await page.locator(selector).boundingBox();
  if (box === null) throw new Error(`The page does not show ${selector}.`);
  return { ...box, middle: { x: box.x + box.width / 2, y: box.y + box.height / 2 } };
};

const LANES = '.timeline-picture canvas';

/** Moves the pointer over the picture while the pages of the list arrive. */
const moveUntilLoaded = async (page: Page): Promise<void> => {
  const { x, width, middle } = await boxOf(page, LANES);
  for (let step = 0; (await page.locator('.answer[aria-busy=true]').count()) > 0; step += 1)
    await page.mouse.move(x + (width * (step % STEPS)) / STEPS, middle.y);
};

const GESTURES: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  'zooming with the wheel': async (page) => {
    const { middle } = await boxOf(page, LANES);
    await page.mouse.move(middle.x, middle.y);
    await page.keyboard.down('Control');
    // In and out again.
    await repeat(async (step) => page.mouse.wheel(0, step < STEPS / 2 ? -60 : 60));
    await page.keyboard.up('Control');
  },
  'zoomed in and dragged': async (page) => {
    await page.locator('.timeline-body').focus();
    for (const key of 'wwwww') await page.keyboard.press(key);
    const { x, width, middle } = await boxOf(page, LANES);
    await page.mouse.move(x + width - 10, middle.y);
    await page.mouse.down();
    await repeat(async (step) => page.mouse.move(x + (width - 20) * (1 - step / STEPS), middle.y));
    await page.mouse.up();
  },
  'moved with a held key': async (page) => {
    await page.locator('.timeline-body').focus();
    await repeat(async (step) => page.keyboard.down(step < STEPS / 2 ? 'a' : 'd'));
    await page.keyboard.up('d');
    await page.keyboard.press('Home');
  },
  'lanes scrolled': async (page) => {
    const { middle } = await boxOf(page, LANES);
    await page.mouse.move(middle.x, middle.y);
    await repeat(async () => page.mouse.wheel(0, 60));
  },
  'the cursor dragged': async (page) => {
    const { x, width, middle } = await boxOf(page, '.axis');
    await page.mouse.move(x + 10, middle.y);
    await page.mouse.down();
    await repeat(async (step) => page.mouse.move(x + 10 + ((width - 20) * step) / STEPS, middle.y));
    await page.mouse.up();
  },
};
