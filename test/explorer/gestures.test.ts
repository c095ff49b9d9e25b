/// <reference lib="dom" />
import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { DAY, describeExplorer, listWho, RDP1 } from '../support/explorer.ts';

const HOUR_MS = 3_600_000;
const DAY_FROM = Date.parse('2026-11-16T00:00:00Z');
const LANES = '.timeline-picture canvas';

/** The range in an address, in milliseconds, by the names of its ends. */
const rangeOf = ({ searchParams }: URL, [from, until]: readonly [string, string]) => ({
  from: Date.parse(searchParams.get(from) ?? ''),
  until: Date.parse(searchParams.get(until) ?? ''),
});

const boxOf = async (page: Page, selector: string) => {
  const box = await page.locator(selector).boundingBox();
  if (box === null) throw new Error(`The page does not show ${selector}.`);
  return box;
};

/** What is painted, as the bytes of a PNG. */
const readPixels = async (page: Page): Promise<string> =>
  page.locator(LANES).evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());

/** Counts from now on how often the lanes are painted. */
const countPaintings = async (page: Page): Promise<() => Promise<number>> => {
  await page.locator(LANES).evaluate((lanes) => {
    const context = (lanes as HTMLCanvasElement).getContext('2d')!;
    const clear = context.clearRect.bind(context);
    // Each painting begins with an empty canvas.
    context.clearRect = (...rectangle) => {
      lanes.dataset['paintings'] = String(Number(lanes.dataset['paintings'] ?? 0) + 1);
      clear(...rectangle);
    };
  });
  return async () => Number((await page.locator(LANES).getAttribute('data-paintings')) ?? 0);
};

const openLanes = async (open: (search: string) => Promise<Page>, search: string): Promise<Page> => {
  const page = await open(search);
  // The sessions and the marks are two answers.
  await page.getByText('13 lanes').waitFor();
  await page.getByText('Failed logins and reconnects as a table').waitFor();
  return page;
};

