import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';

import { recordDemo } from '../../src/demo/recordDemo.ts';
import { useApi } from '../support/api.ts';
import { CHROMIUM, hasChromium, launchBrowser, openPlayground } from '../support/browser.ts';
import { RULES, useDatabase } from '../support/database.ts';
import { LONG_WAIT_MS } from '../support/timeLimits.ts';

import { SHOWN } from './shownByTab.ts';

// CI must have the browser: there its absence is a failure.
const isRun = hasChromium || process.env['CI'] !== undefined;
const title = isRun ? 'in Chromium' : `NOT RUN, because ${CHROMIUM} does not exist: in Chromium`;

const TABS = Object.keys(SHOWN);
const OPEN_AT_FIRST = ['NewestEvents', 'HostTimeline', 'OpenSessions', 'WhoWasOn', 'AccountDay'];
const TOPICS = [
  'Events',
  'Sessions',
  'Hosts and accounts',
  'Hunts',
  'CAR analytics',
  'Statistics',
  'Administration',
  'Ingest',
];
const LONG = `query Long { overview { hosts { value } } }${`\n#${' and so on'.repeat(10)}`.repeat(80)}`;

const namesOf = (items: readonly Element[]): readonly (string | undefined)[] =>
  items.map((item) => (item as HTMLElement).dataset['tab']);
const focusedName = async (page: Page): Promise<string | undefined> =>
  page.evaluate(() => (document.activeElement as HTMLElement).dataset['tab']);

// A page loads in 2 s, and in 10 s on a busy machine.

