import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { aLogin } from '../support/events.ts';
import { DAY, describeExplorer, listBarriers, RDP1 } from '../support/explorer.ts';

const MARKUP = '<img src=x onerror=alert(1)>';
const HOSTILE = aLogin({
  time: '2026-11-16T12:00:00Z',
  hostname: MARKUP,
  user: `${MARKUP}\u202E`,
  sourceId: MARKUP,
  loginId: '0xbad1',
  loginType: 'RDP',
});
const CAROL = 'CORP%5Ccarol';
const CASE = `?view=case&${DAY}&pin=lane:RDP1/${CAROL}&pin=lane:WS5/${CAROL}&pin=host:FS1`;

const rowsOf = (page: Page, table: string) =>
  page.getByRole('region', { name: table }).last().locator('tbody tr');
const pinsOf = (page: Page): readonly string[] => new URL(page.url()).searchParams.getAll('pin');

describeExplorer([HOSTILE], ({ api, open, page: getPage, requests, expectPeace }) => {
  test('its URL alone shows the lanes, their sessions and the hops between them, in two requests', async () => {
    const page = await open(`${CASE}&at=2026-11-16T11:00:00Z`);
    await rowsOf(page, 'Hops').nth(2).waitFor();
    expect(requests().filter((url) => url.endsWith('/graphql'))).toHaveLength(2);
    const names = page.locator('.timeline-name .pin-name');
    expect(await names.allInnerTexts()).toEqual(['FS1', 'RDP1 CORP\\carol', 'WS5 CORP\\carol'].map(split));
    expect(await rowsOf(page, 'Lanes that had a session').locator('td:first-child').allInnerTexts()).toEqual([
      'CORP\\carol on RDP1',
      'CORP\\carol on WS5',
    ]);
    const sessions = (filter: string): string =>
      `sessions(filter: { overlaps: { from: "2026-11-16T00:00:00Z", until: "2026-11-17T00:00:00Z" } excludeNoise: true ${filter} }) { nodes { loginId } }`;
    const { data } = await api()
      .query(`{ carol: account(user: "corp\\\\carol") { ${sessions('hostname: { in: ["RDP1", "WS5"] }')} }
      host(hostname: "fs1") { ${sessions('')} } }`);
    const ids = [data.carol, data.host].flatMap((one) =>
      one.sessions.nodes.map(({ loginId }: { loginId: string }) => loginId),
    );
    const listed = await rowsOf(page, 'Sessions').locator('td:nth-child(8)').allInnerTexts();
    expect(listed.toSorted()).toEqual([...new Set<string>(ids)].toSorted());
    expectPeace();
  });

  test('the hops of the intrusion have the session that each started from, and the evidence', async () => {
    const page = await open(CASE);
    const toWs5 = rowsOf(page, 'Hops')
      .filter({ hasText: 'session of corp\\carol' })
      .filter({ hasText: 'WS5' });
    await toWs5.first().waitFor();
    const cells = await toWs5.first().locator('td').allInnerTexts();
    expect(cells.slice(1, 3)).toEqual(['RDP1', 'session of CORP\\carol']);
    expect(cells.at(-1)).toContain('events of that host have the address');
    await toWs5.first().getByRole('link', { name: 'session of corp\\carol' }).click();
    await page.getByRole('heading', { level: 1, name: 'of corp\\carol on RDP1' }).waitFor();
    expect(pinsOf(page)).toHaveLength(3);
    expectPeace();
  });

  test('lanes are pinned from a host, an account, a session and a hunt, and stay while the view changes', async () => {
    const page = await open(RDP1);
    await page.getByRole('button', { name: 'Pin RDP1 to the case' }).click();
    await page.getByRole('button', { name: 'Pin CORP\\carol on RDP1 to the case' }).press('Enter');
    await page.locator('.timeline-name').getByRole('link', { name: 'CORP\\fay' }).click();
    await page.getByRole('heading', { level: 1, name: 'Account CORP\\fay' }).waitFor();
    await page.getByRole('button', { name: 'Pin CORP\\fay to the case' }).click();
    await page.getByRole('link', { name: '0x19c0e7' }).click();
    await page.getByRole('heading', { level: 1, name: 'Session 0x19c0e7' }).waitFor();
    await page.getByRole('button', { name: 'Pin CORP\\fay on RDP1 to the case' }).click();
    await page.getByRole('link', { name: 'Case (4)' }).click();
    await page.getByText('4 lanes', { exact: true }).first().waitFor();
    expect(pinsOf(page)).toEqual([
      'host:RDP1',
      'lane:RDP1/CORP\\carol',
      'account:CORP\\fay',
      'lane:RDP1/CORP\\fay',
    ]);
    await page.getByRole('button', { name: 'Unpin RDP1 from the case' }).click();
    await page.getByText('3 lanes', { exact: true }).first().waitFor();
    await page.goBack();
    await page.getByText('4 lanes', { exact: true }).first().waitFor();
    await page.getByRole('button', { name: 'Empty the case' }).click();
    await page.getByText('Nothing is pinned.').waitFor();
    await open(`?view=hunts&entity=reconnectFromNewSource&${DAY}`);
    await page.getByRole('link', { name: 'Open its lane in the case' }).click();
    await page.waitForURL(/view=case/);
    expect(pinsOf(page)).toEqual(['lane:WS5/CORP\\carol']);
    expectPeace();
  });

  test('a lateral path of the graph opens as a case', async () => {
    const page = await open(`?view=graph&${DAY}&with.path=`);
    await page.getByRole('link', { name: /^Open its \d lanes in the case$/ }).click();
    await rowsOf(page, 'Hops').first().waitFor();
    expect(pinsOf(page).length).toBeGreaterThan(1);
    expect(pinsOf(page).every((pin) => pin.startsWith('lane:'))).toBe(true);
    expectPeace();
  });

  test('a lane is typed, and a note is added at the cursor, found again by its URL and removed', async () => {
    const page = await open(`?view=case&${DAY}&at=2026-11-16T13:02:00Z`);
    await page.getByLabel('Host').fill('ws5');
    await page.getByRole('button', { name: 'Add lane' }).click();
    await page.getByText('1 lane', { exact: true }).first().waitFor();
    await page.getByLabel('Note', { exact: true }).fill(`${MARKUP} came back`);
    await page.keyboard.press('Enter');
    const notes = page.getByRole('region', { name: 'Notes' }).getByRole('listitem');
    await notes.first().waitFor();
    await page.reload();
    await notes.first().waitFor();
    expect(await notes.first().innerText()).toContain(`2026-11-16 13:02:00 ${MARKUP} came back`);
    await page.getByRole('button', { name: /^Remove the note/ }).click();
    await notes.first().waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.has('note')).toBe(false);
    expect(await page.locator('img').count()).toBe(0);
    expectPeace();
  });

  test.each([
    ['a host that no event names', `?view=case&${DAY}&pin=host:NOTHING`, 'no event names it'],
    ['a lane of no kind', `?view=case&${DAY}&pin=moon`, 'is not valid for pin'],
    ['a case without lanes', `?view=case&${DAY}`, 'Nothing is pinned.'],
  ])('%s is explained', async (_, search, message) => {
    const page = await open(search);
    const note = page.getByText(message).first();
    await note.waitFor();
    expect(await note.innerText()).toContain(message);
  });

  test('a case with as many lanes as it can have refuses another one', async () => {
    const pins = Array.from({ length: 19 }, (_, index) => `pin=lane:H${index}/CORP%5Cu${index}`).join('&');
    const page = await open(`?view=case&${DAY}&pin=lane:RDP1/${CAROL}&${pins}`);
    // All lanes are one question, which must not be too long for the API.
    await rowsOf(page, 'Sessions').getByText('0x1d4f2a').waitFor();
    expect(await page.locator('.note.error').count()).toBe(0);
    await page.getByLabel('Host').fill('WS5');
    await page.getByRole('button', { name: 'Add lane' }).click();
    await page.getByText('A case has at most 20 lanes.').waitFor();
    expect(pinsOf(page)).toHaveLength(20);
  });

  test('hostile names are shown as text, and do not change the height of lanes', async () => {
    const page = await open(`?view=case&${DAY}&pin=host:FS1&pin=host:${encodeURIComponent(MARKUP)}`);
    const lane = page.locator('.timeline-name', { hasText: MARKUP });
    await page.getByRole('link', { name: '0xbad1' }).waitFor();
    expect((await lane.boundingBox())?.height).toBe(24);
    expect(await page.locator('img').count()).toBe(0);
    expectPeace();
  });

  test.each(['light', 'dark'] as const)('axe finds nothing serious in the %s theme', async (colorScheme) => {
    await getPage().emulateMedia({ colorScheme });
    const page = await open(`${CASE}&at=2026-11-16T11:00:00Z&note=2026-11-16T11:00:00Z%20text`);
    await rowsOf(page, 'Hops').first().waitFor();
    expect(await listBarriers(page)).toEqual([]);
  });
});

/** The names of a lane stand in boxes of their own. */
const split = (name: string): string => name.replace(' ', '\n');
