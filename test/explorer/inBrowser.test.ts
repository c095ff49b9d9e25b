import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { gzipSync } from 'node:zlib';

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';

import { recordDemo } from '../../src/demo/recordDemo.ts';
import { INGEST, useApi } from '../support/api.ts';
import { CHROMIUM, hasChromium, launchBrowser } from '../support/browser.ts';
import { RULES, useDatabase } from '../support/database.ts';
import { aLogin } from '../support/events.ts';
import { guardedBy, keyFor } from '../support/keys.ts';
import { LONG_WAIT_MS } from '../support/timeLimits.ts';

// CI must have the browser: there its absence is a failure.
const isRun = hasChromium || process.env['CI'] !== undefined;
const title = isRun ? 'in Chromium' : `NOT RUN, because ${CHROMIUM} does not exist: in Chromium`;

const DAY = 'from=2026-11-16T00:00:00Z&until=2026-11-17T00:00:00Z';
const RDP1 = `?view=host&entity=RDP1&${DAY}`;
const IMAGE = '<img src=x onerror=alert(1)>';
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

(isRun ? describe : describe.skip)(title, () => {
  const database = useDatabase();
  const api = useApi(database);
  const guardedApi = useApi(database, { access: async () => guardedBy(database()) });
  let browser: Browser | undefined;
  let context: BrowserContext;
  let page: Page;
  let requests: string[];
  let problems: string[];

  beforeAll(async () => {
    await recordDemo(database(), RULES);
    const hostile = aLogin({
      time: '2026-11-16T12:00:00Z',
      hostname: IMAGE,
      user: IMAGE,
      sourceId: IMAGE,
      loginSuccessful: false,
    });
    const { data } = await api().query(INGEST, { events: [hostile] });
    expect(data.ingestSessionEvents.accepted).toBe(1);
    browser = await launchBrowser();
  });
  afterAll(async () => browser?.close());

  beforeEach(async () => {
    requests = [];
    problems = [];
    context = await browser!.newContext({ viewport: { width: 1400, height: 1000 } });
    context.setDefaultTimeout(LONG_WAIT_MS);
    context.on('request', (request) => requests.push(request.url()));
    context.on('console', (message) => problems.push(`${message.type()}: ${message.text()}`));
    context.on('dialog', (dialog) => problems.push(`dialog: ${dialog.message()}`));
    context.on('weberror', (error) => problems.push(`thrown: ${error.error().message}`));
    page = await context.newPage();
  });
  afterEach(async () => context?.close());

  const open = async (search: string): Promise<void> => {
    await page.goto(new URL(`/${search}`, api().url).href);
    await page.getByRole('heading', { level: 1 }).waitFor();
  };
  /** Expects that all requests went to the server, and that the page and its policy reported no error. */
  const expectPeace = (): void => {
    expect(problems).toEqual([]);
    const { origin } = new URL(api().url);
    expect(requests.filter((url) => !url.startsWith(`${origin}/`) && !url.startsWith('data:'))).toEqual([]);
  };
  const who = () => page.getByRole('region', { name: 'Accounts that were logged on' }).locator('tbody tr');

  test('the overview shows the stored period and the hunts; its ranking leads to a host', async () => {
    await open('');
    await page.waitForURL(/from=2026-11-06T07:00:00.000Z&until=2026-11-16T22:00:00.000Z/);
    await page.locator('.card.found', { hasText: 'Password Spraying' }).waitFor();
    await page.getByRole('link', { name: 'RDP1' }).click();
    await page.getByRole('heading', { level: 1, name: 'Host RDP1' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    expectPeace();
  });

  test('a URL with a time shows who was on, and the keys move the cursor', async () => {
    await open(`${RDP1}&at=2026-11-16T11:00:00Z`);
    await page.getByText('The events of the host cover this time.').waitFor();
    expect(await who().locator('.name').allInnerTexts()).toEqual(['CORP\\fay', 'CORP\\carol']);
    await page.getByRole('application').focus();
    for (let count = 0; count < 12; count += 1) await page.keyboard.press('ArrowRight');
    await page.waitForURL(/at=2026-11-16T13:52:48/);
    await who().nth(1).waitFor({ state: 'detached' });
    expect(await who().locator('.name').allInnerTexts()).toEqual(['CORP\\fay']);
    expectPeace();
  });

  test('a click on a bar selects its session, and W zooms', async () => {
    await open(RDP1);
    // The sessions and the marks are two answers; both move the picture.
    await page.getByText('13 lanes').waitFor();
    const canvas = page.locator('.timeline-picture canvas');
    const { x, y, width } = (await canvas.boundingBox())!;
    await page.mouse.click(x + (width * 10) / 24, y + 12);
    await page.getByRole('region', { name: 'Selected session' }).getByText('0x19c0e7').waitFor();
    await page.waitForURL(/selected=/);
    await page.getByRole('application').focus();
    await page.keyboard.press('w');
    await page.waitForURL(/zoomFrom=/);
    expectPeace();
  });

  test('a slash focuses the search, and Enter opens the host', async () => {
    await open(`?${DAY}`);
    await page.keyboard.press('/');
    await page.keyboard.type('rdp');
    await page.getByRole('option', { name: /RDP1/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Host RDP1' }).waitFor();
    expectPeace();
  });

  test('names from logs are shown as text', async () => {
    await open(`?${DAY}`);
    const link = page.getByRole('link', { name: IMAGE.toUpperCase() }).first();
    await link.click();
    await page.getByRole('heading', { level: 1, name: 'Host' }).waitFor();
    await page.locator('.timeline-name', { hasText: /<img/i }).waitFor();
    expect(await page.locator('img').count()).toBe(0);
    expectPeace();
  });

  test.each([
    ['an unknown host', '?view=host&entity=NOTHING', 'No event names the host'],
    ['an invalid time', '?from=yesterday&until=today', 'is not valid for from'],
  ])('%s is explained', async (_, search, message) => {
    await open(search);
    const alert = page.getByRole('alert').filter({ hasText: message }).first();
    await alert.waitFor();
    expect(await alert.innerText()).toContain(message);
  });

  test('too long a text is not searched for', async () => {
    await open(`?${DAY}`);
    await page.getByRole('combobox').first().fill('x'.repeat(10_000));
    await page.getByText('At most 512 characters').waitFor();
    expectPeace();
  });

  test('when the server is gone, the page says so and can try again', async () => {
    await open(`?${DAY}`);
    await page.locator('.card').first().waitFor();
    await context.route('**/graphql', async (route) => route.abort());
    await page.getByLabel('Show noise').check();
    await page.getByText('The server does not answer.').first().waitFor();
    await context.unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await page.getByText('The server does not answer.').first().waitFor({ state: 'detached' });
    expect(await page.locator('.note.error').count()).toBe(0);
  });

  test.each(['light', 'dark'] as const)('axe finds nothing serious in the %s theme', async (colorScheme) => {
    await page.emulateMedia({ colorScheme });
    for (const search of [`?${DAY}`, `${RDP1}&at=2026-11-16T11:00:00Z`]) {
      await open(search);
      await page.locator('.card, .timeline').first().waitFor();
      const found = await page.evaluate<{
        violations: { id: string; impact: string; nodes: { html: string }[] }[];
      }>(`(() => { ${AXE}; return axe.run(document, { resultTypes: ['violations'] }); })()`);
      const serious = found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
      expect(serious.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    }
  });

  test('a guarded server is asked nothing before a key is typed; a wrong one is explained', async () => {
    const { authorization } = await keyFor(database(), 'events:read');
    await page.goto(new URL(`/?${DAY}`, guardedApi().url).href);
    await page.getByLabel('Key', { exact: true }).fill(`ss_${'0'.repeat(60)}`);
    expect(requests.filter((url) => url.endsWith('/graphql'))).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Key', { exact: true }).fill(authorization.replace('Bearer ', ''));
    await page.keyboard.press('Enter');
    await page.locator('.card').first().waitFor();
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    expect(page.url()).not.toContain('ss_');
  });

  test('the first load is at most 120 KB', async () => {
    await open(`?${DAY}`);
    const own = requests.filter((url) => url.includes('/explorer/'));
    expect(own.length).toBeGreaterThan(1);
    const sizes = await Promise.all(
      own.map(async (url) => gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length),
    );
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(120_000);
  });
});
