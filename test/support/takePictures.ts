// Makes docs/pictures, the pictures in the README and in docs/analyst.md: the explorer on the demo's events, in a real browser.
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from 'playwright-core';

import { launchBrowser } from './browser.ts';
import { spawnMain } from './spawnMain.ts';

const FOLDER = 'docs/pictures';
const WIDTH = 1280;
const DAY = 'from=2026-11-16T06:00:00Z&until=2026-11-16T18:00:00Z';

type Picture = {
  readonly name: string;
  readonly height: number;
  readonly search: string;
  /** Leads to what is shown. */
  readonly prepare: (page: Page) => Promise<void>;
};

const PICTURES: readonly Picture[] = [
  {
    name: 'host',
    height: 950,
    search: `?view=host&entity=RDP1&${DAY}&at=2026-11-16T11:00:00Z`,
    prepare: async (page) => {
      await page.getByText('13 lanes').waitFor();
      await page.getByText('The events of the host cover this time.').waitFor();
    },
  },
  {
    name: 'account',
    height: 850,
    search: `?view=account&entity=CORP%5Ccarol&${DAY}&at=2026-11-16T11:00:00Z`,
    prepare: async (page) => {
      await page.getByText('3 lanes').waitFor();
      await page.getByText('of 3 successful logins').waitFor();
    },
  },
  {
    name: 'session',
    height: 850,
    search: `?view=host&entity=WS5&${DAY}`,
    prepare: async (page) => {
      await page.getByRole('link', { name: '0x2c81e4' }).click();
      const events = page.getByRole('region', { name: 'Events of the session' });
      await events.getByText('203.0.113.99 KALI').waitFor();
    },
  },
  {
    name: 'case',
    height: 850,
    search: `?view=case&${DAY}&${['RDP1', 'WS5', 'FS1'].map((host) => `pin=lane:${host}/CORP%5Ccarol`).join('&')}&note=2026-11-16T13:02:48Z%20KALI%20reconnects%20to%20the%20session`,
    prepare: async (page) => {
      const hops = page.getByRole('region', { name: 'Hops' }).last();
      await hops.getByText('events of that host have the address').first().waitFor();
    },
  },
];

const main = async (): Promise<void> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'sessionscope-pictures-'));
  const demo = spawnMain({ flags: ['--demo'], settings: { DATA_DIR: join(dataDir, 'data') } });
  const browser = await launchBrowser();
  try {
    const url = await demo.url;
    if (url === null) throw new Error(`The demo did not start: ${demo.errors()}`);
    for (const picture of PICTURES) {
      const viewport = { width: WIDTH, height: picture.height };
      const page = await browser.newPage({ viewport, colorScheme: 'light' });
      await takePicture(page, new URL(url).origin, picture);
    }
  } finally {
    await browser.close();
    await demo.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
};

const takePicture = async (page: Page, origin: string, picture: Picture): Promise<void> => {
  const path = `${FOLDER}/${picture.name}.png`;
  await page.goto(`${origin}/${picture.search}`);
  await picture.prepare(page);
  await page.evaluate('document.fonts.ready');
  // Messages about loading have gone.
  await page.waitForTimeout(1000);
  await page.screenshot({ path, caret: 'hide', animations: 'disabled' });
  console.log(`${path}: ${WIDTH} x ${picture.height}, ${(await stat(path)).size} bytes`);
};

await main();
