import { existsSync } from 'node:fs';

import { chromium } from 'playwright-core';
import type { Browser, Locator, Page } from 'playwright-core';

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
  readonly page: Page;
  readonly listTabs: () => Promise<readonly string[]>;
  readonly chooseTab: (name: string) => Promise<void>;
  /** Types in place of what the editor holds. */
  readonly type: (text: string) => Promise<void>;
  /** Runs the tab that is open and waits until its result shows this; gives the lines that are in view. */
  readonly run: (expected: RegExp) => Promise<string>;
};

/** Handles the playground of a page: `tabs` are ready when this resolves. */
export const openPlayground = async (page: Page, url: string): Promise<Playground> => {
  await page.goto(url);
  await awaitEditor(page);
  return {
    page,
    listTabs: async () => page.locator('.graphiql-tab-button').allInnerTexts(),
    chooseTab: async (name) => page.locator('.graphiql-tab-button', { hasText: name }).click(),
    type: async (text) => {
      await page.locator('.graphiql-query-editor .view-lines').click();
      await page.keyboard.press('Control+A');
      await (text.length < 100 ? page.keyboard.type(text) : page.keyboard.insertText(text));
    },
    run: async (expected) => {
      await page.locator('.graphiql-execute-button').click();
      const lines = page.locator('.result-window .view-lines');
      // The editor writes spaces as no-break spaces.
      await lines.filter({ hasText: new RegExp(expected.source.replaceAll(' ', '\\s')) }).waitFor();
      return readLines(lines);
    },
  };
};

/** Waits until the editor shows a query and the schema is there. */
export const awaitEditor = async (page: Page): Promise<void> => {
  await page.locator('.graphiql-query-editor .view-line').first().waitFor();
  await page.locator('.graphiql-execute-button:enabled').waitFor();
};

/** The editor's lines that are in view, with plain spaces. */
export const readLines = async (lines: Locator): Promise<string> =>
  (await lines.innerText()).replaceAll('\u{A0}', ' ');
