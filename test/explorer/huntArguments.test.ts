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

test('an address without a text for a time asks for the end of the range', () => {
  expect(readVariables(get('unlockedAt'), {}, FRAME).variables['at']).toBe('2026-11-17T00:00:00.000Z');
});
