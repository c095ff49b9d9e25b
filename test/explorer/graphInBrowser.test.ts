import { expect, test } from '@jest/globals';

import { aLogin } from '../support/events.ts';
import { DAY, describeExplorer, listBarriers } from '../support/explorer.ts';

const IMAGE = '<img src=x onerror=alert(1)>';
const HOSTILE = aLogin({
  time: '2026-11-16T23:00:00Z',
  hostname: IMAGE,
  user: IMAGE,
  loginType: 'RDP',
  srcIp: '198.51.100.200',
});
/** More accounts than are drawn, each with a login to one host on another day. */
const MANY = Array.from({ length: 400 }, (_, index) =>
  aLogin({
    time: '2026-11-20T12:00:00Z',
    hostname: 'CROWD',
    user: `CORP\\u${index}`,
    loginType: 'LOCAL',
    sourceId: `crowd ${index}`,
  }),
);
const GRAPH = `?view=graph&${DAY}`;
const CROWD = '?view=graph&from=2026-11-20T00:00:00Z&until=2026-11-21T00:00:00Z';

describeExplorer([HOSTILE, ...MANY], ({ open, requests, expectPeace, api }) => {
  const ofApi = (): readonly string[] => requests().filter((url) => url.endsWith('/graphql'));

  test('every edge of the API is drawn and listed, in one request; failures are dashed', async () => {
    const page = await open(GRAPH);
    await page.locator('.graph .edge').first().waitFor();
    expect(ofApi()).toHaveLength(1);
    const { data } = await api()
      .query(`{ logonGraph(range: { from: "2026-11-16T00:00:00Z", until: "2026-11-17T00:00:00Z" }, first: 1000) {
      nodes { key } edges { failures } } }`);
    const { nodes, edges } = data.logonGraph;
    expect(await page.locator('.graph .edge').count()).toBe(edges.length);
    expect(await page.locator('.graph .node').count()).toBe(nodes.length);
    expect(await page.locator('.graph .column-title').allTextContents()).toEqual([
      'Sources',
      'Accounts',
      'Hosts',
    ]);
    expect(await page.locator('.graph .failures').count()).toBe(
      edges.filter(({ failures }: { failures: number }) => failures > 0).length,
    );
    const dashes = await page
      .locator('.graph .failures')
      .first()
      .evaluate((path) => getComputedStyle(path).strokeDasharray);
    expect(dashes).not.toBe('none');
    expect(
      await page
        .getByRole('region', { name: /^Edges of the picture/ })
        .locator('tbody tr')
        .count(),
    ).toBe(edges.length);
    expectPeace();
  });

  test('the newest connections come first: the last edges of the story are the first rows', async () => {
    const page = await open(GRAPH);
    const rows = page
      .getByRole('region', { name: /^Edges of the picture/ })
      .last()
      .locator('tbody tr');
    await rows.first().waitFor();
    const times = await rows.locator('td:nth-child(7)').allInnerTexts();
    expect(times).toEqual(times.toSorted().toReversed());
  });

  test('an edge opens exactly its events', async () => {
    const page = await open(GRAPH);
    const row = page
      .locator('tbody tr')
      .filter({ hasText: '203.0.113.66' })
      .filter({ hasText: 'CORP\\carol' });
    const link = row.getByRole('link', { name: /events?$/ });
    const count = (await link.innerText()).split(' ')[0]!;
    await link.click();
    await page.getByRole('heading', { level: 1, name: /^Events/ }).waitFor();
    await page.getByText(`${count} in the range`).waitFor();
    expect(page.url()).toContain('with.srcIp=203.0.113.66&with.user=CORP%5Ccarol');
    await page.goBack();
    await page.locator('.graph .edge .hit').first().click({ force: true });
    await page.waitForURL(/view=events/);
    expectPeace();
  });

  test('a node shows only its edges, and the URL opens them again', async () => {
    const page = await open(GRAPH);
    await page.locator('.graph .node.host', { hasText: /^FS1/ }).click();
    await page.waitForURL(/with\.hostname=FS1/);
    await page.locator('.graph .node.host').nth(1).waitFor({ state: 'detached' });
    await page.reload();
    await page.locator('.graph .node.host').waitFor();
    await page.getByRole('button', { name: 'Show all' }).click();
    await page.locator('.graph .node.host').nth(1).waitFor();
    expectPeace();
  });

  test('a node is chosen by keyboard, with the same address as by a click', async () => {
    const page = await open(GRAPH);
    const button = page.getByRole('button', { name: 'Only its edges: host FS1', exact: true });
    await button.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/with\.hostname=FS1/);
    await page.locator('.graph .node.host').nth(1).waitFor({ state: 'detached' });
    expect(await button.getAttribute('aria-pressed')).toBe('true');
    await button.press('Enter');
    await page.locator('.graph .node.host').nth(1).waitFor();
    expect(page.url()).not.toContain('with.hostname');
    expect(await page.getByRole('region', { name: 'Nodes of the picture' }).locator('tbody tr').count()).toBe(
      await page.locator('.graph .node').count(),
    );
    expectPeace();
  });

  test('the hops of the chosen lateral path are a table, and the legend has its lines', async () => {
    const page = await open(`${GRAPH}&with.path=`);
    const hops = page.getByRole('region', { name: /^Hops/ }).last().locator('tbody tr');
    await hops.first().waitFor();
    const [source] = (await page.getByLabel('Lateral path').locator('option').first().innerText()).split(
      ' → ',
    );
    expect(source).toContain(await hops.first().locator('td').nth(1).innerText());
    const dotted = page.locator('.legend .line.path.same');
    expect(await dotted.evaluate((line) => getComputedStyle(line).borderTopStyle)).toBe('dotted');
    expectPeace();
  });

  test('a lateral path is drawn on top and chosen from a list, in two requests', async () => {
    const page = await open(`${GRAPH}&with.path=`);
    await page.locator('.graph path.path.hop').first().waitFor({ state: 'attached' });
    expect(ofApi()).toHaveLength(2);
    expect(await page.locator('.graph path.path.same').count()).toBeGreaterThan(0);
    const paths = page.getByLabel('Lateral path');
    // Of as many hops, the path of one account comes before those that go on as another user of the same host.
    expect(await paths.inputValue()).toBe('203.0.113.66 → RDP1 → WS5 → FS1 as CORP\\carol');
    await page.getByText('First: the most hops, then the fewest changes of account').waitFor();
    const labels = await paths.locator('option').allInnerTexts();
    expect(new Set(labels).size).toBe(4);
    await page.getByText('of 4 routes, 4 paths').waitFor();
    await paths.selectOption({ index: 2 });
    await page.waitForURL(/with\.path=.*WS5/);
    const chosen = await paths.inputValue();
    await page.reload();
    await page.locator('.graph path.path.hop').first().waitFor({ state: 'attached' });
    expect(await paths.inputValue()).toBe(chosen);
    await page.getByRole('button', { name: 'Hide' }).click();
    await page.locator('.graph path.path').first().waitFor({ state: 'detached' });
    expectPeace();
  });

  test('at most 300 nodes are drawn, and the rest is a table', async () => {
    const page = await open(CROWD);
    await page.getByText('300 of 401 nodes and 299 of 400 edges shown').waitFor();
    expect(await page.locator('.graph .node').count()).toBe(300);
    const rest = page.getByRole('region', { name: /^Edges that are not drawn/ });
    expect(await rest.locator('tbody tr').count()).toBe(101);
    expectPeace();
  });

  test.each([
    ['what does not exist', `${GRAPH}&with.kinds=MOON`, 'which is ignored: kinds'],
    ['a path that is not there', `${GRAPH}&with.path=99`, 'The path of the address is not among'],
    ['columns, which a graph has not', `${GRAPH}&with.columns=user`, 'which is ignored: columns'],
    [
      'a range without logins',
      '?view=graph&from=2020-01-01T00:00:00Z&until=2020-01-02T00:00:00Z',
      'Nobody logged on',
    ],
  ])('%s is explained', async (_, search, message) => {
    const page = await open(search);
    const note = page.getByText(message).first();
    await note.waitFor();
    expect(await note.innerText()).toContain(message);
  });

  test('names from logs are shown as text', async () => {
    const page = await open(GRAPH);
    await page.locator('.graph .node', { hasText: /<IMG/ }).first().waitFor();
    expect(await page.locator('img').count()).toBe(0);
    expectPeace();
  });

  test.each(['light', 'dark'] as const)('axe finds nothing serious in the %s theme', async (colorScheme) => {
    const page = await open(`${GRAPH}&with.path=&with.hostname=WS5`);
    await page.emulateMedia({ colorScheme });
    await page.locator('.graph .edge').first().waitFor();
    await page.getByLabel('Lateral path').waitFor();
    expect(await listBarriers(page)).toEqual([]);
  });
});
