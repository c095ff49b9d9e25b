import { existsSync } from 'node:fs';

import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

/** Debian's browser, which CI installs. */
export const CHROMIUM = '/usr/bin/chromium';
export const hasChromium = existsSync(CHROMIUM);

/** Starts a real headless browser with a new profile. No name but this machine's resolves, so that its own errands stay here. */
export const launchBrowser = async (): Promise<Browser> =>
  chromium.launch({
    executablePath: CHROMIUM,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });

/** GraphiQL in a browser, as a user handles it. */
export type Playground = {
  readonly reload: () => Promise<void>;
  readonly listTabs: () => Promise<readonly string[]>;
  readonly getOpenTab: () => Promise<string>;
  readonly openTab: (name: string) => Promise<void>;
  /** Empties the editor, and leaves the cursor in it. */
  readonly clear: () => Promise<void>;
  /** Runs the open tab and waits until its result shows this; gives the lines that are in view. */
  readonly run: (expected: RegExp) => Promise<string>;
};

/** Opens the playground in a page, ready for use. */
export const openPlayground = async (page: Page, address: string): Promise<Playground> => {
  await page.goto(address);
  await awaitEditor(page);
  return {
    reload: async () => {
      await page.reload();
      await awaitEditor(page);
    },
    listTabs: async () => page.locator('.graphiql-tab-button').allInnerTexts(),
    getOpenTab: async () => page.locator('.graphiql-tab-active').innerText(),
    openTab: async (name) => {
      await page.locator('.graphiql-tab-button', { hasText: name }).click();
      // GraphiQL notices a new query after 100 ms; a robot that runs it earlier is told that there is no such operation.
      await page.waitForURL(({ searchParams }) => searchParams.get('query')?.includes(` ${name} {`) === true);
    },
    clear: async () => {
      await page.locator('.graphiql-query-editor .view-lines').click();
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Delete');
    },
    run: async (expected) => {
      await page.locator('.graphiql-execute-button').click();
      const lines = page.locator('.result-window .view-lines');
      // The editor draws a space as a no-break space.
      await lines.filter({ hasText: new RegExp(expected.source.replaceAll(' ', '\\s')) }).waitFor();
      return (await lines.innerText()).replaceAll('\u{A0}', ' ');
    },
  };
};

const awaitEditor = async (page: Page): Promise<void> => {
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
  await page.locator('.graphiql-execute-button').waitFor();
};
