import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';

import { recordDemo } from '../../src/domain/recordDemo.ts';
import { useApi } from '../support/api.ts';
import { CHROMIUM, hasChromium, launchBrowser, openPlayground } from '../support/browser.ts';
import { RULES, useDatabase } from '../support/database.ts';
import { PATIENCE_MS } from '../support/timeLimits.ts';

// CI has to have the browser: there its absence is a failure.
const isRun = hasChromium || process.env['CI'] !== undefined;
const title = isRun ? 'in Chromium' : `NOT RUN, for ${CHROMIUM} is not there: in Chromium`;

/** Of each tab, in order, what the lines of its answer have that fit the window; the expression is waited for. */
const SHOWN: Readonly<Record<string, readonly [RegExp, string]>> = {
  NewestEvents: [/"hostname": "WS2"/, '"value": 168'],
  FailedRdpLogins: [/"value": 12/, '"user": "CORP\\\\mia"'],
  HostTimeline: [/ReconnectEvent/, '"srcIp": "203.0.113.99"'],
  WhoWasOn: [/"COVERED"/, 'CORP\\\\fay'],
  OpenSessions: [/"WS4"/, 'LOCKED'],
  AccountDay: [/"hostname": "FS1"/, '203.0.113.66'],
  BruteForceThenSuccess: [/"failureCount": 12/, 'CORP\\\\carol'],
  PasswordSpray: [/"compromisedUsers"/, 'CORP\\\\carol'],
  FirstSeen: [/"INSUFFICIENT_BASELINE"/, '"hostname": "WS5"'],
  UnusualRdpSource: [/"NOT_SEEN"/, 'PUBLIC'],
  LateralPaths: [/"hops"/, '"srcIp": "203.0.113.66"'],
  ConcurrentSessions: [/"peak": 2/, 'CORP\\\\carol'],
  LongSessions: [/"PT88H24M53.804644S"/, 'CORP\\\\adm-ivo'],
  NeverLocked: [/"hostLocks": false/, 'WS6\\\\reception'],
  UnlockedAt: [/"unlockedSince"/, 'CORP\\\\ben'],
  ReconnectFromNewSource: [/"sourcesBefore"/, '203.0.113.99'],
  ReconnectWithoutLogin: [/"totalCount": \{\s+"value": 1/, 'CORP\\\\carol'],
  OffHours: [/"SATURDAY"/, 'WS6\\\\Administrator'],
  Orphans: [/"NO_LOGIN"/, 'CORP\\\\ben'],
  SimultaneousLogins: [/"CAR-2013-02-008"/, 'CORP\\\\fay'],
  MultiHostLogins: [/"hostname": "WS5"/, 'CORP\\\\carol'],
  LoginActivity: [/"excludedUsers"/, 'CORP\\\\fay'],
  LoginsSince: [/"bootTime"/, '"stillLoggedOn": false'],
  LocalAccountLogins: [/"totalCount": \{\s+"value": 2/, 'WS6\\\\Administrator'],
  RemoteDesktopLogins: [/"seenBefore": false/, '203.0.113.66'],
  FailuresPerHour: [/"distinctUsers": 12/, '"from": "2026-11-16T07:00:00.000000Z"'],
  RareCombinations: [/"totalCount": \{\s+"value": 2/, '"srcNetwork": "203.0.113.0/24"'],
  SilentHosts: [/"totalCountWithoutHaving": \{\s+"value": 8/, '"hostname": "WS5"'],
  WhoAsked: [/"callerKind": "ANYONE"/, '"outcome": "OK"'],
  CarExample: [/"status": "ACCEPTED"/, '"accepted": 1'],
  MixedBatch: [/"rejected": 1/, '"code": "INVALID_TIME"'],
};
const TABS = Object.keys(SHOWN);
const LONG = `query Long { overview { hosts { value } } }${`\n#${' and so on'.repeat(10)}`.repeat(80)}`;

// A page is there in 2 s, and in 10 on a machine that does much else.

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
    context.setDefaultTimeout(PATIENCE_MS);
    context.on('request', (request) => requests.push(request.url()));
    context.on('requestfailed', (request) => {
      // A reload stops the page's workers, wherever they are.
      if (request.url().startsWith('blob:')) return;
      problems.push(`${request.failure()?.errorText}: ${request.url()}`);
    });
    context.on('console', (message) => problems.push(`${message.type()}: ${message.text()}`));
    context.on('weberror', (error) => problems.push(`thrown: ${error.error().message}`));
    page = await context.newPage();
  });
  afterEach(async () => context?.close());

  /** No request left the server, and neither the page nor its policy complained. */
  const expectPeace = (): void => {
    expect(problems).toEqual([]);
    const { origin } = new URL(api().url);
    expect(requests.filter((url) => !url.startsWith(`${origin}/`) && !/^(data|blob):/.test(url))).toEqual([]);
    expect(requests).toContain(api().url);
  };

  test('every tab runs and shows rows, and is there after a reload', async () => {
    const playground = await openPlayground(page, api().url);
    expect(await playground.listTabs()).toEqual(TABS);
    for (const [name, [awaited, shown]] of Object.entries(SHOWN)) {
      await playground.openTab(name);
      expect(await playground.run(awaited)).toContain(shown);
    }

    await playground.reload();
    expect(await playground.listTabs()).toEqual(TABS);
    expect(await playground.getOpenTab()).toBe('MixedBatch');
    expect(await playground.run(/"rejected": 1/)).toContain('"duplicates": 2');
    await playground.openTab('HostTimeline');
    expect(await playground.run(/ReconnectEvent/)).toContain('"srcIp": "203.0.113.99"');
    expectPeace();
  });

  test('a reload finds what was there, and what was typed, whether or not it fits into the address', async () => {
    const playground = await openPlayground(page, api().url);
    await playground.reload();
    expect(await playground.listTabs()).toEqual(TABS);
    expect(await playground.getOpenTab()).toBe('NewestEvents');
    await playground.clear();
    await page.keyboard.type('query Mine { overview { fi');
    await page.locator('.suggest-widget', { hasText: 'firstAt' }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\?query=query\+Mine.*firstAt/);
    await playground.reload();
    expect(await playground.getOpenTab()).toBe('Mine');
    expect(await playground.run(/"firstAt":/)).toContain('"overview"');

    await playground.clear();
    await page.keyboard.insertText(LONG);
    await page.locator('.graphiql-tab-active', { hasText: 'Long' }).waitFor();
    await page.waitForURL(api().url);
    await playground.reload();
    expect(await playground.getOpenTab()).toBe('Long');
    expect(await playground.run(/"firstAt":/)).toContain('"overview"');
    expectPeace();
  });

  test('a link with a query opens it', async () => {
    const link = `${api().url}?query=${encodeURIComponent('query Linked { overview { accounts { value } } }')}`;
    const playground = await openPlayground(page, link);
    expect(await playground.run(/"accounts":/)).toContain('"overview"');
    expect(requests[0]).toBe(link);
    expectPeace();
  });

  test('the docs have the descriptions of the schema', async () => {
    await openPlayground(page, api().url);
    await page.getByLabel('Show Documentation Explorer').click();
    const docs = page.locator('.graphiql-plugin');
    for (const [link, text] of [
      ['Query', 'Everything that can be asked.'],
      ['sessionEvents', 'Events, newest first unless ordered otherwise, in Relay pages.'],
      ['SessionEventConnection', 'A page of events.'],
      ['SessionEvent', 'Each action has a type of its own that carries only the fields that apply to it.'],
    ] as const) {
      await docs.getByRole('link', { name: link, exact: true }).first().click();
      await docs.getByText(text).first().waitFor();
    }
    expectPeace();
  });

  test('the page can reach nobody else', async () => {
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
