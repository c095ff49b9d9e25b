import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';

import { recordDemo } from '../../src/domain/recordDemo.ts';
import { useApi } from '../support/api.ts';
import { awaitEditor, CHROMIUM, hasChromium, launchBrowser, openPlayground } from '../support/browser.ts';
import { RULES, useDatabase } from '../support/database.ts';

// CI has to have the browser: there its absence is a failure.
const isRun = hasChromium || process.env['CI'] !== undefined;
const title = isRun
  ? 'the playground in Chromium'
  : `NOT RUN, ${CHROMIUM} is not there: the playground in Chromium`;

const STEP_TIMEOUT_MS = 20_000;
const TEST_TIMEOUT_MS = 90_000;

const TABS = ['NewestEvents', 'FailedRdpLogins', 'HostTimeline', 'CarExample', 'MixedBatch'];

(isRun ? describe : describe.skip)(title, () => {
  const database = useDatabase();
  const api = useApi(database);
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let requests: string[];
  let problems: string[];

  beforeAll(async () => {
    await recordDemo(database(), RULES);
    browser = await launchBrowser();
  });
  afterAll(async () => browser?.close());

  beforeEach(async () => {
    requests = [];
    problems = [];
    context = await browser.newContext({ viewport: { width: 1400, height: 960 } });
    context.setDefaultTimeout(STEP_TIMEOUT_MS);
    context.on('request', (request) => requests.push(request.url()));
    context.on('requestfailed', (request) =>
      problems.push(`${request.failure()?.errorText}: ${request.url()}`),
    );
    context.on('console', (message) => problems.push(`${message.type()}: ${message.text()}`));
    context.on('weberror', (error) => problems.push(`thrown: ${error.error().message}`));
    page = await context.newPage();
  });
  afterEach(async () => context.close());

  /** No request left the server, and neither the page nor its policy complained. */
  const expectPeace = (): void => {
    expect(problems).toEqual([]);
    const { origin } = new URL(api().url);
    expect(requests.filter((url) => !url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url))).toEqual([]);
    expect(requests).toContain(api().url);
  };

  test(
    'every tab runs and shows rows, also after a reload',
    async () => {
      const playground = await openPlayground(page, api().url);
      expect(await playground.listTabs()).toEqual(TABS);
      expect(await playground.run(/"hostname": "WS2"/)).toContain('"value": 40');
      await playground.chooseTab('FailedRdpLogins');
      expect(await playground.run(/"value": 12/)).toContain('"user": "CORP\\\\mia"');
      await playground.chooseTab('HostTimeline');
      expect(await playground.run(/ReconnectEvent/)).toContain('"srcIp": "203.0.113.99"');
      await playground.chooseTab('CarExample');
      expect(await playground.run(/"status": "ACCEPTED"/)).toContain('"accepted": 1');
      expect(await playground.run(/"status": "DUPLICATE"/)).toContain('"duplicates": 1');
      await playground.chooseTab('MixedBatch');
      expect(await playground.run(/"rejected": 1/)).toContain('"code": "INVALID_TIME"');

      await page.reload();
      await awaitEditor(page);
      expect(await playground.listTabs()).toEqual(TABS);
      expect(await playground.run(/"rejected": 1/)).toContain('"duplicates": 2');
      await playground.chooseTab('HostTimeline');
      expect(await playground.run(/ReconnectEvent/)).toContain('"srcIp": "203.0.113.99"');
      expectPeace();
    },
    TEST_TIMEOUT_MS,
  );

  test(
    'the first reload finds the tabs as they were, without an empty one',
    async () => {
      const playground = await openPlayground(page, api().url);
      await page.reload();
      await awaitEditor(page);
      expect(await playground.listTabs()).toEqual(TABS);
      expect(await page.locator('.graphiql-tab-active').innerText()).toBe('NewestEvents');
      expect(await playground.run(/"hostname": "WS2"/)).toContain('"value"');
      expectPeace();
    },
    TEST_TIMEOUT_MS,
  );

  test(
    'what is typed is completed and goes into the address, which gives the page again',
    async () => {
      const playground = await openPlayground(page, api().url);
      await playground.type('query Mine { overview { ho');
      await page.locator('.suggest-widget', { hasText: 'hosts' }).waitFor();
      await page.keyboard.press('Enter');
      await page.waitForURL(/\?query=query\+Mine.*hosts/);
      await page.reload();
      await awaitEditor(page);
      expect(await page.locator('.graphiql-tab-active').innerText()).toBe('Mine');
      expect(await playground.run(/"hosts":/)).toMatch(/"hosts": [56]\n/);
      expectPeace();
    },
    TEST_TIMEOUT_MS,
  );

  test(
    'a query that is too long for an address survives a reload all the same',
    async () => {
      const playground = await openPlayground(page, api().url);
      await playground.type(`query Long { overview { hosts } }${'\n# and so on, and so on'.repeat(900)}`);
      await page.locator('.graphiql-tab-button', { hasText: 'Long' }).waitFor();
      await page.waitForTimeout(1000);
      expect(page.url()).toBe(api().url);
      await page.reload();
      await awaitEditor(page);
      expect(await page.locator('.graphiql-tab-active').innerText()).toBe('Long');
      expect(await playground.run(/"hosts":/)).toMatch(/"hosts": [56]\n/);
      expectPeace();
    },
    TEST_TIMEOUT_MS,
  );

  test('a link with a query opens it', async () => {
    const query = encodeURIComponent('query Linked { overview { accounts } }');
    const playground = await openPlayground(page, `${api().url}?query=${query}`);
    expect(await playground.run(/"accounts":/)).toContain('"overview"');
    expect(requests[0]).toBe(`${api().url}?query=${query}`);
  });

  test(
    'the docs have the descriptions of the schema',
    async () => {
      await openPlayground(page, api().url);
      await page.getByLabel('Show Documentation Explorer').click();
      const docs = page.locator('.graphiql-plugin');
      for (const [name, text] of [
        ['Query', 'Everything that can be asked.'],
        ['sessionEvents', 'Events, newest first unless ordered otherwise, in Relay pages.'],
        ['SessionEventConnection', 'A page of events.'],
        ['SessionEvent', 'What a host recorded about a user’s session.'],
      ] as const) {
        await docs.getByRole('link', { name, exact: true }).first().click();
        await docs
          .getByText(text.split('’')[0] ?? '')
          .first()
          .waitFor();
      }
      expectPeace();
    },
    TEST_TIMEOUT_MS,
  );

  test('the page can reach nobody else', async () => {
    await openPlayground(page, api().url);
    const outcomes = await page.evaluate(async () => {
      const attempt = (make: (done: (outcome: string) => void) => unknown): Promise<string> =>
        new Promise((resolve) => {
          make(resolve);
        });
      return Promise.all([
        fetch('http://other.example/').then(String, (error: Error) => error.name),
        attempt((done) => {
          const image = new Image();
          image.onerror = () => done('no image');
          image.src = 'http://other.example/a.png';
        }),
        attempt((done) => {
          const script = document.createElement('script');
          script.onerror = () => done('no script');
          script.src = 'http://other.example/a.js';
          document.head.append(script);
        }),
      ]);
    });
    expect(outcomes).toEqual(['TypeError', 'no image', 'no script']);
    expect(problems.filter((problem) => problem.includes('Content Security Policy')).length).toBeGreaterThan(
      2,
    );
    expect(problems).toEqual(
      expect.arrayContaining(['csp: http://other.example/a.js', 'csp: http://other.example/a.png']),
    );
  });
});
