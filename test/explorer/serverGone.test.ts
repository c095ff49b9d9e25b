import { afterEach, expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { awaitUntil } from '../support/awaitUntil.ts';
import { DAY, describeExplorer } from '../support/explorer.ts';
import { openServer } from '../support/openServer.ts';

describeExplorer([], ({ database, context, page: getPage, questions }) => {
  let close = async (): Promise<void> => {};
  afterEach(async () => close());

  const start = async (port?: number): Promise<string> => {
    const { server, url } = await openServer(database(), port);
    close = async () => server.close();
    return url;
  };
  const open = async (url: string): Promise<Page> => {
    await getPage().goto(`${url}/?${DAY}`);
    await getPage().locator('.card.found').first().waitFor();
    return getPage();
  };
  const notice = (page: Page) => page.getByRole('alert').filter({ hasText: 'The server is unavailable.' });

  test('a server that was stopped and started is noticed once, and the whole page goes on by itself', async () => {
    const url = await start();
    const page = await open(url);
    await close();
    await page.getByLabel('Show noise').check();
    await notice(page).waitFor();
    await page.getByText('This part waits for the server.').nth(1).waitFor();
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(1);
    // The page has asked more than once, and each time one question instead of all.
    const before = questions().length;
    await awaitUntil('the page has asked twice', async () => questions().length >= before + 2);
    expect(new Set(questions().slice(before))).toEqual(new Set(['StoredRange']));
    await start(Number(new URL(url).port));
    await notice(page).waitFor({ state: 'detached' });
    await page.getByText(/events, .* failed logins/).waitFor();
    await page.locator('.card.found').first().waitFor();
    expect(await page.getByText('This part waits for the server.').count()).toBe(0);
  });

  test('one button asks all again', async () => {
    const url = await start();
    const page = await open(url);
    await context().route('**/graphql', async (route) => route.abort());
    await page.getByLabel('Show noise').check();
    await notice(page).waitFor();
    await context().unroute('**/graphql');
    await page.getByRole('button', { name: 'Try again' }).click();
    await notice(page).waitFor({ state: 'detached' });
    await page.getByText(/events, .* failed logins/).waitFor();
    await page.locator('.card.found').first().waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
  });

  test('a server that takes a question and is silent is asked again', async () => {
    const url = await start();
    await getPage().clock.install();
    const page = await open(url);
    let isSilent = false;
    let taken = 0;
    await context().route('**/graphql', async (route) => {
      if (!isSilent) return route.abort();
      // No answer, and no end of the connection. Other questions may still be on their way.
      if (route.request().postData()?.includes('query StoredRange') === true) taken += 1;
      return undefined;
    });
    await page.getByLabel('Show noise').check();
    await notice(page).waitFor();
    isSilent = true;
    await page.getByRole('button', { name: 'Try again' }).click();
    await awaitUntil('the page has asked', async () => taken > 0);
    await page.clock.fastForward('00:10');
    expect(taken).toBe(1);
    await page.clock.fastForward('00:05');
    await awaitUntil('the page has asked again', async () => taken > 1);
  });

  test('a server without its database is asked again not before the time that it names', async () => {
    const url = await start();
    await getPage().clock.install();
    const page = await open(url);
    const extensions = { code: 'SERVICE_UNAVAILABLE', retryAfterSeconds: 3600 };
    await context().route('**/graphql', async (route) =>
      route.fulfill({ status: 503, json: { errors: [{ message: 'Postgres is unavailable.', extensions }] } }),
    );
    await page.getByLabel('Show noise').check();
    await notice(page).getByText('Postgres is unavailable.').waitFor();
    await page.getByText('This part waits for the server.').nth(1).waitFor();
    const before = questions().length;
    await page.clock.fastForward('59:50');
    expect(questions()).toHaveLength(before);
    await page.clock.fastForward('20:00');
    await awaitUntil('the page has asked again', async () => questions().length > before);
    expect(questions().slice(before)).toEqual(['StoredRange']);
    // What another question is answered meanwhile does not shorten the time.
    await context().unroute('**/graphql');
    await page.getByRole('link', { name: 'Sessions', exact: true }).click();
    await page.getByRole('gridcell').first().waitFor();
    await notice(page).waitFor();
    await page.getByRole('button', { name: 'Try again' }).click();
    await notice(page).waitFor({ state: 'detached' });
  });
});
