// Makes docs/playground.png, the picture in the README: a host's timeline on the demo's events, in a real browser.
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { launchBrowser, openPlayground } from './browser.ts';
import { spawnMain } from './spawnMain.ts';

const PICTURE = 'docs/playground.png';
const SIZE = { width: 1400, height: 960 };

const main = async (): Promise<void> => {
  const dataDir = await mkdtemp(join(tmpdir(), 'sessionscope-picture-'));
  const demo = spawnMain({ flags: ['--demo'], settings: { DATA_DIR: join(dataDir, 'data') } });
  try {
    const url = await demo.url;
    if (url === null) throw new Error(`The demo did not start: ${demo.errors()}`);
    await takePicture(url);
    console.log(`${PICTURE}: ${SIZE.width} x ${SIZE.height}, ${(await stat(PICTURE)).size} bytes`);
  } finally {
    await demo.stop();
    await rm(dataDir, { recursive: true, force: true });
  }
};

const takePicture = async (url: string): Promise<void> => {
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light' });
    const playground = await openPlayground(page, url);
    await playground.openTab('HostTimeline');
    await playground.run(/LogoutEvent/);
    await page.evaluate('document.fonts.ready');
    // Moves the pointer off the button and waits until its tooltip has faded out.
    await page.mouse.move(SIZE.width / 2, SIZE.height - 1);
    await page.waitForTimeout(1000);
    await page.screenshot({ path: PICTURE, caret: 'hide', animations: 'disabled' });
  } finally {
    await browser.close();
  }
};

await main();
