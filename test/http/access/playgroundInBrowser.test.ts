import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import { recordDemo } from '../../../src/demo/recordDemo.ts';
import { useApi } from '../../support/api.ts';
import {
  awaitStoredTab,
  CHROMIUM,
  hasChromium,
  launchBrowser,
  openPlayground,
} from '../../support/browser.ts';
import { RULES, useDatabase } from '../../support/database.ts';
import { guardedBy, keyFor } from '../../support/keys.ts';
import { LONG_WAIT_MS } from '../../support/timeLimits.ts';

// CI has to have the browser: there its absence is a failure.
const isRun = hasChromium || process.env['CI'] !== undefined;
const title = isRun ? 'in Chromium' : `NOT RUN, for ${CHROMIUM} is not there: in Chromium`;

(isRun ? describe : describe.skip)(title, () => {
  const database = useDatabase();
  const api = useApi(database, { access: async () => guardedBy(database()) });
  let browser: Browser | undefined;
  let page: Page;
  let headers: string;
  let writerHeaders: string;

  beforeAll(async () => {
    await recordDemo(database(), RULES);
    const { authorization } = await keyFor(database(), 'events:read');
    headers = JSON.stringify({ Authorization: authorization });
    const writer = await keyFor(database(), 'events:write');
    writerHeaders = JSON.stringify({ Authorization: writer.authorization });
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1400, height: 960 } });
    page.setDefaultTimeout(LONG_WAIT_MS);
  });
  afterAll(async () => browser?.close());

  test('who has no key is told how to give one, and nothing is asked before', async () => {
    const asked: string[] = [];
    const problems: string[] = [];
    page!.on('request', (request) => request.method() === 'POST' && asked.push(request.url()));
    page!.on('console', (message) => problems.push(message.text()));
    const playground = await openPlayground(page!, api().url);
    await page!
      .getByRole('status')
      .filter({ hasText: /A key is needed\..*under Headers/ })
      .waitFor();
    // GraphiQL asks for the schema at once, and is told the same.
    expect(await playground.awaitText('result', /A key is needed\./)).toContain(
      'under Headers, below the query',
    );
    expect(await playground.run(/A key is needed\./)).toContain('npm run keys');
    await playground.openTab('HostTimeline');
    expect(await playground.read('variables')).toBe('');
    expect([asked, problems]).toEqual([[], []]);
    await awaitStoredTab(page!, 'HostTimeline');
  });

  test('with a key the variables are filled in, the docs are there, and it holds for all tabs', async () => {
    const playground = await openPlayground(page!, api().url);
    await playground.openTab('HostTimeline');
    await page!.getByRole('button', { name: 'Headers', exact: true }).click();
    await playground.clear('headers');
    await page!.keyboard.insertText(headers);
    expect(await playground.awaitText('variables', /hostname/)).toContain('ws5.corp.example');
    await page!.getByRole('status').filter({ hasText: 'Variables: ' }).waitFor();
    expect(await playground.run(/ReconnectEvent/)).toContain('203.0.113.99');

    // The other tabs have no headers of their own.
    await playground.openExample('FailedRdpLogins');
    expect(await playground.run(/"value": 12/)).toContain('"sessionEvents"');
    await playground.openExample('CarExample');
    expect(await playground.run(/FORBIDDEN/)).toContain('events:write');
    await page!.getByLabel('Show Documentation Explorer').click();
    await page!.locator('.graphiql-plugin').getByRole('link', { name: 'Query', exact: true }).waitFor();
  });

  test('a key that may not read is no reason to fail: the status says why nothing is filled in', async () => {
    const other = await browser!.newPage();
    const playground = await openPlayground(other, api().url);
    await other.getByRole('button', { name: 'Headers', exact: true }).click();
    await playground.clear('headers');
    await other.keyboard.insertText(writerHeaders);
    await other
      .getByRole('status')
      .filter({ hasText: /cannot be filled in\..*events:read/ })
      .waitFor();
    await playground.openExample('CarExample');
    expect(await playground.read('variables')).toBe('');
    await other.close();
  });

  test('a key is stored nowhere: after a reload it is needed again', async () => {
    await awaitStoredTab(page!, 'CarExample');
    const { stored, address } = await page!.evaluate(() => ({
      stored: JSON.stringify([Object.values(localStorage), Object.values(sessionStorage), document.cookie]),
      address: location.href,
    }));
    expect(stored).toContain('CarExample');
    expect(/ss_[0-9a-f]/.exec(stored)).toBeNull();
    expect(address).not.toMatch(/ss_[0-9a-f]/);
    await page!.reload();
    await page!.getByRole('status').filter({ hasText: 'A key is needed.' }).waitFor();
  });
});
