import type { Browser } from 'playwright-core';

import { formatCount, median } from '../measurement.ts';
import type { Measurement } from '../measurement.ts';
import { openPicture } from './openPicture.ts';
import type { Picture } from './openPicture.ts';

/** A view: its parameters in the address, and the element that is its first picture. */
export type View = { readonly name: string; readonly search: string; readonly picture: string };

const MOST_REQUESTS = 3;
const MOST_BYTES = 120_000;
const DEMO_MS = 1000;

/** The chart of the overview. */
const CHART = '.chart canvas';
const LANES = '.timeline-picture canvas';

type Subjects = {
  /** The range as parameters: `from=…&until=…`. */
  readonly range: string;
  readonly host: string;
  readonly user: string;
  readonly sessionId: string;
};

/** All views of the page, each about something that the store has. */
export const listViews = ({ range, host, user, sessionId }: Subjects): readonly View[] => {
  const encoded = encodeURIComponent;
  return [
    { name: 'the overview', search: `?${range}`, picture: CHART },
    { name: 'a host', search: `?view=host&entity=${encoded(host)}&${range}`, picture: LANES },
    { name: 'an account', search: `?view=account&entity=${encoded(user)}&${range}`, picture: LANES },
    {
      name: 'a case',
      search: `?view=case&pin=host:${encoded(host)}&pin=account:${encoded(user)}&${range}`,
      picture: 'details tbody tr',
    },
    { name: 'a session', search: `?view=session&entity=${encoded(sessionId)}&${range}`, picture: 'tbody tr' },
    { name: 'the logon graph', search: `?view=graph&${range}`, picture: 'svg.graph' },
    { name: 'a hunt', search: `?view=hunts&entity=longSessions&${range}`, picture: 'tbody tr' },
    { name: 'the events', search: `?view=events&${range}`, picture: '.rows tbody tr:not(.spacer)' },
    { name: 'the sessions', search: `?view=sessions&${range}`, picture: '.rows tbody tr:not(.spacer)' },
  ];
};

/** Opens each view several times, and measures when its first picture is there, and how many requests that took. */
export const measureFirstPictures = async (
  browser: Browser,
  origin: string,
  {
    views,
    rounds,
    stored,
  }: { readonly views: readonly View[]; readonly rounds: number; readonly stored: string },
): Promise<readonly Measurement[]> => {
  const measurements: Measurement[] = [];
  for (const { name, search, picture } of views) {
    const opened = await openRepeatedly(browser, { url: `${origin}/${search}`, picture, rounds });
    const requests = Math.max(...opened.map((one) => one.requests));
    const ms = median(opened.map(({ pictureMs }) => pictureMs));
    measurements.push({
      name: `requests until the first picture of ${name}, with ${stored} in the range`,
      ratio: requests,
      target: { most: MOST_REQUESTS },
      detail: `${formatCount(ms)} ms, median of ${rounds}`,
      values: { requests, 'median ms': ms },
    });
  }
  return measurements;
};

/** Measures when the first picture of the demo is there, and the size of what is loaded until then. */
export const measureDemo = async (
  browser: Browser,
  origin: string,
  rounds: number,
): Promise<readonly Measurement[]> => {
  const opened = await openRepeatedly(browser, { url: `${origin}/`, picture: CHART, rounds });
  const ms = median(opened.map(({ pictureMs }) => pictureMs));
  const bytes = Math.max(...opened.map(({ fileBytes }) => fileBytes));
  const requests = Math.max(...opened.map((one) => one.requests));
  return [
    {
      name: `the first picture of the demo / ${formatCount(DEMO_MS)} ms`,
      ratio: ms / DEMO_MS,
      target: { most: 1 },
      detail: `${formatCount(ms)} ms, median of ${rounds}; ${requests} requests`,
      values: { 'median ms': ms, requests },
    },
    {
      name: `scripts and styles of the first load, compressed / ${formatCount(MOST_BYTES)} bytes`,
      ratio: bytes / MOST_BYTES,
      target: { most: 1 },
      detail: `${formatCount(bytes)} bytes`,
      values: { bytes },
    },
  ];
};

type Opening = { readonly url: string; readonly picture: string; readonly rounds: number };

/** One more opening before the others warms the server up. */
const openRepeatedly = async (
  browser: Browser,
  { url, picture, rounds }: Opening,
): Promise<readonly Picture[]> => {
  const opened: Picture[] = [];
  for (let round = -1; round < rounds; round += 1) {
    const { page, ...one } = await openPicture(browser, url, picture);
    await page.close();
    if (round >= 0) opened.push(one);
  }
  return opened;
};
