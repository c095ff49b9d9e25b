import { expect, test } from '@jest/globals';

import { isProvenOverlap } from '../../src/explorer/views/isProvenOverlap.ts';

const session = (start: string, proof: string | null) => ({
  startedAt: `2026-11-16T${start}:00Z`,
  endedAfter: proof === null ? null : `2026-11-16T${proof}:00Z`,
});

test.each([
  ['one within the other', session('08:00', '12:00'), session('09:00', '10:00'), true],
  ['one reaches into the other', session('08:00', '09:30'), session('09:00', '10:00'), true],
  ['one begins when the other was last proven', session('08:00', '09:00'), session('09:00', '10:00'), true],
  ['one begins after the other was last proven', session('08:00', '08:59'), session('09:00', '10:00'), false],
  ['one is proven at its start only', session('09:00', null), session('08:00', '10:00'), true],
  [
    'one is proven at its start only, before the other',
    session('07:00', null),
    session('08:00', '10:00'),
    false,
  ],
])('%s', (_, one, other, isProven) => {
  expect(isProvenOverlap(one, other)).toBe(isProven);
  expect(isProvenOverlap(other, one)).toBe(isProven);
});
