import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect } from '@jest/globals';
import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';

import type { Database } from '../../src/db/client.ts';
import { recordDemo } from '../../src/demo/recordDemo.ts';
import { INGEST, useApi } from './api.ts';
import type { Api } from './api.ts';
import { CHROMIUM, hasChromium, launchBrowser } from './browser.ts';
import { RULES, useDatabase } from './database.ts';
import { LONG_WAIT_MS } from './timeLimits.ts';

// CI must have the browser: there its absence is a failure.
const isRun = hasChromium || process.env['CI'] !== undefined;
const title = isRun ? 'in Chromium' : `NOT RUN, because ${CHROMIUM} does not exist: in Chromium`;

/** The day of the demo's story, as parameters of the page. */
export const DAY = 'from=2026-11-16T00:00:00Z&until=2026-11-17T00:00:00Z';
/** The demo's remote desktop server on that day. */
export const RDP1 = `?view=host&entity=RDP1&${DAY}`;

/** The explorer of the demo in a browser. */
export type Explorer = {
  readonly database: () => Database;
  readonly api: () => Api;
  readonly context: () => BrowserContext;
  readonly page: () => Page;
  /** The addresses that the page has requested. */
  readonly requests: () => readonly string[];
  /** Names the questions that the page has put to the API, in their order: `HostSessions`. */
  readonly questions: () => readonly string[];
  /** Opens the page with these parameters, and waits until it shows a view. */
  readonly open: (search: string) => Promise<Page>;
  /** Expects that all requests went to the server, and that the page and its policy reported no error. */
  readonly expectPeace: () => void;
};

/** Runs tests with the explorer of the demo and these events, each in a new browser window. */
export const describeExplorer = (
  events: readonly object[],
  defineTests: (explorer: Explorer) => void,
): void => {
  (isRun ? describe : describe.skip)(title, () => {
    const database = useDatabase();
    const api = useApi(database);
    let browser: Browser | undefined;
    let context: BrowserContext | undefined;
    let page: Page | undefined;
    let requests: string[];
    let questions: string[];
    let problems: string[];

    beforeAll(async () => {
      await recordDemo(database(), RULES);
      if (events.length > 0) {
        const { data } = await api().query(INGEST, { events });
        expect(data.ingestSessionEvents.accepted).toBe(events.length);
      }
      browser = await launchBrowser();
    });
    afterAll(async () => browser?.close());

    beforeEach(async () => {
      requests = [];
      questions = [];
      problems = [];
      context = await get(browser).newContext({ viewport: { width: 1400, height: 1000 } });
      context.setDefaultTimeout(LONG_WAIT_MS);
      context.on('request', (request) => {
        requests.push(request.url());
        const question = /(?:query|mutation) (\w+)/.exec(request.postData() ?? '')?.[1];
        if (question !== undefined) questions.push(question);
      });
      context.on('console', (message) => problems.push(`${message.type()}: ${message.text()}`));
      context.on('dialog', (dialog) => problems.push(`dialog: ${dialog.message()}`));
      context.on('weberror', (error) => problems.push(`thrown: ${error.error().message}`));
      page = await context.newPage();
    });
    afterEach(async () => context?.close());

    defineTests({
      database,
      api,
      context: () => get(context),
      page: () => get(page),
      requests: () => requests,
      questions: () => questions,
      open: async (search) => {
        await get(page).goto(new URL(`/${search}`, api().url).href);
        await get(page).getByRole('heading', { level: 1 }).waitFor();
        return get(page);
      },
      expectPeace: () => {
        expect(problems).toEqual([]);
        const { origin } = new URL(api().url);
        expect(requests.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith('data:'))).toEqual(
          [],
        );
      },
    });
  });
};

const get = <T>(value: T | undefined): T => {
  if (value === undefined) throw new Error('The browser only runs during tests.');
  return value;
};

/** Holds requests to the API whose body has a text until they are let go. */
export const holdRequests = async (page: Page, text: string): Promise<() => void> => {
  let release = (): void => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route('**/graphql', async (route) => {
    if (route.request().postData()?.includes(text) === true) await released;
    await route.fallback();
  });
  return release;
};

/** The rows of the table of who was on a host. */
export const listWho = (page: Page): Locator =>
  page.getByRole('region', { name: 'Accounts that were logged on' }).locator('tbody tr');

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** Lists what axe finds seriously wrong with a page: rule and element. */
export const listBarriers = async (page: Page): Promise<readonly unknown[]> => {
  const found = await page.evaluate<{
    violations: { id: string; impact: string; nodes: { html: string }[] }[];
  }>(`(() => { ${AXE}; return axe.run(document, { resultTypes: ['violations'] }); })()`);
  return found.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => [id, nodes[0]?.html]);
};
