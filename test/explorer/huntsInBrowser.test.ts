import { expect, test } from '@jest/globals';

import { aLogin } from '../support/events.ts';
import { DAY, describeExplorer, listBarriers } from '../support/explorer.ts';

const IMAGE = '<img src=x onerror=alert(1)>';
const HOSTILE = aLogin({
  time: '2026-11-16T12:00:00Z',
  hostname: IMAGE,
  user: IMAGE,
  loginType: 'RDP',
  srcIp: '198.51.100.200',
});
const HUNT = (name: string, more = ''): string => `?view=hunts&entity=${name}&${DAY}${more}`;

describeExplorer([HOSTILE], ({ open, requests, expectPeace }) => {
  const ofApi = (): readonly string[] => requests().filter((url) => url.endsWith('/graphql'));

  test('a card of the overview opens the matches in the same range, with evidence and techniques', async () => {
    const page = await open(`?${DAY}`);
    await page.getByRole('link', { name: 'Password Spraying' }).click();
    await page.getByRole('heading', { level: 1, name: 'Password Spraying' }).waitFor();
    expect(page.url()).toContain(
      'view=hunts&entity=passwordSpray&from=2026-11-16T00:00:00.000Z&until=2026-11-17',
    );
    await page.getByRole('heading', { name: /^1 match/ }).waitFor();
    expect(await page.getByRole('link', { name: /T1110\.003/ }).getAttribute('href')).toBe(
      'https://attack.mitre.org/techniques/T1110/003/',
    );
    const evidence = page.getByRole('region', { name: /^Evidence/ }).first();
    await evidence.getByText('203.0.113.66').first().waitFor();
    expectPeace();
  });

  test('the cards are asked for one by one, and the hunt that needs a host has none', async () => {
    const page = await open(`?${DAY}`);
    await page.locator('.card.found', { hasText: 'Password Spraying' }).waitFor();
    await page
      .getByRole('region', { name: /^Hunts/ })
      .and(page.locator('[aria-busy=false]'))
      .waitFor();
    expect(await page.locator('.card').count()).toBe(18);
    // It reads events that no session has, whether they are noise or not.
    const orphans = page.locator('.card', { hasText: 'Events Without a Session' });
    expect(await orphans.innerText()).toContain('counts noise, too');
    expect(await page.locator('.card', { hasText: 'Password Spraying' }).innerText()).not.toContain('noise');
    // The overview itself is one request.
    expect(ofApi()).toHaveLength(19);
  });

  test('an edited form is in the URL, and the URL opens it again in one request', async () => {
    const page = await open(HUNT('passwordSpray'));
    await page.getByLabel('minUsers').fill('13');
    await page.getByRole('button', { name: 'Run' }).click();
    await page.getByRole('heading', { name: /^0 matches/ }).waitFor();
    await page.waitForURL(/with\.minUsers=13/);
    await page.goBack();
    await page.getByRole('heading', { name: /^1 match/ }).waitFor();
    expect(await page.getByLabel('minUsers').inputValue()).toBe('10');
    const before = ofApi().length;
    await open(HUNT('passwordSpray', '&with.minUsers=13'));
    await page.getByRole('heading', { name: /^0 matches/ }).waitFor();
    expect(ofApi().length - before).toBe(1);
    expectPeace();
  });

  test.each([
    ['passwordSpray', 'minUsers', '1', 'minUsers'],
    ['passwordSpray', 'minUsers', 'many', '“many” is not a whole number. Use one such as 10.'],
    [
      'unusualRdpSource',
      'approvedSources',
      '10.0.0.0/99',
      'approvedSources[0]: it is not a valid CIDR network',
    ],
    ['offHours', 'timeZone', 'Mars', '“Mars” is not a time zone. Use a name such as UTC or Europe/Berlin.'],
  ])('%s says at %s what is wrong with “%s”', async (hunt, argument, text, message) => {
    const page = await open(HUNT(hunt, `&with.${argument}=${text}`));
    const alert = page.locator(`#about-${argument}`).getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toContain(message);
    expect(await page.locator(`#argument-${argument}`).getAttribute('aria-invalid')).toBe('true');
    expect(await page.getByText(await alert.innerText()).count()).toBe(1);
  });

  test('each wrong field says what it needs, the title stays, and nothing is asked before they are right', async () => {
    const page = await open(HUNT('passwordSpray'));
    await page.getByRole('heading', { name: /^1 match/ }).waitFor();
    const before = ofApi().length;
    await page.getByLabel('minUsers').fill('2.5');
    await page.getByLabel('window').fill('1 hour');
    await page.getByRole('button', { name: 'Run' }).click();
    await page.locator('#about-window').getByRole('alert').waitFor();
    const alerts = page.getByRole('region', { name: 'Arguments' }).getByRole('alert');
    expect((await alerts.allInnerTexts()).map((text) => text.trim())).toEqual([
      '“1 hour” is not a length of time above zero. Use weeks, days, hours, minutes or seconds in ISO 8601, such as PT1H, PT30M or P7D.',
      '“2.5” is not a whole number. Use one such as 10.',
    ]);
    await page.getByRole('heading', { level: 1, name: 'Password Spraying' }).waitFor();
    expect(await page.title()).toBe('Hunts Password Spraying – Sessionscope');
    await page.getByText('Correct window and minUsers to run this hunt').waitFor();
    expect(ofApi()).toHaveLength(before);
    await page.getByLabel('minUsers').fill('10');
    await page.getByLabel('window').fill('PT1H');
    await page.getByRole('button', { name: 'Run' }).click();
    await page.getByRole('heading', { name: /^1 match/ }).waitFor();
    expect(await alerts.count()).toBe(0);
    expectPeace();
  });

  test('without an entry of working hours, the form says that the default applies, and shows it again', async () => {
    const page = await open(HUNT('offHours'));
    const matches = page.getByRole('heading', { name: /^[1-9]\d* match/ });
    await matches.waitFor();
    const first = page.getByRole('group', { name: 'openHours 1' });
    await first.getByRole('button', { name: 'Remove' }).click();
    await page.getByText('No entry is left. Run uses the default again.').waitFor();
    await page.getByRole('button', { name: 'Run' }).click();
    await first.waitFor();
    expect(await first.getByLabel('from').inputValue()).toBe('07:00');
    await matches.waitFor();
    expect(await page.locator('.note.error').count()).toBe(0);
    expectPeace();
  });

  test.each([
    ['an unknown hunt', HUNT('nothing'), 'No hunt is named'],
    ['an unknown argument', HUNT('passwordSpray', '&with.nothing=1'), 'has no argument'],
    ['a cursor of another list', HUNT('loginActivity', '&page=after:nonsense'), 'cursor'],
    ['a host that is missing', HUNT('loginsSince'), 'Fill in hostname'],
  ])('%s is explained', async (_, search, message) => {
    const page = await open(search);
    const note = page.getByText(message).first();
    await note.waitFor();
    expect(await note.innerText()).toContain(message);
  });

  test('working hours are typed in fields, of which another row can be added', async () => {
    const page = await open(HUNT('offHours'));
    const matches = page.getByRole('region', { name: /^Matches/ }).locator('tbody tr');
    await matches.first().waitFor();
    const first = page.getByRole('group', { name: 'openHours 1' });
    expect(await first.getByRole('checkbox', { checked: true }).count()).toBe(5);
    await first.getByLabel('until').fill('12:00');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    const second = page.getByRole('group', { name: 'openHours 2' });
    await second.getByLabel('MONDAY').check();
    await second.getByLabel('from').fill('00:00');
    await second.getByLabel('until').fill('24:00');
    await page.getByRole('button', { name: 'Run' }).click();
    await page.waitForURL(/with\.openHours=/);
    expect(JSON.parse(new URL(page.url()).searchParams.get('with.openHours')!)).toEqual([
      { days: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'], from: '07:00', until: '12:00' },
      { days: ['MONDAY'], from: '00:00', until: '24:00' },
    ]);
    // The whole Monday, the day of the story, is within working hours.
    await page.getByText('0 matches').waitFor();
    await second.getByRole('button', { name: 'Remove' }).click();
    await page.getByRole('button', { name: 'Run' }).click();
    await matches.first().waitFor();
    await page.reload();
    expect(await first.getByLabel('until').inputValue()).toBe('12:00');
    expectPeace();
  });

  test('hours that are not a list are corrected as text, and an impossible hour is explained at its field', async () => {
    const page = await open(HUNT('offHours', '&with.openHours=[{'));
    expect(await page.getByRole('textbox', { name: 'openHours' }).inputValue()).toBe('[{');
    const form = page.getByRole('region', { name: 'Arguments' });
    expect(await form.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
    const wrong = JSON.stringify([{ days: ['MONDAY'], from: '25:00', until: '12:00' }]);
    await open(HUNT('offHours', `&with.openHours=${encodeURIComponent(wrong)}`));
    const row = page.getByRole('group', { name: 'openHours 1' });
    await row.getByText('“25:00” is not a time of day. Use 00:00 to 23:59, such as 07:00.').waitFor();
    expect(await row.getByLabel('from').getAttribute('aria-invalid')).toBe('true');
    expect(await row.getByLabel('until').getAttribute('aria-invalid')).toBe('false');
    // The API, not the form, refuses hours that end when they begin.
    await row.getByLabel('from').fill('12:00');
    await page.getByRole('button', { name: 'Run' }).click();
    await row.getByRole('alert').filter({ hasText: 'openHours[0].until is the same as from' }).waitFor();
    expect(await row.getByLabel('until').getAttribute('aria-invalid')).toBe('true');
  });

  test('pages follow each other, forth and back, and another range begins with the first', async () => {
    const page = await open(
      '?view=hunts&entity=loginActivity&with.excludeTopUsers=0&from=2026-11-06T00:00:00Z&until=2026-11-17T00:00:00Z',
    );
    const first = page
      .getByRole('region', { name: /^Matches/ })
      .locator('tbody tr')
      .first();
    const top = await first.innerText();
    await page.getByRole('button', { name: 'Next' }).click();
    await page.waitForURL(/page=after:/);
    await page.getByRole('button', { name: 'Previous' }).and(page.locator(':enabled')).click();
    await page.waitForURL(/page=before:/);
    await first.filter({ hasText: top.split('\t')[1]! }).waitFor();
    expect(await first.innerText()).toBe(top);
    await page.getByRole('button', { name: 'Next' }).click();
    await page.waitForURL(/page=after:/);
    await page.getByRole('button', { name: 'Earlier' }).click();
    await page.waitForURL((url) => !url.searchParams.has('page'));
    expectPeace();
  });

  test('a match is chosen by keyboard, and its evidence is shown', async () => {
    const page = await open(HUNT('remoteDesktopLogins'));
    const second = page
      .getByRole('region', { name: /^Matches/ })
      .getByRole('button')
      .nth(1);
    await second.focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/selected=/);
    expect(await second.getAttribute('aria-pressed')).toBe('true');
    const time = await page
      .getByRole('region', { name: /^Matches/ })
      .locator('tbody tr')
      .nth(1)
      .locator('td')
      .nth(1)
      .innerText();
    await page
      .getByRole('region', { name: /^Evidence, / })
      .getByText(time)
      .waitFor();
  });

  test('an address of the evidence opens its events', async () => {
    const page = await open(HUNT('passwordSpray'));
    await page.getByRole('link', { name: '203.0.113.66' }).first().click();
    await page.getByRole('heading', { level: 1, name: /^Events/ }).waitFor();
    expect(page.url()).toContain('with.srcIp=203.0.113.66');
    await page.getByRole('gridcell', { name: '203.0.113.66', exact: true }).first().waitFor();
    expectPeace();
  });

  test('names from logs are shown as text', async () => {
    const page = await open(HUNT('remoteDesktopLogins'));
    await page.getByRole('link', { name: IMAGE.toUpperCase() }).first().waitFor();
    expect(await page.locator('img').count()).toBe(0);
    expectPeace();
  });

  test.each(['light', 'dark'] as const)('axe finds nothing serious in the %s theme', async (colorScheme) => {
    for (const search of [HUNT('lateralPaths'), HUNT('offHours', '&with.timeZone=Mars'), '?view=hunts']) {
      const page = await open(search);
      await page.emulateMedia({ colorScheme });
      await page.locator('tbody tr, [role=alert], dl').first().waitFor();
      expect(await listBarriers(page)).toEqual([]);
    }
  });
});