describeExplorer([], ({ open, api, page: getPage, questions, expectPeace }) => {
  test('brushing over the chart narrows the range, of which the page then shows the numbers', async () => {
    const page = await open(`?${DAY}`);
    const numbers = page.getByText(/events, .* failed logins/);
    await numbers.waitFor();
    const { x, y, width, height } = await boxOf(page, '.chart .u-over');
    const pixelMs = (24 * HOUR_MS) / width;
    await page.mouse.move(x + width / 4, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 3, y + height / 2);
    await page.mouse.move(x + width / 2, y + height / 2);
    await page.mouse.up();
    await page.waitForURL((url) => !url.search.includes(DAY));
    const range = rangeOf(new URL(page.url()), ['from', 'until']);
    expect(Math.abs(range.from - (DAY_FROM + 6 * HOUR_MS))).toBeLessThan(2 * pixelMs);
    expect(Math.abs(range.until - (DAY_FROM + 12 * HOUR_MS))).toBeLessThan(2 * pixelMs);
    const { data } = await api().query(
      `query ($filter: SessionEventFilter!) { eventStats(filter: $filter) { groups { count failures } } }`,
      {
        filter: {
          time: { from: new Date(range.from).toISOString(), until: new Date(range.until).toISOString() },
          excludeNoise: true,
        },
      },
    );
    const [{ count, failures }] = data.eventStats.groups;
    await page.getByText(`${count} events, ${failures} failed logins`).waitFor();
    await page.goBack();
    await page.waitForURL((url) => url.search.includes(DAY));
    expectPeace();
  });

  test('the wheel zooms around the pointer, and the address shows the same picture without a question', async () => {
    const page = await openLanes(open, RDP1);
    const asked = questions().length;
    const whole = await readPixels(page);
    const { x, y, width } = await boxOf(page, LANES);
    await page.mouse.move(x + width / 4, y + 30);
    await page.keyboard.down('Control');
    for (let turn = 0; turn < 5; turn += 1) await page.mouse.wheel(0, -100);
    await page.keyboard.up('Control');
    // The address follows when the wheel rests, which it may do between the turns on a busy machine.
    const zoomedLength = 24 * HOUR_MS * Math.exp(-500 / 400);
    await page.waitForURL((url) => {
      const { from, until } = rangeOf(url, ['zoomFrom', 'zoomUntil']);
      return Math.abs(until - from - zoomedLength) < 10;
    });
    const shown = rangeOf(new URL(page.url()), ['zoomFrom', 'zoomUntil']);
    const length = shown.until - shown.from;
    expect((shown.from + length / 4 - DAY_FROM) / HOUR_MS).toBeCloseTo(6, 1);
    const zoomed = await readPixels(page);
    expect(zoomed).not.toBe(whole);
    expect(questions().slice(asked)).toEqual([]);
    // The frame above the lanes is around the visible part.
    const [strip, frame] = [await boxOf(page, '.strip'), await boxOf(page, '.strip-frame')];
    expect((frame.x - strip.x) / strip.width).toBeCloseTo((shown.from - DAY_FROM) / (24 * HOUR_MS), 2);
    expect(frame.width / strip.width).toBeCloseTo(length / (24 * HOUR_MS), 2);
    await openLanes(open, new URL(page.url()).search);
    expect(await readPixels(page)).toBe(zoomed);
    expectPeace();
  });

  test('dragging the cursor moves its line and the list, and paints no lane', async () => {
    const zoomed = 'zoomFrom=2026-11-16T00:00:00Z&zoomUntil=2026-11-16T23:00:00Z';
    const page = await openLanes(open, `${RDP1}&${zoomed}`);
    const paintings = await countPaintings(page);
    const { x, y, width } = await boxOf(page, '.axis');
    await page.mouse.move(x + width / 4, y + 10);
    await page.mouse.down();
    for (const share of [0.4, 0.5, 11 / 23]) await page.mouse.move(x + width * share, y + 10);
    await page.getByRole('heading', { name: /Who was on at 2026-11-16 1(0:59|1:00)/ }).waitFor();
    await page.mouse.up();
    // Nor when the gesture ends.
    await page.waitForURL(/[?&]at=/);
    await page.getByText('The events of the host cover this time.').waitFor();
    const line = await boxOf(page, '.cursor-line');
    expect(Math.abs(line.x + line.width / 2 - (x + (width * 11) / 23))).toBeLessThan(1);
    expect(line.height).toBe((await boxOf(page, LANES)).height);
    expect(await paintings()).toBe(0);
    await page.getByRole('application').focus();
    await page.keyboard.press('w');
    await page.waitForURL((url) => !url.search.includes('T23:00:00'));
    expect(await paintings()).toBeGreaterThan(0);
    expectPeace();
  });

  test('all events of a gesture before a frame are one painting, and none is lost', async () => {
    const page = await openLanes(open, RDP1);
    const paintings = await countPaintings(page);
    await page.getByRole('application').evaluate(async (lanes) => {
      for (const key of 'wwwwwawd') {
        lanes.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
        await Promise.resolve();
      }
      // The frame after the next one begins when that one is painted.
      for (let frame = 0; frame < 2; frame += 1) await new Promise(requestAnimationFrame);
    });
    expect(await paintings()).toBe(1);
    await page.waitForURL((url) => {
      const { from, until } = rangeOf(url, ['zoomFrom', 'zoomUntil']);
      return Math.abs(until - from - 24 * HOUR_MS * 0.7 ** 6) < 10;
    });
    // An eighth of the length before the last zoom to the left, and one of the length after it to the right.
    const { from, until } = rangeOf(new URL(page.url()), ['zoomFrom', 'zoomUntil']);
    const moved = (until - from) / 8 - (until - from) / 0.7 / 8;
    expect(Math.abs((from + until) / 2 - (DAY_FROM + 12 * HOUR_MS + moved))).toBeLessThan(10);
    expectPeace();
  });

  test('while the cursor moves, only as many of those who were on are listed as their frame shows', async () => {
    const accounts = 30;
    await getPage().route('**/graphql', async (route) => {
      const { query } = route.request().postDataJSON();
      // Never answered, so that the drawn sessions are listed.
      if (query.includes('query LoggedOn')) return undefined;
      if (!query.includes('query HostSessions')) return route.fallback();
      const nodes = Array.from({ length: accounts }, (_, index) => ({
        ...aSession(12),
        id: `session${index}`,
        account: { id: `account${index}`, user: `account${index}` },
      }));
      return route.fulfill({
        json: { data: { host: { sessions: { nodes, pageInfo: { hasNextPage: false, endCursor: null } } } } },
      });
    });
    const page = await open(RDP1);
    await page.getByText(/^[34]\d lanes$/).waitFor();
    await page.getByRole('application').focus();
    await page.clock.install();
    await page.clock.pauseAt(new Date(Date.now() + 60_000));
    await page.keyboard.press('ArrowRight');
    await page.clock.runFor(33);
    const list = page.getByRole('region', { name: 'Accounts that were logged on' });
    await list.getByText('(the first 20 of 30 that were read)').waitFor();
    expect(await listWho(page).count()).toBe(20);
    expect(
      await list.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight),
    ).toBeGreaterThan(0);
    await page.clock.resume();
    await listWho(page)
      .nth(accounts - 1)
      .waitFor();
    expect(await listWho(page).count()).toBe(accounts);
  });

  test('a held arrow key asks once, when it is let go', async () => {
    const page = await openLanes(open, RDP1);
    await page.getByRole('application').focus();
    // From now on time passes only in the test.
    await page.clock.install();
    await page.clock.pauseAt(new Date(Date.now() + 60_000));
    for (let count = 0; count < 40; count += 1) {
      await page.keyboard.down('ArrowRight');
      await page.clock.runFor(33);
    }
    await page.keyboard.up('ArrowRight');
    expect(questions()).not.toContain('LoggedOn');
    expect(page.url()).not.toContain('at=');
    await page.clock.resume();
    // From the middle of the range, 40 steps of a hundredth.
    await page.getByRole('heading', { name: 'Who was on at 2026-11-16 21:36:00 UTC' }).waitFor();
    await page.getByText(/The events of the host|The host has no events after this time/).waitFor();
    expect(questions().filter((name) => name === 'LoggedOn')).toHaveLength(1);
    expect(page.url()).toContain('at=2026-11-16T21:36:00');
    expectPeace();
  });

  test('the question about a time that the cursor has left is aborted', async () => {
    const page = await openLanes(open, RDP1);
    let held = 0;
    await page.route('**/graphql', async (route) => {
      if (route.request().postData()?.includes('query LoggedOn') !== true) return route.fallback();
      held += 1;
      // Only the last is answered.
      if (held === 3) return route.fallback();
    });
    const aborted: string[] = [];
    page.on('requestfailed', (request) => aborted.push(request.failure()?.errorText ?? ''));
    await page.getByRole('application').focus();
    for (const at of ['12:14:24', '12:28:48', '12:43:12']) {
      const asked = page.waitForRequest((request) => request.postData()?.includes(`T${at}`) === true);
      await page.keyboard.press('ArrowRight');
      await asked;
    }
    await page.getByText('The events of the host cover this time.').waitFor();
    expect(aborted).toEqual(['net::ERR_ABORTED', 'net::ERR_ABORTED']);
    expect(questions().filter((name) => name === 'LoggedOn')).toHaveLength(3);
  });

  test('a list of many pages is shown completely, with the problem of a page in its middle', async () => {
    const pages = 6;
    await getPage().route('**/graphql', async (route) => {
      const { query, variables } = route.request().postDataJSON();
      if (!query.includes('query HostSessions')) return route.fallback();
      const index = Number(variables.after ?? 0);
      const errors = index === 3 ? [{ message: 'The state is not known.', path: ['host', 'sessions'] }] : [];
      return route.fulfill({
        json: {
          data: {
            host: {
              sessions: {
                nodes: [aSession(index)],
                pageInfo: { hasNextPage: index + 1 < pages, endCursor: String(index + 1) },
              },
            },
          },
          errors,
        },
      });
    });
    const page = await open(RDP1);
    await page.getByText('host.sessions: The state is not known.').waitFor();
    await page.getByRole('button', { name: 'Select 0x5' }).waitFor();
    const names = await page
      .getByRole('button', { name: /^Select 0x/ })
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('aria-label')));
    expect(names).toEqual([
      'Select 0x0',
      'Select 0x1',
      'Select 0x2',
      'Select 0x3',
      'Select 0x4',
      'Select 0x5',
    ]);
  });
});

const aSession = (index: number) => ({
  id: `session${index}`,
  hostname: 'RDP1',
  loginId: `0x${index}`,
  user: 'CORP\\ana',
  loginType: 'RDP',
  srcIp: null,
  startedAt: new Date(DAY_FROM + index * HOUR_MS).toISOString(),
  startReason: 'LOGIN',
  endedAt: new Date(DAY_FROM + (index + 1) * HOUR_MS).toISOString(),
  endedAfter: new Date(DAY_FROM + (index + 1) * HOUR_MS).toISOString(),
  endReason: 'LOGOUT',
  account: { id: 'ana', user: 'CORP\\ana' },
  periods: [],
});
