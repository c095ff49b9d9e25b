import { readFile } from 'node:fs/promises';

import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { aLogin } from '../support/events.ts';
import { DAY, describeExplorer, listBarriers } from '../support/explorer.ts';

const IMAGE = '<img src=x onerror=alert(1)>';
const MARKS = '\u202e'.repeat(512);
const HOSTILE = [
  aLogin({ time: '2026-11-16T23:00:00Z', hostname: IMAGE, user: IMAGE, sourceId: IMAGE }),
  aLogin({ time: '2026-11-16T23:01:00Z', hostname: 'MARKS', user: MARKS }),
  aLogin({ time: '2026-11-16T23:02:00Z', hostname: 'MARKS', user: '=cmd()', sourceId: 'formula' }),
];
const EVENTS = `?view=events&${DAY}`;
const MOST_ROWS = 100_000;

describeExplorer(HOSTILE, ({ open, requests, expectPeace, api }) => {
  const grid = (page: Page) => page.getByRole('grid');
  const cell = (page: Page, text: string) =>
    grid(page).getByRole('gridcell', { name: text, exact: true }).first();
  const ofApi = (): readonly string[] => requests().filter((url) => url.endsWith('/graphql'));

  test('a click on a cell keeps its value, and the URL opens the same rows in two requests', async () => {
    const page = await open(EVENTS);
    await cell(page, 'CORP\\carol').click();
    await page.waitForURL(/with\.user=CORP%5Ccarol/);
    await page.getByRole('list', { name: 'Filters' }).getByText('User is').waitFor();
    const { data } = await api().query(
      `query ($filter: SessionEventFilter) { sessionEvents(filter: $filter, first: 1) { totalCount { value } } }`,
      {
        filter: {
          time: { from: '2026-11-16T00:00:00Z', until: '2026-11-17T00:00:00Z' },
          user: { eq: 'CORP\\carol' },
          excludeNoise: true,
        },
      },
    );
    const total = `${data.sessionEvents.totalCount.value} in the range, without noise`;
    await page.getByText(total).waitFor();
    await cell(page, 'WS5').click({ modifiers: ['Alt'] });
    await page.waitForURL(/with\.hostname\.not=WS5/);
    await cell(page, 'WS5').waitFor({ state: 'detached' });
    const address = new URL(page.url());
    const before = ofApi().length;
    await open(address.search);
    await cell(page, 'CORP\\carol').waitFor();
    expect(ofApi().length - before).toBe(2);
    await page.getByRole('button', { name: 'Remove the filter on Host' }).click();
    await page.getByText(total).waitFor();
    expectPeace();
  });

  test('the keys move in the table, keep a value and leave it out', async () => {
    const page = await open(EVENTS);
    await cell(page, 'RDP1').waitFor();
    await grid(page).focus();
    await page.keyboard.press('ArrowRight');
    const action = await page.locator('#cell-0-1').innerText();
    expect(await grid(page).getAttribute('aria-activedescendant')).toBe('cell-0-1');
    await page.keyboard.press('Enter');
    await page.waitForURL(new RegExp(`with\\.action=${action}`));
    await grid(page).focus();
    await page.keyboard.press('Delete');
    await page.waitForURL(/with\.\w+\.not=|with\.action=/);
    expectPeace();
  });

  test('columns, order and a typed filter are in the URL', async () => {
    const page = await open(EVENTS);
    await page.locator('summary', { hasText: 'Columns' }).click();
    await page.getByLabel('Source id').check();
    await page.getByRole('columnheader', { name: 'Source id' }).waitFor();
    await page.getByRole('button', { name: 'Newest first' }).click();
    await page.getByLabel('Column to filter by').selectOption('Host');
    await page.getByLabel('Value').fill('rdp1');
    await page.getByRole('button', { name: 'Add filter' }).click();
    await page.waitForURL(/with\.columns=time.*sourceId.*&with\.order=oldest&with\.hostname=rdp1/);
    await page.reload();
    await page.getByRole('columnheader', { name: 'Source id' }).waitFor();
    expectPeace();
  });

  test('a filter takes the words of the page, offers its values, and says what is wrong with others', async () => {
    const page = await open(`?view=sessions&${DAY}`);
    await cell(page, 'RDP1').waitFor();
    const [column, value] = [page.getByLabel('Column to filter by'), page.getByLabel('Value')];
    await column.selectOption('How it ended');
    const list = page.locator(`#${await value.getAttribute('list')} option`);
    expect(await list.evaluateAll((all) => all.map((one) => (one as HTMLOptionElement).value))).toEqual([
      'LOGOUT',
      'SUPERSEDED',
      'HOST_STOP',
      'HOST_RESTART',
    ]);
    await value.fill('a crash');
    await value.press('Enter');
    const alert = page.getByRole('alert').filter({ hasText: '“a crash” is not a value of How it ended.' });
    await alert.waitFor();
    expect(page.url()).not.toContain('with.');
    await value.fill('a logout');
    await value.press('Enter');
    await page.waitForURL(/with\.endReason=LOGOUT/);
    await alert.waitFor({ state: 'detached' });
    await page.getByRole('list', { name: 'Filters' }).getByText('How it ended is a logout').waitFor();
    await cell(page, 'LOGOUT').waitFor();
    await page.goto(page.url().replace('endReason=LOGOUT', 'endReason=CRASH'));
    await page.getByRole('alert').filter({ hasText: '“CRASH” is not a value of How it ended.' }).waitFor();
    expect(await page.getByRole('grid').count()).toBe(0);
    await page.getByRole('button', { name: 'Remove the filter on How it ended' }).click();
    await cell(page, 'RDP1').waitFor();
    expectPeace();
  });

  test('the search opens the events of an address, in a range that has them', async () => {
    const page = await open('?from=2026-11-08T00:00:00Z&until=2026-11-09T00:00:00Z');
    await page.keyboard.press('/');
    await page.keyboard.type('203.0.113.66');
    await page.getByRole('option', { name: /^203.0.113.66 address, opens its events/ }).waitFor();
    await page.keyboard.press('Enter');
    await cell(page, '203.0.113.66').waitFor();
    expect(new URL(page.url()).searchParams.get('with.srcIp')).toBe('203.0.113.66');
    expectPeace();
  });

  test.each([
    ['CSV', 'hostname,user\r\n', "MARKS,'=cmd()\r\n"],
    ['NDJSON', '', '{"hostname":"MARKS","user":"=cmd()"}\n'],
  ])('%s has all rows that match, with the chosen columns', async (format, head, line) => {
    const page = await open(`${EVENTS}&with.columns=hostname,user&with.hostname=MARKS`);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: `Export ${format}` }).click(),
    ]);
    const text = await readFile(await download.path(), 'utf8');
    expect(text.startsWith(head)).toBe(true);
    expect(text.endsWith(line)).toBe(true);
    expect(text).toContain(MARKS);
    expect(download.suggestedFilename()).toBe(`events-table.${format.toLowerCase()}`);
    await page.getByText('2 rows exported, with the columns of the table.').waitFor();
    // Only NDJSON looks like what the import command reads.
    const command = page.locator('code.command');
    expect(await command.count()).toBe(format === 'NDJSON' ? 1 : 0);
    if (format === 'NDJSON') expect(await command.innerText()).toContain('--format ndjson');
    expectPeace();
  });

  test('more rows than the page exports show the command', async () => {
    const page = await open('?view=overview');
    await answerWith(
      page,
      () => ({ sessionEvents: { totalCount: { value: MOST_ROWS + 1, relation: 'EQUAL' } } }),
      'EventTotal',
    );
    await open(`${EVENTS}&with.user=o'hara`);
    await page.getByRole('button', { name: 'Export CSV' }).click();
    await page.getByText('100,001 rows match').waitFor();
    expect(await page.locator('code.command').innerText()).toContain(`"user":{"eq":"o'\\''hara"}`);
  });

  test('100,000 rows are scrolled to the end, and only those that are seen are drawn', async () => {
    const page = await open('?view=overview');
    await answerWith(page, makeRows, 'EventRows');
    await open(EVENTS);
    await cell(page, 'HOST-0').waitFor();
    await grid(page).focus();
    // The end moves away while pages arrive.
    for (;;) {
      await page.keyboard.press('End');
      const count = await page.locator('.rows tr[aria-rowindex]').last().getAttribute('aria-rowindex');
      if (Number(count) === MOST_ROWS + 1) break;
    }
    await cell(page, `HOST-${MOST_ROWS - 1}`).waitFor();
    await page.getByText('Only the first 100,000 rows are listed.').waitFor();
    expect(await page.locator('.rows tr').count()).toBeLessThan(120);
    await page.locator('.rows').evaluate((frame) => frame.scrollTo(0, 50_000 * 28));
    await cell(page, 'HOST-50000').waitFor();
    expectPeace();
  });

  test.each([
    ['a field that nobody can filter by', '&with.nothing=1', 'no such filter, column or order: nothing'],
    [
      'a column that does not exist',
      '&with.columns=time,moon',
      'no such filter, column or order: columns=moon',
    ],
    ['an invalid address', '&with.srcIp=here', '“here” is not an address.'],
    ['an address that the API refuses', '&with.srcIp=10.0.0.999', 'srcIp'],
    ['no rows', '&with.hostname=NOTHING', 'Nothing matches in this range. Remove a filter.'],
  ])('%s is explained', async (_, more, message) => {
    const page = await open(`${EVENTS}${more}`);
    const note = page.getByText(message).first();
    await note.waitFor();
    expect(await note.innerText()).toContain(message);
  });

  test('sessions are a table too, and a row opens its session', async () => {
    const page = await open(`?view=sessions&${DAY}&with.hostname=RDP1`);
    await cell(page, 'CORP\\carol').waitFor();
    const row = grid(page).getByRole('row').filter({ hasText: 'CORP\\carol' }).first();
    await row.getByRole('link', { name: 'session' }).click();
    await page.waitForURL(/view=session&/);
    expectPeace();
  });

  test('names from logs are shown as text, and do not change the height of a row', async () => {
    const page = await open(EVENTS);
    await cell(page, IMAGE.toUpperCase()).waitFor();
    expect(await page.locator('img').count()).toBe(0);
    const heights = await page
      .locator('.rows tbody tr:not(.spacer)')
      .evaluateAll((rows) => [...new Set(rows.map((one) => one.getBoundingClientRect().height))]);
    expect(heights).toEqual([28]);
    const time = page.locator('#cell-0-0');
    expect(await time.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    expectPeace();
  });

  test.each(['light', 'dark'] as const)('axe finds nothing serious in the %s theme', async (colorScheme) => {
    for (const search of [`${EVENTS}&with.hostname=RDP1&with.user.not=`, `?view=sessions&${DAY}`]) {
      const page = await open(search);
      await page.emulateMedia({ colorScheme });
      await cell(page, 'RDP1').waitFor();
      await page.locator('summary', { hasText: 'Columns' }).click();
      expect(await listBarriers(page)).toEqual([]);
    }
  });
});

/** Answers the questions of a name with made data. */
const answerWith = async (
  page: Page,
  makeData: (variables: { first: number; after: string | null }) => object,
  name: string,
): Promise<void> => {
  await page.route('**/graphql', async (route) => {
    const { query, variables } = route.request().postDataJSON() as {
      query: string;
      variables: { first: number; after: string | null };
    };
    if (!query.includes(`query ${name}`)) return route.continue();
    return route.fulfill({ json: { data: makeData(variables) } });
  });
};

const makeRows = ({ first, after }: { first: number; after: string | null }): object => {
  const from = Number(after ?? 0);
  const nodes = Array.from({ length: first }, (_, index) => ({
    id: String(from + index),
    time: '2026-11-16T12:00:00Z',
    action: 'LOGIN',
    hostname: `HOST-${from + index}`,
    user: null,
    userDomain: null,
    session: null,
  }));
  return { sessionEvents: { nodes, pageInfo: { hasNextPage: true, endCursor: String(from + first) } } };
};
