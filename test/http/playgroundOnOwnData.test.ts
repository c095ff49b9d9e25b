import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';

import { PLAYGROUND_TABS } from '../../src/http/playground/tabs/playgroundTabs.ts';

import { useApi } from '../support/api.ts';
import { awaitUntil } from '../support/awaitUntil.ts';
import { CHROMIUM, hasChromium, launchBrowser, openPlayground } from '../support/browser.ts';
import { useDatabase } from '../support/database.ts';
import { aLock, aLogin, anUnlock } from '../support/events.ts';

// CI must have the browser: there its absence is a failure.
const isRun = hasChromium || process.env['CI'] !== undefined;
const title = isRun ? 'in Chromium' : `NOT RUN, because ${CHROMIUM} does not exist: in Chromium`;
const describeInBrowser = isRun ? describe : describe.skip;

const READING = PLAYGROUND_TABS.filter(({ topic }) => topic !== 'Ingest').map(({ name }) => name);

/** A log of SRV1, where dora works, the address 192.0.2.77 guesses passwords of six users, and eve logs in; WS9 has one login. */
const ownEvents = (): readonly object[] => {
  const dora = { hostname: 'SRV1', user: 'ACME\\dora', loginId: '0xd0' };
  const guesses = ['dora', 'eve', 'finn', 'gina', 'hugo', 'ines'].map((name, index) =>
    aLogin({
      time: `2026-10-05T08:0${index}:00Z`,
      hostname: 'SRV1',
      user: `ACME\\${name}`,
      loginId: null,
      loginType: 'REMOTE',
      loginSuccessful: false,
      srcIp: '192.0.2.77',
    }),
  );
  return [
    ...guesses,
    aLogin({ time: '2026-10-04T08:00:00Z', hostname: 'WS9', user: 'ACME\\finn', loginId: '0xf1' }),
    aLogin({
      time: '2026-10-05T08:07:00Z',
      hostname: 'SRV1',
      user: 'ACME\\eve',
      loginId: '0xe1',
      loginType: 'RDP',
      srcIp: '192.0.2.77',
    }),
    aLogin({ ...dora, time: '2026-10-05T09:00:00Z', loginType: 'INTERACTIVE' }),
    aLock({ ...dora, time: '2026-10-05T10:00:00Z' }),
    anUnlock({ ...dora, time: '2026-10-05T10:30:00Z' }),
  ];
};

const INGEST = `mutation Ingest($events: [SessionEventInput!]!) {
  ingestSessionEvents(events: $events) { rejected }
}`;

