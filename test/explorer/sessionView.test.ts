import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { INGEST_CONTEXT } from '../support/api.ts';
import { aLogin, aReconnect } from '../support/events.ts';
import { DAY, describeExplorer, listBarriers, RDP1 } from '../support/explorer.ts';

const MARKUP = '<img src=x onerror=alert(1)>';
/** A session whose names are markup and marks that reorder text, open at the same time as a session of the demo. */
const HOSTILE = aLogin({
  time: '2026-11-16T09:00:00Z',
  hostname: 'RDP1',
  user: `${MARKUP}\u202E`,
  uid: MARKUP,
  sourceId: MARKUP,
  loginId: '0xbad1',
  loginType: 'RDP',
});

/** A session whose login has no address. It is disconnected and reconnected later. */
const ROAMING = { hostname: 'ROAM1', user: 'CORP\\roam', loginId: '0xbad4' };
const ROAMING_EVENTS = [
  aLogin({ ...ROAMING, time: '2026-11-14T09:00:00Z', loginType: 'INTERACTIVE' }),
  aReconnect({ ...ROAMING, time: '2026-11-14T11:00:00Z', loginType: 'RDP', srcIp: '192.0.2.8' }),
];

/** Two sessions without an end on a host that was silent for days between their logins. */
const QUIET = ['0xbad2', '0xbad3'].map((loginId, index) =>
  aLogin({
    time: `2026-11-${10 + 3 * index}T09:00:00Z`,
    hostname: 'QUIET1',
    user: `CORP\\quiet${index}`,
    loginId,
    loginType: 'INTERACTIVE',
  }),
);

/** Opens fay's session on the demo's remote desktop server, as a person does; returns its address. */
const openFaysSession = async (page: Page): Promise<string> => {
  await page.getByRole('link', { name: '0x19c0e7' }).click();
  await page.getByRole('heading', { level: 1, name: 'Session 0x19c0e7' }).waitFor();
  return page.url();
};

const cellsOf = async (page: Page, table: string, column: number): Promise<readonly string[]> =>
  page
    .getByRole('region', { name: table })
    .last()
    .locator(`tbody tr td:nth-child(${column})`)
    .allInnerTexts();

