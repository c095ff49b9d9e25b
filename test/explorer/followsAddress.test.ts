import { expect, test } from '@jest/globals';

import { DAY, describeExplorer, RDP1 } from '../support/explorer.ts';

describeExplorer([], ({ open, expectPeace }) => {
  test('a refused zone and time are gone after Back, and in another view', async () => {
    const page = await open(`?${DAY}`);
    await page.getByRole('link', { name: 'Events', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: /^Events/ }).waitFor();
    const [zone, from] = [page.getByLabel('Zone'), page.getByLabel('From')];
    const mistakes = page.locator('.mistake');
    const refuse = async (): Promise<void> => {
      await zone.fill('Nowhere');
      await from.fill('yesterday');
      await from.press('Enter');
      await mistakes.nth(1).waitFor();
    };
    const expectAddress = async (): Promise<void> => {
      await mistakes.first().waitFor({ state: 'detached' });
      expect(await zone.inputValue()).toBe('UTC');
      expect(await from.inputValue()).toBe('2026-11-16 00:00:00');
    };
    await refuse();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    await expectAddress();
    await refuse();
    await page.getByRole('link', { name: 'Sessions', exact: true }).click();
    await page.getByRole('heading', { level: 1, name: /^Sessions/ }).waitFor();
    await expectAddress();
    await page.getByLabel('Show noise').check();
    await refuse();
    await page.goBack();
    await page.waitForURL((url) => !url.searchParams.has('noise'));
    await expectAddress();
    expectPeace();
  });

  test('a beginning after the end counts when the end is moved behind it', async () => {
    const page = await open(`?${DAY}`);
    const [from, until] = [page.getByLabel('From'), page.getByLabel('Until')];
    await from.fill('2026-11-20');
    await until.fill('2026-11-21');
    await page.getByText('The range must begin before it ends.').waitFor();
    await until.press('Enter');
    await page.waitForURL(/from=2026-11-20T00:00:00.000Z&until=2026-11-21T00:00:00.000Z/);
    expect(await page.locator('.mistake').count()).toBe(0);
    expectPeace();
  });

  test('what the form of the case refused is gone after another addition and after Back', async () => {
    const page = await open(RDP1);
    await page.getByRole('link', { name: /^Case/ }).click();
    const add = page.getByRole('button', { name: 'Add lane' });
    const mistake = page.getByText('Type a host, an account, or both.');
    await add.click();
    await mistake.waitFor();
    await page.getByLabel('Host', { exact: true }).fill('RDP1');
    await add.click();
    await mistake.waitFor({ state: 'detached' });
    await add.click();
    await mistake.waitFor();
    await page.goBack();
    await mistake.waitFor({ state: 'detached' });
    await page.getByText('Nothing is pinned.').waitFor();
    expectPeace();
  });
});
