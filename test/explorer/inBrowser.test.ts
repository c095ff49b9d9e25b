import { gzipSync } from 'node:zlib';

import { expect, test } from '@jest/globals';

import { aLogin } from '../support/events.ts';
import { DAY, describeExplorer, listBarriers, listWho, RDP1 } from '../support/explorer.ts';

const IMAGE = '<img src=x onerror=alert(1)>';
const MARKS = '\u200F'.repeat(512);
const HOSTILE = [IMAGE, MARKS].map((user) =>
  aLogin({
    time: '2026-11-16T12:00:00Z',
    hostname: IMAGE,
    user,
    sourceId: user,
    loginSuccessful: false,
  }),
);

describeExplorer(HOSTILE, ({ page: getPage, open, requests, expectPeace }) => {
  test('the overview shows the stored period and the hunts; its ranking leads to a host', async () => {
    const page = await open('');
    await page.waitForURL(/from=2026-11-06T07:00:00.000Z&until=2026-11-16T22:00:00.000Z/);
    await page.locator('.card.found', { hasText: 'Password Spraying' }).waitFor();
    await page.getByRole('link', { name: 'RDP1' }).click();
    await page.getByRole('heading', { level: 1, name: 'Host RDP1' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Overview' }).waitFor();
    expectPeace();
  });

  test('an overview of a part of what is stored says so, and leads to all', async () => {
    const page = await open('?from=2026-11-15T00:00:00Z&until=2026-11-16T00:00:00Z');
    await page.getByText('Events and failed logins outside of the range are stored, too').waitFor();
    await page.getByRole('link', { name: 'All that is stored' }).click();
    await page.waitForURL(/from=2026-11-06T07:00:00.000Z&until=2026-11-16T22:00:00.000Z/);
    await page.getByRole('link', { name: 'All that is stored' }).waitFor({ state: 'detached' });
    await page.getByText(/^[\d,]+ events, /).waitFor();
    expectPeace();
  });

  test('a URL with a time shows who was on, and the keys move the cursor', async () => {
    const page = await open(`${RDP1}&at=2026-11-16T11:00:00Z`);
    await page.getByText('The events of the host cover this time.').waitFor();
    expect(await listWho(page).locator('.name').allInnerTexts()).toEqual(['CORP\\fay', 'CORP\\carol']);
    await page.getByRole('application').focus();
    for (let count = 0; count < 12; count += 1) await page.keyboard.press('ArrowRight');
    await page.waitForURL(/at=2026-11-16T13:52:48/);
    await listWho(page).nth(1).waitFor({ state: 'detached' });
    expect(await listWho(page).locator('.name').allInnerTexts()).toEqual(['CORP\\fay']);
    expectPeace();
  });

  test('a click on a bar selects its session, and W zooms', async () => {
    const page = await open(RDP1);
    // The sessions and the marks are two answers; both move the picture.
    await page.getByText('13 lanes').waitFor();
    const canvas = page.locator('.timeline-picture canvas');
    const { x, y, width } = (await canvas.boundingBox())!;
    await page.mouse.click(x + (width * 10) / 24, y + 12);
    await page.getByRole('region', { name: 'Selected session' }).getByText('0x19c0e7').waitFor();
    await page.waitForURL(/selected=/);
    await page.getByRole('application').focus();
    await page.keyboard.press('w');
    await page.waitForURL(/zoomFrom=/);
    expectPeace();
  });

  test('the keyboard selects a session in the table', async () => {
    const page = await open(RDP1);
    await page.getByRole('button', { name: 'Select 0x19c0e7' }).press('Enter');
    await page.getByRole('region', { name: 'Selected session' }).getByText('0x19c0e7').waitFor();
    expect(page.url()).toContain('selected=');
  });

  test('a host without events in the range leads to its last ones', async () => {
    const page = await open('?view=host&entity=RDP1&from=2020-01-01T00:00:00Z&until=2020-01-02T00:00:00Z');
    const last = page.getByRole('link', { name: 'Show its last events' });
    await last.waitFor();
    const hint = page.getByText('Click or drag the time axis');
    expect(await hint.count()).toBe(0);
    await last.click();
    await page.getByText(/^\d+ lanes$/).waitFor();
    await hint.waitFor();
    expectPeace();
  });

  test('a slash focuses the search, and Enter opens the host', async () => {
    const page = await open(`?${DAY}`);
    await page.keyboard.press('/');
    await page.keyboard.type('rdp');
    await page.getByRole('option', { name: /RDP1/ }).waitFor();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Host RDP1' }).waitFor();
    expectPeace();
  });

  test('names from logs are shown as text', async () => {
    const page = await open(`?${DAY}`);
    const link = page.getByRole('link', { name: IMAGE.toUpperCase() }).first();
    await link.click();
    await page.getByRole('heading', { level: 1, name: 'Host' }).waitFor();
    await page.locator('.timeline-name', { hasText: /<img/i }).waitFor();
    const marks = page.locator('.timeline-name', { hasText: '\\u200f\\u200f' });
    expect((await marks.boundingBox())?.height).toBe(24);
    expect(await page.title()).toBe(`Host ${IMAGE.toUpperCase()} – Sessionscope`);
    expect(await page.locator('img').count()).toBe(0);
    expectPeace();
  });

  test.each([
    ['an unknown host', '?view=host&entity=NOTHING', 'No event names the host'],
    ['an invalid time', '?from=yesterday&until=today', 'is not valid for from'],
  ])('%s is explained', async (_, search, message) => {
    const page = await open(search);
    const alert = page.getByRole('alert').filter({ hasText: message }).first();
    await alert.waitFor();
    expect(await alert.innerText()).toContain(message);
  });

  test('too long a text is not searched for', async () => {
    const page = await open(`?${DAY}`);
    await page.getByRole('combobox').first().fill('x'.repeat(10_000));
    await page.getByText('At most 512 characters').waitFor();
    expectPeace();
  });

  test.each(['light', 'dark'] as const)('axe finds nothing serious in the %s theme', async (colorScheme) => {
    await getPage().emulateMedia({ colorScheme });
    for (const search of [`?${DAY}`, `${RDP1}&at=2026-11-16T11:00:00Z`]) {
      const page = await open(search);
      await page.locator('.card, .timeline').first().waitFor();
      expect(await listBarriers(page)).toEqual([]);
    }
  });

  test('the first load is at most 120 KB', async () => {
    await open(`?${DAY}`);
    const own = requests().filter((url) => url.includes('/explorer/'));
    expect(own.length).toBeGreaterThan(1);
    const sizes = await Promise.all(
      own.map(async (url) => gzipSync(Buffer.from(await (await fetch(url)).arrayBuffer())).length),
    );
    expect(sizes.reduce((sum, size) => sum + size)).toBeLessThan(120_000);
  });
});
