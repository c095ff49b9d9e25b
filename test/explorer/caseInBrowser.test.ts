import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { aLogin, aLogout } from '../support/events.ts';
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
/** The rows of the table of who was on. */
const listOn = async (page: Page): Promise<readonly (readonly string[])[]> => {
  const rows = await rowsOf(page, 'Accounts that were logged on').all();
  return Promise.all(rows.map(async (row) => row.locator('td').allInnerTexts()));
};
const pinsOf = (page: Page): readonly string[] => new URL(page.url()).searchParams.getAll('pin');

/** More sessions than are drawn of a lane, each of a second, and one that is still open after all of them. */
const BUSY_DAY = 'from=2026-11-18T00:00:00Z&until=2026-11-19T00:00:00Z';
const BUSY = Array.from({ length: 501 }, (_, index) => {
  const timeOf = (seconds: number): string =>
    new Date(Date.UTC(2026, 10, 18, 8) + seconds * 1000).toISOString();
  const isLast = index === 500;
  const session = {
    hostname: 'BUSY',
    user: isLast ? 'CORP\\late' : 'CORP\\svc',
    loginId: `0xb${index.toString(16)}`,
    loginType: 'RDP',
  };
  const login = aLogin({ ...session, time: timeOf(index), sourceId: `in ${index}` });
  return isLast
    ? [login]
    : [login, aLogout({ ...session, time: timeOf(index + 1), sourceId: `out ${index}` })];
}).flat();

describeExplorer([HOSTILE, ...BUSY], ({ api, open, page: getPage, requests, expectPeace }) => {
  test('its URL alone shows the lanes, their sessions and the hops between them, in three requests', async () => {
    const page = await open(`${CASE}&at=2026-11-16T11:00:00Z`);
    await rowsOf(page, 'Hops').nth(2).waitFor();
    expect(requests().filter((url) => url.endsWith('/graphql'))).toHaveLength(3);
    const names = page.locator('.timeline-name .pin-name');
    expect(await names.allInnerTexts()).toEqual(['FS1', 'RDP1 CORP\\carol', 'WS5 CORP\\carol'].map(split));
    await page.getByText('FS1: The host has no events after this time').waitFor();
    expect(await listOn(page)).toEqual([
      ['RDP1', 'CORP\\carol', 'active', 'proven', '2026-11-16 10:14:07', '1'],
      ['WS5', 'CORP\\carol', 'locked', 'proven', '2026-11-16 10:21:09', '1'],
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
    const toWs5 = rowsOf(page, 'Hops').filter({ hasText: '2026-11-16 10:21:09' });
    await toWs5.waitFor();
    const cells = await toWs5.locator('td').allInnerTexts();
    expect(cells.slice(1, 4)).toEqual(['RDP1', 'session of CORP\\carol or session of CORP\\fay', 'WS5']);
    expect(cells.at(-1)).toContain('events of that host have the address');
    await toWs5.getByRole('link', { name: 'session of corp\\carol' }).click();
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

  test('who was on comes from the API, also on a host with more sessions than are drawn', async () => {
    const page = await open(`?view=case&${BUSY_DAY}&pin=host:BUSY&at=2026-11-18T08:08:21Z`);
    await page.getByText('only its first 500 sessions are drawn').waitFor();
    await page.getByText('BUSY: The host has no events after this time').waitFor();
    expect(await listOn(page)).toEqual([
      ['BUSY', 'CORP\\late', 'active', 'possible', '2026-11-18 08:08:20', '1'],
    ]);
    expectPeace();
  });

  test('lanes of another spelling are one lane with the name of the API, with the hops into it', async () => {
    const spellings = 'pin=host:rdp1.corp.example&pin=host:rdp1&pin=lane:ws5/carol@corp';
    const page = await open(`?view=case&${DAY}&${spellings}&pin=lane:WS5/${CAROL}`);
    await rowsOf(page, 'Hops').filter({ hasText: 'WS5' }).first().waitFor();
    const names = page.locator('.timeline-name .pin-name');
    expect(await names.allInnerTexts()).toEqual(['RDP1', 'WS5 CORP\\carol'].map(split));
    await page.getByRole('button', { name: 'Unpin CORP\\carol on WS5 from the case' }).click();
    await page.getByText('1 lane', { exact: true }).first().waitFor();
    expect(pinsOf(page)).toEqual(['host:rdp1.corp.example', 'host:rdp1']);
    expectPeace();
  });

  test('the host of a lane is readable beside a long account', async () => {
    const long = 'lane:HOST-WITH-15-CH/CORP%5Can-account-with-a-very-long-name-indeed';
    const page = await open(`?view=case&${DAY}&pin=${long}`);
    const host = page.locator('.timeline-name').getByText('HOST-WITH-15-CH');
    await host.waitFor();
    expect(await host.evaluate(({ scrollWidth, clientWidth }) => scrollWidth <= clientWidth)).toBe(true);
  });

  test('no word or time of a table is broken, however narrow the page is', async () => {
    for (const width of [1400, 900]) {
      const page = await open(`${CASE}&at=2026-11-16T11:00:00Z`);
      await page.setViewportSize({ width, height: 1000 });
      await page.getByText('FS1: The host has no events after this time').waitFor();
      await rowsOf(page, 'Hops').first().waitFor();
      const cells = page.locator('td', { hasText: /^(?:[a-z]+|[\d-]+ [\d:]+)$/i });
      const lines = await cells.evaluateAll((all) =>
        all.map(({ firstChild }) => {
          const range = document.createRange();
          range.selectNodeContents(firstChild!);
          return range.getClientRects().length;
        }),
      );
      // Cells of a closed table have none.
      const shown = lines.filter((count) => count > 0);
      expect(shown.length).toBeGreaterThan(20);
      expect(new Set(shown)).toEqual(new Set([1]));
    }
  });

  test('a note outside of the range moves the range to its day', async () => {
    const page = await open(`?view=case&${BUSY_DAY}&pin=host:WS5&note=2026-11-16T11:00:00Z%20carol`);
    await page.getByRole('link', { name: '2026-11-16 11:00:00' }).click();
    await page.waitForURL(/from=2026-11-15T23:00/);
    await rowsOf(page, 'Accounts that were logged on').filter({ hasText: 'CORP\\carol' }).waitFor();
    expectPeace();
  });

  test.each([
    ['hosts', (name: string) => `host:${name}`],
    ['accounts', (name: string) => `account:CORP%5C${name}`],
  ])('a case with as many %s as it can have is answered', async (_, format) => {
    const others = Array.from({ length: 19 }, (__, index) => `pin=${format(`x${index}`)}`).join('&');
    const known = format('X').startsWith('host') ? 'host:WS5' : 'account:CORP%5Ccarol';
    const page = await open(`?view=case&${DAY}&at=2026-11-16T11:00:00Z&pin=${known}&${others}`);
    await rowsOf(page, 'Sessions').getByText('0x2c81e4').waitFor();
    await rowsOf(page, 'Accounts that were logged on').filter({ hasText: 'CORP\\carol' }).first().waitFor();
    expect(await page.locator('.note.error').count()).toBe(0);
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
