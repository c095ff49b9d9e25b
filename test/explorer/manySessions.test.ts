import { expect, test } from '@jest/globals';

import { aNumberedLogin } from '../support/events.ts';
import { describeExplorer } from '../support/explorer.ts';

const RANGE = 'from=2026-10-01T00:00:00Z&until=2026-10-02T00:00:00Z';
/** 501 sessions, one more than the table below a timeline lists. */
const LOGINS = Array.from({ length: 501 }, (_, n) =>
  aNumberedLogin(n, { hostname: 'BIG', user: 'zoe', loginId: `0x${(n + 1).toString(16)}` }),
);

describeExplorer(LOGINS, ({ open, expectPeace }) => {
  test.each([
    ['host', 'BIG', { 'with.hostname': 'BIG' }],
    ['account', 'zoe', { 'with.user': 'zoe', 'with.userDomain': '' }],
  ])('the table of a %s that ends leads to all of its sessions', async (view, entity, filter) => {
    const page = await open(`?view=${view}&entity=${entity}&${RANGE}`);
    await page.getByText('The table ends after 500 sessions.').waitFor();
    await page.getByRole('link', { name: 'All sessions that started in this range' }).click();
    await page.getByText('501 that started in the range').waitFor();
    const { searchParams } = new URL(page.url());
    expect(Object.fromEntries(searchParams)).toEqual({
      view: 'sessions',
      from: '2026-10-01T00:00:00.000Z',
      until: '2026-10-02T00:00:00.000Z',
      ...filter,
    });
    expectPeace();
  });
});
