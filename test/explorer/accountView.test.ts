import { expect, test } from '@jest/globals';

import { aLogin, aLogout } from '../support/events.ts';
import { DAY, describeExplorer, listBarriers } from '../support/explorer.ts';

const CAROL = `?view=account&entity=${encodeURIComponent('CORP\\carol')}&${DAY}`;
const MARKUP = '<img src=x onerror=alert(1)>';
/** A login of an account that has the name of one in the demo, without a domain, on a host whose name is markup. */
const HOSTILE = aLogin({
  time: '2026-11-16T09:00:00Z',
  hostname: MARKUP,
  user: 'carol',
  sourceId: MARKUP,
  loginId: '0xbad2',
  loginType: 'RDP',
});

/** A login and its logout in the same second. */
const SAME = { time: '2026-11-16T10:00:00Z', hostname: 'INSTANT', user: 'CORP\\ivan', loginId: '0x11' };
const INSTANT = [aLogin({ ...SAME, sourceId: 'instant/1' }), aLogout({ ...SAME, sourceId: 'instant/2' })];

/** A login whose end is not recorded, years before the others. */
const OLD = aLogin({ time: '2020-05-05T05:05:00Z', hostname: 'OLD', sourceId: 'old/1', loginType: 'RDP' });

describeExplorer([HOSTILE, ...INSTANT, OLD], ({ open, page: getPage, requests, expectPeace }) => {
  const cellsOf = async (table: string, column: number): Promise<readonly string[]> =>
    getPage()
      .getByRole('region', { name: table })
      .last()
      .locator(`tbody tr td:nth-child(${column})`)
      .allInnerTexts();

  test('its URL alone shows the hosts and sources of an account, with at most three requests', async () => {
    const page = await open(`${CAROL}&at=2026-11-16T11:00:00Z`);
    await page.getByText('3 lanes').waitFor();
    await page.getByText('0 of 3 successful logins (0 %) were outside of working hours').waitFor();
    expect((await cellsOf('Hosts on which the account had a session', 1)).toSorted()).toEqual([
      'RDP1',
      'WS5',
    ]);
    expect(new Set(await cellsOf('Sessions', 1))).toEqual(new Set(['FS1', 'RDP1', 'WS5']));
    // RDP1, WS5, the attacker's address and the tunnel's.
    expect((await cellsOf('Sources', 1)).toSorted()).toEqual([
      '10.20.0.10',
      '10.20.0.15',
      '203.0.113.66',
      '203.0.113.99',
    ]);
    expect(requests().filter((url) => url.endsWith('/graphql')).length).toBeLessThanOrEqual(3);
    expect(await page.title()).toBe('Account CORP\\carol – Sessionscope');
    expectPeace();
  });

  test('the search shows the whole names of neighbours', async () => {
    const page = await open(`?${DAY}`);
    const search = page.getByRole('combobox', { name: 'Search' });
    await search.fill('203.0.113');
    await page.getByRole('option', { name: /203[.]0[.]113[.]99/ }).waitFor();
    const names = page.getByRole('option').locator('.name');
    expect(
      await names.evaluateAll((all) => all.filter((name) => name.scrollWidth > name.clientWidth).length),
    ).toBe(0);
    expect(await names.allInnerTexts()).toEqual(['203.0.113.66', '203.0.113.99']);
  });

  test('a session lists the addresses of its reconnects, too', async () => {
    const page = await open(CAROL);
    await page.getByRole('cell', { name: '10.20.0.10, 203.0.113.99' }).waitFor();
    expectPeace();
  });

  test('all that is stored is the range from the first event to the last one', async () => {
    const page = await open(CAROL);
    await page.getByRole('combobox', { name: 'Range' }).selectOption('All that is stored');
    await page.waitForURL(/from=2020-05-05T05:00:00.000Z&until=2026-11-16T22:00:00.000Z/);
    expectPeace();
  });

  test('a host whose only session in the range began before it leads to its last events', async () => {
    const page = await open(`?view=host&entity=OLD&${DAY}`);
    await page.getByText('1 lane', { exact: true }).waitFor();
    await page.getByText('This host has no event in this range').waitFor();
    await page.getByRole('link', { name: 'Show its last events' }).click();
    await page.waitForURL(/from=2020-05-05/);
    expectPeace();
  });

  test('a host that is not known has no statement about who was on', async () => {
    const page = await open(`?view=host&entity=NOTHING&${DAY}&at=2026-11-16T11:00:00Z`);
    await page.getByText('No event names the host').waitFor();
    await page.getByText('Who was on').waitFor({ state: 'detached' });
    expectPeace();
  });

  test.each(['host&entity=INSTANT', `account&entity=${encodeURIComponent('CORP\\ivan')}`])(
    'a session that ended when it started has a lane and a row: %s',
    async (view) => {
      const page = await open(`?view=${view}&${DAY}`);
      await page.getByText('1 lane', { exact: true }).waitFor();
      await page.getByRole('button', { name: 'Select 0x11' }).waitFor();
      expectPeace();
    },
  );

  test('working hours are those of the zone', async () => {
    const page = await open(`${CAROL}&zone=Asia/Tokyo`);
    await page.getByText('3 of 3 successful logins (100 %) were outside of working hours').waitFor();
    expectPeace();
  });

  test('a name without a domain is an account of its own, and its host is shown as text', async () => {
    const page = await open(`?view=account&entity=carol&${DAY}`);
    await page.getByText('1 lane', { exact: true }).waitFor();
    await page.getByText('0 of 1 successful logins').waitFor();
    await page.locator('.timeline-name', { hasText: MARKUP.toUpperCase() }).waitFor();
    expect(await page.locator('img').count()).toBe(0);
    expectPeace();
  });

  test('accounts are reached from the search and from the lanes of a host', async () => {
    const page = await open(`?view=host&entity=RDP1&${DAY}`);
    await page.locator('.timeline-name').getByRole('link', { name: 'CORP\\fay' }).click();
    await page.getByRole('heading', { level: 1, name: 'Account CORP\\fay' }).waitFor();
    const search = page.getByRole('combobox', { name: 'Search' });
    await search.fill('corp\\carol');
    await search.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Account CORP\\carol' }).waitFor();
    await page.locator('.timeline-name').getByRole('link', { name: 'WS5' }).click();
    await page.getByRole('heading', { level: 1, name: 'Host WS5' }).waitFor();
    expectPeace();
  });

  test.each([
    ['an unknown account', 'nobody', 'No event names the account “nobody”'],
    ['no account', '', 'names no account'],
  ])('%s is explained', async (_, name, message) => {
    const page = await open(`?view=account&entity=${name}&${DAY}`);
    const alert = page.getByRole('alert').first();
    await alert.waitFor();
    expect(await alert.innerText()).toContain(message);
  });

  test('an account without events in the range leads to its last ones', async () => {
    const page = await open(
      '?view=account&entity=corp%5Ccarol&from=2020-01-01T00:00:00Z&until=2020-01-02T00:00:00Z',
    );
    await page.getByRole('link', { name: 'Show its last events' }).click();
    await page.getByText(/^\d+ lanes$/).waitFor();
    expectPeace();
  });

  test.each(['light', 'dark'] as const)('axe finds nothing serious in the %s theme', async (colorScheme) => {
    await getPage().emulateMedia({ colorScheme });
    const page = await open(`${CAROL}&at=2026-11-16T11:00:00Z`);
    await page.getByText('of 3 successful logins').waitFor();
    await page.getByText('3 lanes').waitFor();
    expect(await listBarriers(page)).toEqual([]);
  });
});