describeExplorer(
  [HOSTILE, ...QUIET, ...ROAMING_EVENTS],
  ({ api, open, page: getPage, requests, expectPeace }) => {
    test('a session is reached from its host, and its URL alone shows it again', async () => {
      const address = await openFaysSession(await open(RDP1));
      const asked = requests().length;
      await getPage().goto('about:blank');
      const page = await open(new URL(address).search);
      await page.getByRole('region', { name: 'Events of the session' }).locator('tbody tr').first().waitFor();
      const events = await cellsOf(page, 'Events of the session', 2);
      expect(events).toEqual(['login, RDP', 'disconnect', 'reconnect, RDP', 'logout, RDP']);
      const times = await cellsOf(page, 'Events of the session', 1);
      expect(times).toEqual(times.toSorted());
      expect(await cellsOf(page, 'States', 1)).toEqual(['active', 'disconnected', 'active']);
      expect(await cellsOf(page, 'Who else was on this host', 1)).toContain('CORP\\carol');
      // Fay's second session on RDP1 is one on this host, and not elsewhere.
      expect(await cellsOf(page, 'Who else was on this host', 1)).toContain('CORP\\fay');
      await page.getByRole('region', { name: 'Where else the account was' }).last().waitFor();
      expect(await cellsOf(page, 'Where else the account was', 1)).toEqual([]);
      // A session is shown whole: the page offers the zone and no range.
      expect(await page.getByLabel('Zone').count()).toBe(1);
      expect(await page.getByLabel('From', { exact: true }).count()).toBe(0);
      const questions = requests()
        .slice(asked)
        .filter((url) => url.endsWith('/graphql'));
      expect(questions.length).toBeLessThanOrEqual(3);
      expectPeace();
    });

    test('a session that was open at the same time is told from one that may have been', async () => {
      const page = await open(RDP1);
      await openFaysSession(page);
      const nearby = page
        .getByRole('region', { name: 'Who else was on this host' })
        .last()
        .locator('tbody tr');
      const carol = nearby.filter({ hasText: 'CORP\\carol' }).first();
      expect(await carol.locator('td').last().innerText()).toBe('proven');
      await page.getByRole('combobox', { name: 'Search' }).fill('0xbad2');
      await page.getByRole('combobox', { name: 'Search' }).press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Session 0xbad2' }).waitFor();
      expect(await nearby.filter({ hasText: '0xbad3' }).locator('td').last().innerText()).toBe('possible');
    });

    test('a login id in the search opens its session', async () => {
      const page = await open(`?${DAY}`);
      await page.getByRole('combobox', { name: 'Search' }).fill('0x19c0e7');
      await page.getByRole('combobox', { name: 'Search' }).press('Enter');
      await page.getByRole('heading', { level: 1, name: 'Session 0x19c0e7' }).waitFor();
      expectPeace();
    });

    test('the session leads to its host at its start, with the session selected', async () => {
      const page = await open(RDP1);
      await openFaysSession(page);
      await page.getByRole('region', { name: 'Facts' }).getByRole('link', { name: 'RDP1' }).click();
      await page.getByRole('region', { name: 'Selected session' }).getByText('0x19c0e7').waitFor();
      expect(new URL(page.url()).searchParams.get('at')).toBe('2026-11-16T08:40:11.882Z');
    });

    test('the facts have the addresses of reconnects, and apart those that only disconnects have', async () => {
      const disconnects = ['192.0.2.8', '192.0.2.7'].map((srcIp, index) => ({
        disconnect: { ...ROAMING, srcIp, time: `2026-11-14T1${index}:30:00Z` },
      }));
      const { data } = await api().query(INGEST_CONTEXT, { events: disconnects });
      expect(data.ingestContextEvents.accepted).toBe(2);
      const page = await open(`?${DAY}`);
      await page.getByRole('combobox', { name: 'Search' }).fill(ROAMING.loginId);
      await page.getByRole('combobox', { name: 'Search' }).press('Enter');
      const facts = page.getByRole('region', { name: 'Facts' });
      await facts.getByText('192.0.2.7, of disconnects only', { exact: true }).waitFor();
      await facts.getByText('192.0.2.8', { exact: true }).waitFor();
      expectPeace();
    });

    test('hostile names are shown as text', async () => {
      const page = await open(RDP1);
      await page.getByRole('link', { name: '0xbad1' }).click();
      const heading = page.getByRole('heading', { level: 1 });
      await heading.filter({ hasText: `of ${MARKUP.toLowerCase()}\\u202e on RDP1` }).waitFor();
      await page.getByRole('region', { name: 'Events of the session' }).getByText(MARKUP).first().waitFor();
      expect(await page.locator('img').count()).toBe(0);
      expectPeace();
    });

    test('an id that is unknown, malformed, missing or of another kind is explained', async () => {
      const { data } = await api().query(
        '{ host(hostname: "RDP1") { id sessions(first: 1) { nodes { id } } } }',
      );
      const { id, sessions } = data.host;
      const page = await open(`?view=session&entity=${encodeURIComponent(id)}&${DAY}`);
      await page.getByRole('alert').filter({ hasText: 'another kind of object (Host)' }).waitFor();
      await page.getByRole('alert').getByRole('link', { name: 'RDP1' }).waitFor();
      await open(`?view=session&entity=nothing&${DAY}`);
      const malformed = page.getByRole('alert').filter({ hasText: 'has no valid id of a session' });
      await malformed.getByRole('link', { name: 'all sessions' }).waitFor();
      expect(await page.getByText('issued by this API').count()).toBe(0);
      expect(await malformed.getByRole('link').getAttribute('href')).toContain(
        '?view=sessions&from=2026-11-16',
      );
      await open(`?view=session&${DAY}`);
      await page.getByRole('alert').filter({ hasText: 'names no session' }).waitFor();
      const unknown = changeId(sessions.nodes[0].id);
      await open(`?view=session&entity=${encodeURIComponent(unknown)}&${DAY}`);
      await page.getByRole('alert').filter({ hasText: 'No session has this id.' }).waitFor();
      expect(await page.getByRole('alert').count()).toBe(1);
    });

    test.each(['light', 'dark'] as const)(
      'axe finds nothing serious in the %s theme',
      async (colorScheme) => {
        await getPage().emulateMedia({ colorScheme });
        const page = await open(RDP1);
        await openFaysSession(page);
        await page
          .getByRole('region', { name: 'Events of the session' })
          .locator('tbody tr')
          .first()
          .waitFor();
        expect(await listBarriers(page)).toEqual([]);
      },
    );
  },
);

/** The id of a session that does not exist: that of another one with its last figure changed. */
const changeId = (id: string): string => {
  const text = Buffer.from(id, 'base64url').toString();
  return Buffer.from(text.slice(0, -1) + (text.endsWith('0') ? '1' : '0')).toString('base64url');
};
