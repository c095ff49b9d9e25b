import { expect, test } from '@jest/globals';

import { parsePort } from '../../../src/model/values/port.ts';
import { refusalOf } from '../refusalOf.ts';

test.each([0, 1, 1900, 50_438, 65_535])('accepts %i', (port) => {
  expect(parsePort(port, 'srcPort')).toBe(port);
});

test.each([-1, 65_536, 2 ** 32 + 80, 1.5, Number.NaN, Infinity, '80', '', true, null, [80]])(
  'refuses %j',
  (given) => {
    const { code, message } = refusalOf(() => parsePort(given, 'destPort'));
    expect([code, message]).toEqual(['INVALID_PORT', expect.stringMatching(/^destPort /)]);
  },
);
