import { join } from 'node:path';

import type { Browser, Page } from 'playwright-core';

/** When the picture of a page was there, and what that took. */
export type Picture = {
  /** From the start of the navigation, in milliseconds. */
  readonly pictureMs: number;
  /** Requests to the API that were sent until the last answer of which the picture is made. */
  readonly requests: number;
  /** The scripts and styles that were loaded until then, compressed. */
  readonly fileBytes: number;
};

const PROBE = join(import.meta.dirname, 'probe.js');

/** Opens an address in a browser window without cache, and waits for the element that is the picture. The caller closes the window. @throws Error after a minute without it. */
export const openPicture = async (
  browser: Browser,
  url: string,
  selector: string,
): Promise<Picture & { readonly page: Page }> => {
  const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  await page.addInitScript({ path: PROBE });
  await page.goto(url, { waitUntil: 'commit' });
  const picture = await page.evaluate<Picture>(`probe.awaitPicture(${JSON.stringify(selector)})`);
  return { page, ...picture };
};
