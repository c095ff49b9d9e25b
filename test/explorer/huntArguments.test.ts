import { describe, expect, test } from '@jest/globals';

import { HUNT_NAMES } from '../../src/domain/hunts/registry.ts';
import { HUNTS } from '../../src/explorer/api/hunts.ts';
import {
  defaultText,
  keepEdited,
  listEdited,
  needsNoInput,
  readVariables,
} from '../../src/explorer/hunts/arguments.ts';
import { findMistakes } from '../../src/explorer/hunts/checkArguments.ts';
import type { Hunt } from '../../src/explorer/hunts/hunt.ts';

const DAY = { from: Date.parse('2026-11-16T00:00:00Z'), until: Date.parse('2026-11-17T00:00:00Z') };
const FRAME = { range: DAY, zone: 'Europe/Berlin', isNoiseShown: false };

const get = (name: string): Hunt => {
  const hunt = HUNTS.find((candidate) => candidate.name === name);
  if (hunt === undefined) throw new Error(`There is no form of ${name}.`);
  return hunt;
};
const textsOf = (hunt: Hunt): Readonly<Record<string, string>> =>
  Object.fromEntries(listEdited(hunt).map((argument) => [argument.name, defaultText(argument, FRAME)]));

test('every hunt and analytic of the server has a form', () => {
  expect(HUNTS.map(({ name }) => name).toSorted()).toEqual([...HUNT_NAMES].toSorted());
});

test('the descriptions of arguments have no codes of errors', () => {
  const described = HUNTS.flatMap((hunt) =>
    listEdited(hunt).map(({ name, description }) => `${name}: ${description}`),
  );
  expect(described.filter((text) => /(?:BAD|INVALID)_/.test(text))).toEqual([]);
});

test('only a hunt that needs a host cannot be counted without input', () => {
  expect(HUNTS.filter((hunt) => !needsNoInput(hunt, FRAME)).map(({ name }) => name)).toEqual(['loginsSince']);
  expect(readVariables(get('loginsSince'), {}, FRAME).missing).toEqual(['hostname']);
});

test.each(HUNTS.map((hunt) => [hunt.name, hunt] as const))(
  'the form of %s that nobody edited leaves the URL alone',
  (_, hunt) => {
    expect(keepEdited(hunt, textsOf(hunt), FRAME)).toEqual({});
  },
);

test('the range, the noise and the zone are those of the page', () => {
  expect(readVariables(get('offHours'), {}, { ...FRAME, isNoiseShown: true }).variables).toEqual({
    range: { from: '2026-11-16T00:00:00.000Z', until: '2026-11-17T00:00:00.000Z' },
    timeZone: 'Europe/Berlin',
    excludeNoise: false,
  });
});

describe('a text becomes a value of its type', () => {
  test.each<[string, string, string, unknown]>([
    ['passwordSpray', 'minUsers', '3', 3],
    ['passwordSpray', 'minUsers', 'many', 'many'],
    ['firstSeen', 'minCoverage', '0.25', 0.25],
    ['firstSeen', 'tuple', 'USER,SRC_IP', ['USER', 'SRC_IP']],
    ['firstSeen', 'tuple', '', []],
    ['longSessions', 'loginTypes', '', null],
    ['longSessions', 'includeUnknown', 'true', true],
    ['unusualRdpSource', 'approvedSources', '10.0.0.0/8\n 192.0.2.1/32 ', ['10.0.0.0/8', '192.0.2.1/32']],
    ['unlockedAt', 'at', '2026-11-16 12:00', '2026-11-16T11:00:00.000Z'],
    ['unlockedAt', 'at', 'noon', 'noon'],
    ['lateralPaths', 'from', 'user:CORP\\ana:x', { user: 'CORP\\ana:x' }],
    [
      'offHours',
      'openHours',
      '[{"days":["MONDAY"],"from":"08:00","until":"12:00"}]',
      [{ days: ['MONDAY'], from: '08:00', until: '12:00' }],
    ],
    ['offHours', 'openHours', '[{', '[{'],
  ])('%s(%s) of “%s”', (name, argument, text, value) => {
    expect(readVariables(get(name), { [argument]: text }, FRAME).variables[argument]).toEqual(value);
  });
});

