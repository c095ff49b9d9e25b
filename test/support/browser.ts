/// <reference lib="dom" />
import { existsSync } from 'node:fs';

import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';

/** Debian's browser, which CI installs. */
export const CHROMIUM = '/usr/bin/chromium';
export const hasChromium = existsSync(CHROMIUM);

/** Starts a real headless browser with a new profile. Only 127.0.0.1 is reachable, so that the browser's own requests do not leave this machine. */
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

/** The playground in a browser, operated as by a user. */
export type Playground = {
  readonly reload: () => Promise<void>;
  readonly listTabs: () => Promise<readonly string[]>;
  /** Waits until the tab with this name is open. GraphiQL names a tab up to 150 ms after it has loaded its query. */
  readonly awaitOpenTab: (name: string) => Promise<void>;
  readonly openTab: (name: string) => Promise<void>;
  /** Opens an example from the menu, by the name of its operation. */
  readonly openExample: (name: string) => Promise<void>;
  /** Empties the editor and keeps it focused. */
  readonly clear: (editor?: Editor) => Promise<void>;
  readonly read: (editor: Editor) => Promise<string>;
  /** Waits until the editor has this text. */
  readonly awaitText: (editor: Editor, expected: RegExp) => Promise<string>;
  /** Runs the open tab and waits until its result contains this text; returns the result. */
  readonly run: (expected: RegExp) => Promise<string>;
};

type Editor = keyof typeof EDITORS;

const EDITORS = {
  query: '.graphiql-query-editor .CodeMirror',
  variables: '.graphiql-editor-tool .graphiql-editor:nth-child(1) .CodeMirror',
  headers: '.graphiql-editor-tool .graphiql-editor:nth-child(2) .CodeMirror',
  result: '.result-window .CodeMirror',
} as const;

/** Opens the playground in a page, ready for use. */
export const openPlayground = async (page: Page, address: string): Promise<Playground> => {
  await page.goto(address);
  await awaitEditor(page);
  const awaitOpenTab = async (name: string): Promise<void> =>
    page.locator('.graphiql-tab-active', { hasText: new RegExp(`^${name}$`) }).waitFor();
  const awaitOpen = async (name: string): Promise<void> => {
    await awaitOpenTab(name);
    // The page writes the open tab into its address after it has filled in the variables.
    await page.waitForURL(({ searchParams }) =>
      new RegExp(`(query|mutation) ${name}\\b`).test(searchParams.get('query') ?? ''),
    );
  };
  const read = async (editor: Editor): Promise<string> => page.evaluate(READ, EDITORS[editor]);
  const awaitText = async (editor: Editor, { source }: RegExp): Promise<string> => {
    await page.waitForFunction(HAS, { selector: EDITORS[editor], source });
    return read(editor);
  };
  return {
    reload: async () => {
      await page.reload();
      await awaitEditor(page);
    },
    listTabs: async () => page.locator('.graphiql-tab-button').allInnerTexts(),
    awaitOpenTab,
    openTab: async (name) => {
      await page.locator('.graphiql-tab-button', { hasText: new RegExp(`^${name}$`) }).click();
      await awaitOpen(name);
    },
    openExample: async (name) => {
      await page.getByRole('button', { name: 'Examples' }).click();
      await page.locator(`[data-tab=${name}]`).click();
      await awaitOpen(name);
    },
    clear: async (editor = 'query') => {
      await page.locator(EDITORS[editor]).click();
      await page.keyboard.press('Control+A');
      await page.keyboard.press('Delete');
    },
    read,
    awaitText,
    run: async (expected) => {
      // Otherwise the result of an earlier run could match.
      await page.evaluate(EMPTY, EDITORS.result);
      await page.locator('.graphiql-execute-button').click();
      return awaitText('result', expected);
    },
  };
};

/** Waits until GraphiQL has stored which tab is open. It does so half a second after the last change; a page loaded before that mixes tabs up. */
export const awaitStoredTab = async (page: Page, name: string): Promise<void> => {
  await page.waitForFunction((title) => {
    const { tabs, activeTabIndex } = JSON.parse(localStorage['graphiql:tabState'] ?? '{"tabs":[]}');
    return tabs[activeTabIndex]?.title === title;
  }, name);
};

type EditorElement = { CodeMirror: { getValue: () => string; setValue: (text: string) => void } };

const READ = (selector: string): string =>
  (document.querySelector(selector) as unknown as EditorElement).CodeMirror.getValue();
const EMPTY = (selector: string): void =>
  (document.querySelector(selector) as unknown as EditorElement).CodeMirror.setValue('');
const HAS = ({ selector, source }: { selector: string; source: string }): boolean =>
  new RegExp(source).test(
    (document.querySelector(selector) as unknown as EditorElement).CodeMirror.getValue(),
  );

const awaitEditor = async (page: Page): Promise<void> => {
  for (const selector of Object.values(EDITORS)) await page.locator(selector).waitFor({ state: 'attached' });
  await page.locator('.graphiql-execute-button').waitFor();
};