(isRun ? describe : describe.skip)(title, () => {
  const database = useDatabase();
  const api = useApi(database);
  let browser: Browser | undefined;
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
    context = await browser!.newContext({ viewport: { width: 1400, height: 960 } });
    context.setDefaultTimeout(LONG_WAIT_MS);
    context.on('request', (request) => requests.push(request.url()));
    context.on('requestfailed', (request) => {
      problems.push(`${request.failure()?.errorText}: ${request.url()}`);
    });
    context.on('console', (message) => problems.push(`${message.type()}: ${message.text()}`));
    context.on('weberror', (error) => problems.push(`thrown: ${error.error().message}`));
    page = await context.newPage();
  });
  afterEach(async () => context?.close());

  /** Expects that all requests went to the server, and that the page and its policy reported no error. */
  const expectPeace = (): void => {
    expect(problems).toEqual([]);
    const { origin } = new URL(api().url);
    expect(requests.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith('data:'))).toEqual([]);
    expect(requests).toContain(api().url);
  };

  test('every example of the menu runs, shows the data of the demo, and is kept after a reload', async () => {
    const playground = await openPlayground(page, api().url);
    expect(await playground.listTabs()).toEqual(OPEN_AT_FIRST);
    expect(await page.locator('[data-tab]').evaluateAll(namesOf)).toEqual(TABS);
    for (const [name, [awaited, shown]] of Object.entries(SHOWN)) {
      await playground.openExample(name);
      expect(await playground.run(awaited)).toContain(shown);
    }
    const opened = [...OPEN_AT_FIRST, ...TABS.filter((name) => !OPEN_AT_FIRST.includes(name))];
    expect(await playground.listTabs()).toEqual(opened);

    // GraphiQL stores its tabs half a second after the last change.
    await page.waitForFunction(
      (count) => JSON.parse(localStorage['graphiql:tabState'] ?? '{"tabs":[]}').tabs.length === count,
      opened.length,
    );
    await playground.reload();
    expect(await playground.listTabs()).toEqual(opened);
    await playground.awaitOpenTab('ContextExample');
    expect(await playground.run(/"duplicates": 3/)).toContain('"accepted": 0');
    await playground.openTab('HostTimeline');
    expect(await playground.run(/ReconnectEvent/)).toContain('"srcIp": "203.0.113.99"');
    expectPeace();
  });

  test('a reload restores the tabs and typed text, whether or not it fits into the URL', async () => {
    const playground = await openPlayground(page, api().url);
    await playground.reload();
    expect(await playground.listTabs()).toEqual(OPEN_AT_FIRST);
    await playground.awaitOpenTab('NewestEvents');
    await playground.clear();
    await page.keyboard.type('query Mine { overview { fi');
    await page.locator('.CodeMirror-hints', { hasText: 'firstAt' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\?query=query\+Mine.*firstAt/);
    await playground.reload();
    await playground.awaitOpenTab('Mine');
    expect(await playground.run(/"firstAt":/)).toContain('"overview"');

    await playground.clear();
    await page.keyboard.insertText(LONG);
    await playground.awaitOpenTab('Long');
    await page.waitForURL(api().url);
    await playground.reload();
    await playground.awaitOpenTab('Long');
    expect(await playground.run(/"hosts":/)).toContain('"overview"');
    expectPeace();
  });

  test('a link with a query and variables opens them', async () => {
    const link = new URL(api().url);
    link.searchParams.set('query', 'query Linked($user: String!) { account(user: $user) { user } }');
    link.searchParams.set('variables', '{"user": "corp\\\\fay"}');
    const playground = await openPlayground(page, link.href);
    await playground.awaitOpenTab('Linked');
    expect(await playground.run(/"account":/)).toContain('CORP\\\\fay');
    expect(requests[0]).toBe(link.href);
    expectPeace();
  });

  test('the docs have the descriptions of the schema', async () => {
    await openPlayground(page, api().url);
    await page.getByLabel('Show Documentation Explorer').click();
    const docs = page.locator('.graphiql-plugin');
    for (const [link, text] of [
      ['Query', 'Every query that a client can send.'],
      ['sessionEvents', 'Events, newest first by default.'],
      ['SessionEventConnection', 'A page of events.'],
      ['SessionEvent', 'Each action has its own type with only the fields that apply to it.'],
    ] as const) {
      await docs.getByRole('link', { name: link, exact: true }).first().click();
      await docs.getByText(text).first().waitFor();
    }
    expectPeace();
  });

  test('the menu can be used with the keyboard, and has names for screen readers', async () => {
    const playground = await openPlayground(page, api().url);
    const opener = page.getByRole('button', { name: 'Examples' });
    const menu = page.getByRole('navigation', { name: 'Examples' });
    await opener.focus();
    await page.keyboard.press('Enter');
    await menu.waitFor();
    expect(await menu.getByRole('heading').allInnerTexts()).toEqual(TOPICS);
    expect(await focusedName(page)).toBe('NewestEvents');
    await page.keyboard.press('Escape');
    await menu.waitFor({ state: 'hidden' });
    expect(await opener.evaluate((button) => button === document.activeElement)).toBe(true);

    await page.keyboard.press('Enter');
    await page.keyboard.press('ArrowUp');
    expect(await focusedName(page)).toBe('ContextExample');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await menu.waitFor({ state: 'hidden' });
    await playground.awaitOpenTab('FailedRdpLogins');
    await page.waitForURL(/FailedRdpLogins/);
    // The cursor is in the query.
    await page.keyboard.press('Control+Enter');
    await playground.awaitText('result', /"value": 12/);
    expectPeace();
  });

  test('in a narrow window the tabs scroll, the open one is visible, and the whole menu can be reached', async () => {
    await page.setViewportSize({ width: 400, height: 700 });
    const playground = await openPlayground(page, api().url);
    await playground.openExample('PasswordSpray');
    const strip = page.locator('.graphiql-tabs');
    expect(await strip.evaluate((element) => getComputedStyle(element).overflowX)).toBe('auto');
    expect(await strip.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true);
    // Tabs are animated.
    await page.waitForFunction(() => {
      const { left, right } = document.querySelector('.graphiql-tab-active')!.getBoundingClientRect();
      return left > 0 && right <= window.innerWidth;
    });
    expect(await playground.run(/"compromisedUsers"/)).toContain('CORP\\\\carol');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(400);
    await playground.openExample('MixedBatch');
    await playground.awaitOpenTab('MixedBatch');

    // The page does not scroll back to the open tab while the user looks for another one.
    await strip.evaluate((element) => (element.scrollLeft = 0));
    await page.waitForTimeout(1500);
    expect(await strip.evaluate((element) => element.scrollLeft)).toBe(0);
    expectPeace();
  });

  test('on a phone each editor shows several lines, and the page scrolls to the response', async () => {
    await page.setViewportSize({ width: 390, height: 700 });
    const playground = await openPlayground(page, api().url);
    await playground.openExample('PasswordSpray');
    for (const editor of ['.graphiql-query-editor', '.graphiql-editor-tool', '.result-window']) {
      const lines = await page
        .locator(`${editor} .CodeMirror`)
        .first()
        .evaluate((element) => {
          const { height } = element.querySelector('.CodeMirror-line')!.getBoundingClientRect();
          return element.getBoundingClientRect().height / height;
        });
      expect([editor, lines >= 6]).toEqual([editor, true]);
    }
    await playground.clear('variables');
    await page.keyboard.insertText(
      '{"range": {"from": "2026-11-16T00:00:00Z", "until": "2026-11-17T00:00:00Z"}}',
    );
    expect(await playground.run(/"compromisedUsers"/)).toContain('CORP\\\\carol');
    const response = page.locator('.graphiql-response');
    await response.scrollIntoViewIfNeeded();
    const { bottom } = await response.evaluate((element) => element.getBoundingClientRect().toJSON());
    expect(bottom).toBeLessThanOrEqual(700);
    expectPeace();
  });

  test('the dialogs of GraphiQL comply with the policy of the page', async () => {
    await openPlayground(page, api().url);
    await page.getByLabel('Open settings dialog').click();
    await page.getByRole('dialog').waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
    expect(problems.filter((problem) => problem.includes('Content Security Policy'))).toEqual([]);
  });

  test('the page cannot reach other servers', async () => {
    await openPlayground(page, api().url);
    const outcomes = await page.evaluate(async () => {
      const load = async (tag: 'img' | 'script', src: string): Promise<string> =>
        new Promise((resolve) => {
          const element = document.createElement(tag);
          element.addEventListener('load', () => resolve(`${tag} loaded`));
          element.addEventListener('error', () => resolve(`${tag} refused`));
          element.src = src;
          document.head.append(element);
        });
      return Promise.all([
        fetch('http://other.example/').then(String, (error: Error) => error.message),
        load('img', 'http://other.example/a.png'),
        load('script', 'http://other.example/a.js'),
      ]);
    });
    expect(outcomes).toEqual(['Failed to fetch', 'img refused', 'script refused']);
    expect(problems).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/http:\/\/other\.example\/' violates .* "connect-src 'self'"/),
        'csp: http://other.example/a.png',
        'csp: http://other.example/a.js',
      ]),
    );
  });
});