test('what was emptied has its default again; a list stays empty', () => {
  const hunt = get('longSessions');
  expect(keepEdited(hunt, { ...textsOf(hunt), minDuration: ' ', loginTypes: '' }, FRAME)).toEqual({
    loginTypes: '',
  });
});

test.each(HUNTS.map((hunt) => [hunt.name, hunt] as const))(
  'nothing is wrong with the defaults of %s',
  (_, hunt) => {
    expect(findMistakes(hunt, textsOf(hunt), FRAME.zone)).toEqual([]);
  },
);

describe('a text without the type of its argument is explained', () => {
  test.each<[string, string, string, RegExp]>([
    [
      'passwordSpray',
      'minUsers',
      '2147483648',
      /^“2147483648” is too large: at most 2,147,483,647\. .* 10\.$/,
    ],
    [
      'firstSeen',
      'minCoverage',
      '0,5',
      /^“0,5” is not a number\. Use one with a decimal point, such as 0\.5\.$/,
    ],
    ['firstSeen', 'lookback', 'P1M', /^“P1M” is not a length of time .* such as P30D,/],
    ['firstSeen', 'lookback', 'PT0S', /^“PT0S” is not a length of time above zero\./],
    ['firstSeen', 'tuple', '', /^Choose at least one\.$/],
    ['firstSeen', 'tuple', 'USER,MOON', /^“MOON” is not one of the values\. Choose from .*USER.*\.$/],
    ['lateralPaths', 'sameUser', 'maybe', /^“maybe” is neither true nor false\.$/],
    [
      'lateralPaths',
      'from',
      'mac:RDP1',
      /^“mac:RDP1” does not say what it is\. Choose from hostname, ip, user\.$/,
    ],
    [
      'unusualRdpSource',
      'approvedSources',
      '10.0.0.0/8\nhere',
      /^“here” is not a network\. .*10\.0\.0\.0\/8/,
    ],
    ['unlockedAt', 'at', 'noon', /^“noon” is not a time\. .*\(in Europe\/Berlin\)/],
    ['offHours', 'openHours', '[]', /^The list is empty\. Press Add/],
    ['offHours', 'openHours', '[1]', /^This is not a list as in JSON, such as \[\{"days":/],
  ])('%s(%s) of “%s”', (name, argument, text, message) => {
    expect(findMistakes(get(name), { [argument]: text }, FRAME.zone)).toEqual([
      { path: argument, message: expect.stringMatching(message) },
    ]);
  });

  test('the parts of working hours', () => {
    const text = JSON.stringify([{ days: [], from: '24:00', until: '', moon: 1 }]);
    expect(findMistakes(get('offHours'), { openHours: text }, FRAME.zone)).toEqual([
      { path: 'openHours[0]', message: 'An entry has no “moon”: only days, from, until.' },
      { path: 'openHours[0].days', message: 'Choose at least one.' },
      {
        path: 'openHours[0].from',
        message: '“24:00” is not a time of day. Use 00:00 to 23:59, such as 07:00.',
      },
      {
        path: 'openHours[0].until',
        message: 'The time is missing. Use 00:00 to 24:00, such as 19:00.',
      },
    ]);
  });
});

test('what the API accepts is not refused before it is asked', () => {
  const accepted: readonly [string, Readonly<Record<string, string>>][] = [
    ['passwordSpray', { window: 'P1DT2H3M4.5S', minUsers: '-1' }],
    ['unusualRdpSource', { approvedSources: '::ffff:10.0.0.1\n fe80::/10\n192.0.2.1', minCoverage: '1' }],
    ['lateralPaths', { from: 'user:CORP\\ana:x', sameUser: 'true' }],
    ['longSessions', { loginTypes: '' }],
    ['unlockedAt', { at: '2026-11-16T11:00:00+05:30' }],
  ];
  for (const [name, texts] of accepted) expect(findMistakes(get(name), texts, FRAME.zone)).toEqual([]);
});

test('an address without a text for a time asks for the end of the range', () => {
  expect(readVariables(get('unlockedAt'), {}, FRAME).variables['at']).toBe('2026-11-17T00:00:00.000Z');
});
