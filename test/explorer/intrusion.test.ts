import { expect, test } from '@jest/globals';

import { DAY, describeExplorer, listWho } from '../support/explorer.ts';

/** The story of the demo, followed with the mouse as an analyst does. */
describeExplorer([], ({ open, expectPeace }) => {
  test('two clicks lead from the card of the overview to the session of the hijacked reconnect', async () => {
    const page = await open(`?${DAY}`);
    await page.getByRole('link', { name: 'Reconnect From a Source New to the Session' }).click();
    await page.getByRole('link', { name: 'session', exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Session 0x2c81e4 of corp\\carol on WS5' }).waitFor();
    const events = page.getByRole('region', { name: 'Events of the session' }).locator('tbody tr');
    const reconnect = events.filter({ hasText: 'reconnect, RDP' });
    await reconnect.waitFor();
    // The tunnel, and the name that the attacker's machine reports.
    expect(await reconnect.locator('td').nth(3).innerText()).toBe('203.0.113.99 KALI');
    expectPeace();
  });

  test('a click on the time axis of RDP1 at 11:00 shows that fay and carol were on', async () => {
    const page = await open(`?${DAY}`);
    const search = page.getByRole('combobox', { name: 'Search' });
    await search.fill('rdp1');
    await search.press('Enter');
    // The sessions and the marks are two answers; both move the picture.
    await page.getByText('13 lanes').waitFor();
    const axis = page.locator('canvas.axis');
    const { width } = (await axis.boundingBox())!;
    await axis.click({ position: { x: (width * 11) / 24, y: 30 } });
    await page.getByText('The events of the host cover this time.').waitFor();
    expect(await listWho(page).locator('.name').allInnerTexts()).toEqual(['CORP\\fay', 'CORP\\carol']);
    expect(new URL(page.url()).searchParams.get('at')).toMatch(/^2026-11-16T1(0:5|1:0)/);
    expectPeace();
  });
});
