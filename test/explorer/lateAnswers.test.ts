/// <reference lib="dom" />
import { expect, test } from '@jest/globals';

import { DAY, describeExplorer, holdRequests, listWho, RDP1 } from '../support/explorer.ts';

describeExplorer([], ({ open, context, expectPeace }) => {
  test('while the answer about a time is late, nobody of another time is listed', async () => {
    const page = await open(`${RDP1}&at=2026-11-16T11:00:00Z`);
    await page.getByText('The events of the host cover this time.').waitFor();
    const names = listWho(page).locator('.name');
    expect(await names.allInnerTexts()).toEqual(['CORP\\fay', 'CORP\\carol']);
    const release = await holdRequests(page, '2026-11-16T13:52:48');
    // As the back button does, at once: while the cursor moves, the drawn sessions answer in any case.
    await page.evaluate(() => {
      history.replaceState(null, '', location.search.replace('11:00:00', '13:52:48'));
      dispatchEvent(new PopStateEvent('popstate'));
    });
    await page.getByRole('heading', { name: 'Who was on at 2026-11-16 13:52:48 UTC' }).waitFor();
    await page.getByText('The events of the host cover this time.').waitFor({ state: 'detached' });
    expect(await names.allInnerTexts()).toEqual(['CORP\\fay']);
    release();
    await page.getByText('The events of the host cover this time.').waitFor();
    expect(await names.allInnerTexts()).toEqual(['CORP\\fay']);
  });

  test('while the answer about a range is late, the numbers of another range disappear', async () => {
    const page = await open(`?${DAY}`);
    const numbers = page.getByText(/events, .* failed logins/);
    await numbers.waitFor();
    const release = await holdRequests(page, '2026-11-15T00:00:00.000Z');
    await page.getByRole('button', { name: 'Earlier' }).click();
    await numbers.waitFor({ state: 'hidden' });
    release();
    await numbers.waitFor();
    expectPeace();
  });

  test('Enter opens what was typed last, although its suggestions are not there yet', async () => {
    const page = await open(`?${DAY}`);
    const box = page.getByRole('combobox', { name: 'Search' });
    await box.fill('RDP1');
    await page.getByRole('option', { name: /RDP1/ }).waitFor();
    await box.fill('WS3');
    await box.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Host WS3' }).waitFor();
    await box.fill('nothing of this name');
    await box.press('Enter');
    await page.getByText('No host, account, user id, source address or login id has this.').waitFor();
    await page.getByRole('heading', { level: 1, name: 'Host WS3' }).waitFor();
    expectPeace();
  });

  test('a host of which a part fails is not said to be unknown', async () => {
    await context().route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('query HostFacts') !== true) return route.continue();
      const errors = [{ message: 'The question took too long.', path: ['host', 'marks'] }];
      return route.fulfill({ json: { data: { host: null }, errors } });
    });
    const page = await open(RDP1);
    await page.getByText('host.marks: The question took too long.').waitFor();
    await page.getByText(/^\d+ lanes$/).waitFor();
    expect(await page.getByText('No event names the host').count()).toBe(0);
  });
});
