import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';

import { recordDemo } from '../../../src/domain/recordDemo.ts';
import { useApi } from '../../support/api.ts';
import { CHROMIUM, hasChromium, launchBrowser, openPlayground } from '../../support/browser.ts';
import { RULES, useDatabase } from '../../support/database.ts';
import { guardedBy, keyFor } from '../../support/keys.ts';
import { PATIENCE_MS } from '../../support/timeLimits.ts';

// CI has to have the browser: there its absence is a failure.
const isRun = hasChromium || process.env['CI'] !== undefined;
const title = isRun ? 'in Chromium' : `NOT RUN, for ${CHROMIUM} is not there: in Chromium`;

(isRun ? describe : describe.skip)(title, () => {
  const database = useDatabase();
  const api = useApi(database, { access: async () => guardedBy(database()) });
  let browser: Browser | undefined;
  let page: Page;
  let headers: string;

  beforeAll(async () => {
    await recordDemo(database(), RULES);
    const { authorization } = await keyFor(database(), 'events:read');
    headers = JSON.stringify({ Authorization: authorization });
    browser = await launchBrowser();
    page = await browser.newPage({ viewport: { width: 1400, height: 960 } });
    page.setDefaultTimeout(PATIENCE_MS);
  });
  afterAll(async () => browser?.close());

  test('who has no key is told how to give one, and a query works with it', async () => {
    const playground = await openPlayground(page, api().url);
    expect(await page.locator('.graphiql-query-editor').innerText()).toMatch(/open\sHeaders\sbelow/);
    // GraphiQL asks for the schema at once.
    await page.locator('.result-window', { hasText: /A\skey\sis\sneeded\./ }).waitFor();
    expect(await playground.run(/under Headers, below the query/)).toContain('UNAUTHENTICATED');

    await page.getByRole('button', { name: 'Headers', exact: true }).click();
    await page.locator('.graphiql-editor-tool .graphiql-editor:not(.hidden) .view-lines').click();
    await page.keyboard.insertText(headers);
    expect(await playground.run(/"hostname": "WS2"/)).toContain('"overview"');

    // The other tabs have no headers of their own.
    await playground.openTab('FailedRdpLogins');
    expect(await playground.run(/"value": 12/)).toContain('"sessionEvents"');
    await playground.openTab('CarExample');
    expect(await playground.run(/FORBIDDEN/)).toContain('events:write');
    await page.getByLabel('Re-fetch GraphQL schema').click();
    await page.getByLabel('Show Documentation Explorer').click();
    await page.locator('.graphiql-plugin').getByRole('link', { name: 'Query', exact: true }).waitFor();
  });

  test('a key is stored nowhere: after a reload it is needed again', async () => {
    const { stored, address } = await page.evaluate(() => ({
      stored: JSON.stringify([Object.values(localStorage), Object.values(sessionStorage), document.cookie]),
      address: location.href,
    }));
    expect(stored).toContain('CarExample');
    expect(/ss_[0-9a-f]/.exec(stored)).toBeNull();
    expect(address).not.toMatch(/ss_[0-9a-f]/);
    await page.reload();
    await page.locator('.result-window', { hasText: /A\skey\sis\sneeded\./ }).waitFor();
  });
});