describeInBrowser(title, () => {
  let browser: Browser | undefined;
  let context: BrowserContext;
  let page: Page;

  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(async () => browser?.close());
  beforeEach(async () => {
    context = await browser!.newContext({ viewport: { width: 1400, height: 960 }, timezoneId: 'Asia/Tokyo' });
    page = await context.newPage();
  });
  afterEach(async () => context.close());

  describe('on an empty database', () => {
    const api = useApi(useDatabase());

    test('the page explains what to do, and no example fails', async () => {
      const playground = await openPlayground(page, api().url);
      const status = page.getByRole('status').filter({ hasText: 'Nothing is stored yet.' });
      expect(await status.innerText()).toContain('npm run import');
      for (const name of READING) {
        await playground.openExample(name);
        expect([name, await playground.run(/"(data|errors)"/)]).toEqual([
          name,
          expect.not.stringContaining('"errors"'),
        ]);
      }
    });
  });

  describe("on the user's own data", () => {
    const api = useApi(useDatabase());
    const store = async (events: readonly object[]): Promise<void> => {
      const { data } = await api().query(INGEST, { events });
      expect(data).toEqual({ ingestSessionEvents: { rejected: 0 } });
    };
    beforeAll(async () => store(ownEvents()));

    test('every example is filled with its values, and none fails or mentions the demo', async () => {
      const playground = await openPlayground(page, api().url);
      await page.getByRole('status').filter({ hasText: 'until 2026-10-05 10:30 UTC' }).waitFor();
      const results: Record<string, string> = {};
      for (const name of READING) {
        await playground.openExample(name);
        results[name] = await playground.run(/"(data|errors)"/);
        expect([name, results[name]]).toEqual([name, expect.not.stringContaining('"errors"')]);
        const variables = await playground.read('variables');
        expect([name, variables]).toEqual([
          name,
          expect.not.stringMatching(/corp|2026-11-16|203\.0|198\.51/i),
        ]);
      }
      expect(results).toMatchObject({
        FailedRdpLogins: expect.stringContaining('"value": 6'),
        HostTimeline: expect.stringContaining('"UnlockEvent"'),
        WhoWasOn: expect.stringContaining('ACME\\\\dora'),
        AccountDay: expect.stringContaining('"LOCK"'),
        BruteForceThenSuccess: expect.stringContaining('"failureCount": 6'),
        OffHours: expect.stringContaining('+09:00'),
        LoginsSince: expect.stringContaining('ACME\\\\eve'),
        RemoteDesktopLogins: expect.stringContaining('192.0.2.77'),
        UnusualRdpSource: expect.stringContaining('192.0.2.77'),
        FailuresPerHour: expect.stringContaining('"distinctUsers": 6'),
        SilentHosts: expect.stringContaining('WS9'),
      });
    });

    test('a single later event of another host does not move the ranges away from the data', async () => {
      await store([
        aLogin({ time: '2026-12-25T09:00:00Z', hostname: 'LATE1', user: 'ACME\\late', loginId: '0xa7' }),
      ]);
      const playground = await openPlayground(page, api().url);
      await page.getByRole('status').filter({ hasText: 'of SRV1, until 2026-10-05 10:30 UTC' }).waitFor();
      await playground.openExample('BruteForceThenSuccess');
      expect(await playground.run(/"(data|errors)"/)).toContain('"failureCount": 6');
    });

    test('typed values are kept; filled values follow the data', async () => {
      const playground = await openPlayground(page, api().url);
      await playground.openTab('AccountDay');
      await playground.awaitText('variables', /dora/);
      await playground.openTab('HostTimeline');
      await playground.awaitText('variables', /SRV1/);
      await playground.clear('variables');
      await page.keyboard.insertText('{"hostname": "WS9", "from": "2026-10-01T00:00:00Z"}');
      // GraphiQL reads typed text after 100 ms.
      await page.waitForURL(/WS9/);
      await playground.openTab('AccountDay');
      await playground.openTab('HostTimeline');
      expect(await playground.read('variables')).toContain('WS9');

      await store(
        Array.from({ length: 12 }, (_, second) =>
          aLogin({
            time: `2026-10-06T09:00:${10 + second}Z`,
            hostname: 'WS7',
            user: 'ACME\\kim',
            loginId: `0x7${second}`,
          }),
        ),
      );
      await playground.reload();
      await page.getByRole('status').filter({ hasText: 'of WS7, until 2026-10-06' }).waitFor();
      expect(await playground.read('variables')).toContain('WS9');
      expect(await playground.run(/"__typename"/)).toContain('ACME\\\\finn');
      await playground.openTab('AccountDay');
      await playground.awaitText('variables', /kim/);
    });

    test("the user's own query runs unchanged", async () => {
      const playground = await openPlayground(page, api().url);
      await playground.openTab('HostTimeline');
      await playground.awaitText('variables', /hostname/);
      await playground.clear('variables');
      await playground.clear('query');
      await page.keyboard.insertText(
        'query Mine($hostname: String!) { host(hostname: $hostname) { hostname } }',
      );
      await page.waitForURL(/Mine/);
      // GraphiQL reads the name of the operation from the text with a delay.
      await awaitUntil('the new operation is run', async () =>
        (await playground.run(/"errors"/)).includes('$hostname'),
      );
      expect(await playground.read('variables')).toBe('');
    });
  });
});
