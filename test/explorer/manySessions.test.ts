import { expect, test } from '@jest/globals';

import { awaitUntil } from '../support/awaitUntil.ts';
import { aNumberedLogin } from '../support/events.ts';
import { describeExplorer, holdRequests } from '../support/explorer.ts';

const RANGE = 'from=2026-10-01T00:00:00Z&until=2026-10-02T00:00:00Z';
/** 501 sessions, one more than the table below a timeline lists. */
const LOGINS = Array.from({ length: 501 }, (_, n) =>
  aNumberedLogin(n, { hostname: 'BIG', user: 'zoe', loginId: `0x${(n + 1).toString(16)}` }),
);

describeExplorer(LOGINS, ({ open, context, page: getPage, questions, expectPeace }) => {
  test.each([
    ['host&entity=BIG', 'HostSessions', 'The table ends after 500 sessions.'],
    ['sessions&with.hostname=BIG&with.order=oldest', 'SessionRows', '501 that started in the range'],
  ])('%s continues with the page that failed when the server is back', async (view, question, end) => {
    const pages: (string | null)[] = [];
    let isGone = true;
    await context().route('**/graphql', async (route) => {
      const { query, variables } = route.request().postDataJSON() as {
        query: string;
        variables: { after?: string | null };
      };
      if (!query.includes(`query ${question}(`)) return route.fallback();
      pages.push(variables.after ?? null);
      return isGone && pages.length > 1 ? route.abort() : route.fallback();
    });
    const page = await open(`?view=${view}&${RANGE}`);
    await page.getByText('0x1', { exact: true }).first().waitFor();
    const notice = page.getByRole('alert').filter({ hasText: 'The server is unavailable.' });
    await notice.waitFor();
    isGone = false;
    await page.getByRole('button', { name: 'Try again' }).click();
    await notice.waitFor({ state: 'detached' });
    await page.getByText(end).waitFor();
    await awaitUntil('the last page was asked for', async () => pages.at(-1) !== null && pages.length > 2);
    expect(pages.filter((after) => after === null)).toHaveLength(1);
    expect(new Set(pages.slice(1)).size).toBe(1);
  });

  test('the rows of the table are not made again when a page after them arrives', async () => {
    // Each link of a row encodes the names in its address.
    await getPage().addInitScript(`
      globalThis.encoded = 0;
      const encode = globalThis.encodeURIComponent;
      globalThis.encodeURIComponent = (text) => { globalThis.encoded += 1; return encode(text); };`);
    const release = await holdRequests(getPage(), '"after":"');
    const page = await open(`?view=host&entity=BIG&${RANGE}`);
    await page.getByText('0x1', { exact: true }).first().waitFor();
    await page.locator('.timeline-name').waitFor();
    expect(await page.evaluate('encoded')).toBeGreaterThan(1000);
    await page.evaluate('globalThis.encoded = 0');
    release();
    await page.getByText('the first 500 of 501').waitFor();
    expect(await page.evaluate('encoded')).toBeLessThan(500);
  });

  test('cards that have their number are not counted again when the server was busy', async () => {
    let refusals = 0;
    await context().route('**/graphql', async (route) => {
      if (refusals > 0 || route.request().postData()?.includes('query OffHoursCount') !== true)
        return route.fallback();
      refusals += 1;
      const extensions = { code: 'RATE_LIMITED', retryAfterSeconds: 1 };
      return route.fulfill({
        status: 429,
        json: { errors: [{ message: 'Too many requests.', extensions }] },
      });
    });
    const page = await open(`?${RANGE}`);
    await page
      .getByRole('region', { name: /^Hunts/ })
      .and(page.locator('[aria-busy=false]'))
      .waitFor();
    await page.getByText('Too many requests.').waitFor({ state: 'detached' });
    await awaitUntil(
      'all cards have a number',
      async () => !(await page.locator('.cards').innerText()).includes('…'),
    );
    const count = (question: string): number => questions().filter((name) => name === question).length;
    expect(count('OffHoursCount')).toBe(2);
    expect(count('BruteForceThenSuccessCount')).toBe(1);
  });

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
