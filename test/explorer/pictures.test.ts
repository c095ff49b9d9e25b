import { readFile } from 'node:fs/promises';

import { expect, test } from '@jest/globals';
import type { Page } from 'playwright-core';

import { aLogin } from '../support/events.ts';
import { DAY, describeExplorer, RDP1 } from '../support/explorer.ts';

const MARKUP = '<img src=x onerror=alert(1)>&amp;]]>';
const HOSTILE = aLogin({
  time: '2026-11-16T12:00:00Z',
  hostname: 'RDP1',
  user: `${MARKUP}\u202E`,
  sourceId: MARKUP,
  loginType: 'RDP',
  srcIp: '198.51.100.200',
});

/** Presses a button of the page and returns the path of the file that it saves. */
const save = async (page: Page, button: string): Promise<string> => {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button }).click(),
  ]);
  return file.path();
};

type Opened = {
  readonly texts: string;
  readonly elements: readonly string[];
  readonly size: readonly number[];
};

/** Opens an SVG file as a browser does; fails when it is not well-formed. */
const openSvg = async (page: Page, path: string): Promise<Opened> => {
  const text = await readFile(path, 'utf8');
  return page.evaluate<Opened, string>((source) => {
    const { documentElement } = new DOMParser().parseFromString(source, 'image/svg+xml');
    const all = [...documentElement.querySelectorAll('*')];
    return {
      texts: [...documentElement.querySelectorAll('text')].map(({ textContent }) => textContent).join('\n'),
      elements: [...new Set(all.map(({ localName }) => localName))],
      size: ['width', 'height'].map((name) => Number(documentElement.getAttribute(name))),
    };
  }, text);
};

/** Opens a PNG file: its size, and how many of its pixels have another colour than its corner. */
const openPng = async (
  page: Page,
  path: string,
): Promise<{ readonly size: readonly number[]; readonly inked: number }> => {
  const source = `data:image/png;base64,${(await readFile(path)).toString('base64')}`;
  return page.evaluate(async (src) => {
    const image = new Image();
    image.src = src;
    await image.decode();
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    const context = canvas.getContext('2d')!;
    context.drawImage(image, 0, 0);
    const pixels = new Uint32Array(context.getImageData(0, 0, image.width, image.height).data.buffer);
    return {
      size: [image.width, image.height],
      inked: pixels.filter((pixel) => pixel !== pixels[0]).length,
    };
  }, source);
};

/** All that a file may consist of: nothing that runs, links or loads. */
const ALLOWED = new Set('svg g defs pattern rect path text title circle'.split(' '));

describeExplorer([HOSTILE], ({ open, expectPeace }) => {
  test.each([
    {
      name: 'swimlanes',
      search: `${RDP1}&zone=Europe/Berlin&zoomFrom=2026-11-16T08:00:00Z&zoomUntil=2026-11-16T16:00:00Z&at=2026-11-16T11:00:00Z`,
      ready: '14 lanes',
      texts: [
        'Sessions on RDP1',
        '2026-11-16 09:00:00 to 2026-11-16 17:00:00, times in Europe/Berlin; noise left out',
        'CORP\\fay',
        `${MARKUP.toLowerCase()}\\u202e`.slice(0, 20),
        '2026-11-16 12:00:00',
        'disconnected',
      ],
    },
    {
      name: 'case',
      search: `?view=case&${DAY}&noise=shown&pin=lane:RDP1/CORP%5Ccarol&note=2026-11-16T13:02:00Z%20${encodeURIComponent(MARKUP)}`,
      ready: '1 lane',
      texts: [
        'The case',
        'times in UTC; noise included',
        'CORP\\carol on RDP1',
        `✎ 1: 2026-11-16 13:02:00 ${MARKUP}`,
        'a session started from another',
      ],
    },
    {
      name: 'chart',
      search: `?${DAY}`,
      ready: 'failed logins,',
      texts: ['Events per 5 minutes', '2026-11-16 00:00:00 to 2026-11-17 00:00:00', 'failed logins', '12:00'],
    },
    {
      name: 'graph',
      search: `?view=graph&${DAY}&with.hostname=RDP1`,
      ready: 'nodes and',
      texts: [
        'Logon graph',
        'Host is RDP1',
        'CORP\\carol',
        '203.0.113.66',
        'Sources',
        'edges shown',
        MARKUP.slice(0, 20),
      ],
    },
  ])('the $name is saved as SVG with its texts, and as PNG', async ({ search, ready, texts }) => {
    const page = await open(search);
    await page.getByText(ready).first().waitFor();
    await page.getByRole('button', { name: 'Save as SVG' }).waitFor();
    const svg = await openSvg(page, await save(page, 'Save as SVG'));
    for (const text of texts) expect(svg.texts).toContain(text);
    expect(svg.elements.filter((name) => !ALLOWED.has(name))).toEqual([]);
    const png = await openPng(page, await save(page, 'Save as PNG'));
    expect(png.size).toEqual(svg.size.map((length) => 2 * length));
    expect(png.inked).toBeGreaterThan(1000);
    expectPeace();
  });

  test('a long note of a case is wrapped, so that no line leaves the picture', async () => {
    const note = `${'a word '.repeat(30)}${'x'.repeat(90)}`;
    const page = await open(
      `?view=case&${DAY}&pin=host:WS5&note=2026-11-16T13:02:00Z%20${encodeURIComponent(note)}`,
    );
    await page.setViewportSize({ width: 900, height: 900 });
    await page.getByRole('link', { name: '0x2c81e4' }).first().waitFor();
    const { texts } = await openSvg(page, await save(page, 'Save as SVG'));
    const source = await readFile(await save(page, 'Save as SVG'), 'utf8');
    expect(texts.replaceAll(/\s/g, '')).toContain(note.replaceAll(' ', ''));
    const beyond = await page.evaluate((svg) => {
      document.body.innerHTML = svg;
      const picture = document.querySelector('svg')!;
      const { right } = picture.getBoundingClientRect();
      return [...picture.children]
        .filter((element) => element.localName === 'text')
        .filter((element) => element.getBoundingClientRect().right > right).length;
    }, source);
    expect(beyond).toBe(0);
  });

  test('states have their patterns in the file, and failures of the graph their dashes', async () => {
    const page = await open(`?view=host&entity=WS5&${DAY}`);
    await page
      .getByText(/^\d+ lanes?$/)
      .first()
      .waitFor();
    const timeline = await readFile(await save(page, 'Save as SVG'), 'utf8');
    const ids = [...timeline.matchAll(/<pattern id="([^"]+)"/g)].map(([, id]) => id);
    expect(ids).toHaveLength(3);
    const used = new Set([...timeline.matchAll(/fill="url\(#([^)]+)\)"/g)].map(([, id]) => id));
    expect(ids.filter((id) => !used.has(id))).toEqual([]);
    await open(`?view=graph&${DAY}`);
    await page.getByText('nodes and').waitFor();
    const graph = await readFile(await save(page, 'Save as SVG'), 'utf8');
    expect(graph).toMatch(/stroke-dasharray="6px, 5px"/);
    expectPeace();
  });
});
