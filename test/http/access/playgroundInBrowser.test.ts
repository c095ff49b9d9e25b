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

// CI must have the browser: there its absence is a failure.
const isRun = hasChromium || process.env['CI'] !== undefined;
const title = isRun ? 'in Chromium' : `NOT RUN, because ${CHROMIUM} does not exist: in Chromium`;

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

  test('without a key the page explains how to enter one, and sends no other request', async () => {
    const asked: string[] = [];
    const problems: string[] = [];
    page!.on('request', (request) => request.method() === 'POST' && asked.push(request.url()));
    page!.on('console', (message) => problems.push(message.text()));
    const playground = await openPlayground(page!, api().url);
    await page!
      .getByRole('status')
      .filter({ hasText: /A key is needed\..*under Headers/ })
      .waitFor();
    // GraphiQL requests the schema immediately, and gets the same answer.
    expect(await playground.awaitText('result', /A key is needed\./)).toContain(
      'under Headers, below the query',
    );
    expect(await playground.run(/A key is needed\./)).toContain('npm run keys');
    await playground.openTab('HostTimeline');
    expect(await playground.read('variables')).toBe('');
    expect([asked, problems]).toEqual([[], []]);
    await awaitStoredTab(page!, 'HostTimeline');
  });

  test('with a key the variables and the docs are filled in, and the key applies to all tabs', async () => {
    const playground = await openPlayground(page!, api().url);
    await playground.openTab('HostTimeline');
    await page!.getByRole('button', { name: 'Headers', exact: true }).click();
    await playground.clear('headers');
    await page!.keyboard.insertText(headers);
    expect(await playground.awaitText('variables', /hostname/)).toContain('ws5.corp.example');
    await page!.getByRole('status').filter({ hasText: 'Variables: ' }).waitFor();
    expect(await playground.run(/ReconnectEvent/)).toContain('203.0.113.99');

    // The other tabs do not have their own headers.
    await playground.openExample('FailedRdpLogins');
    expect(await playground.run(/"value": 12/)).toContain('"sessionEvents"');
    await playground.openExample('CarExample');
    expect(await playground.run(/FORBIDDEN/)).toContain('events:write');
    await page!.getByLabel('Show Documentation Explorer').click();
    await page!.locator('.graphiql-plugin').getByRole('link', { name: 'Query', exact: true }).waitFor();
  });

  test('with a key without events:read the status says why nothing is filled in', async () => {
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

  test('the key is not stored: after a reload it is needed again', async () => {
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
