import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { useApi } from '../support/api.ts';
import { DAY, describeExplorer, holdRequests } from '../support/explorer.ts';
import { guardedBy, keyFor } from '../support/keys.ts';

const keyField = (page: Page) => page.getByLabel('Key', { exact: true });

describeExplorer([], ({ database, open, context, page: getPage, requests }) => {
  const guardedApi = useApi(database, { access: async () => guardedBy(database()) });
  const openGuarded = async (): Promise<Page> => {
    await getPage().goto(new URL(`/?${DAY}`, guardedApi().url).href);
    return getPage();
  };
  const typeKey = async (key: string): Promise<void> => {
    await keyField(getPage()).fill(key);
    await getPage().keyboard.press('Enter');
  };

  test('a busy server is asked again after the time that it names', async () => {
    let refusals = 0;
    await context().route('**/graphql', async (route) => {
      if (refusals > 0 || route.request().postData()?.includes('query Overview') !== true)
        return route.fallback();
      refusals += 1;
      const extensions = { code: 'RATE_LIMITED', retryAfterSeconds: 2 };
      return route.fulfill({
        status: 429,
        json: { errors: [{ message: 'Too many requests.', extensions }] },
      });
    });
    const page = await open(`?${DAY}`);
    const note = page.getByRole('alert').filter({ hasText: 'Too many requests.' });
    await note.getByText('Trying again in 2 s.').waitFor();
    await page.getByText(/events, .* failed logins/).waitFor();
    expect(await note.count()).toBe(0);
  });

  test('while an answer is late, the page says that it is loading, and asks nothing that would delay it', async () => {
    const release = await holdRequests(getPage(), 'query Overview');
    const page = await open(`?${DAY}`);
    await page.getByRole('status').filter({ hasText: 'Loading…' }).waitFor();
    expect(requests().filter((url) => url.endsWith('/graphql'))).toHaveLength(1);
    release();
    await page.getByText(/events, .* failed logins/).waitFor();
    await page.locator('.card.found').first().waitFor();
    expect(await page.locator('.note.error').count()).toBe(0);
  });

  test('a guarded server is asked nothing before a key is typed; a wrong one is explained', async () => {
    const { authorization } = await keyFor(database(), 'events:read');
    const page = await openGuarded();
    await keyField(page).fill(`ss_${'0'.repeat(60)}`);
    expect(requests().filter((url) => url.endsWith('/graphql'))).toEqual([]);
    await page.keyboard.press('Enter');
    await page.getByRole('alert').waitFor();
    await typeKey(authorization.replace('Bearer ', ''));
    await page.locator('.card').first().waitFor();
    expect(await page.evaluate(() => localStorage.length + sessionStorage.length)).toBe(0);
    expect(page.url()).not.toContain('ss_');
  });

  test('a key that no header can contain is not sent', async () => {
    const page = await openGuarded();
    await keyField(page).fill('ss_кey');
    await page.getByText('A key has only letters, digits and signs of ASCII').waitFor();
    await page.keyboard.press('Enter');
    expect(await page.getByRole('button', { name: 'Use this key' }).isDisabled()).toBe(true);
    expect(requests().filter((url) => url.endsWith('/graphql'))).toEqual([]);
  });

  test('a key without the scope is explained, and another one can be typed', async () => {
    const { authorization } = await keyFor(database(), 'events:write');
    const page = await openGuarded();
    await typeKey(authorization.replace('Bearer ', ''));
    await page.getByText('This key has no access.').first().waitFor();
    await page.getByText('events:read').first().waitFor();
    await page.getByRole('button', { name: 'Use another key' }).first().click();
    await keyField(page).waitFor();
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Sessionscope');
  });
});
