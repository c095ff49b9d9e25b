import { once } from 'node:events';
import { buffer } from 'node:stream/consumers';
import { mock } from 'node:test';

import { expect, test } from '@jest/globals';

import { sendInPieces } from '../../../src/http/sockets/sendInPieces.ts';

const LENIENT_LIMITS = { pauseMs: 60_000, onTooSlow: () => undefined };
const MIB = 1_048_576;

test.each([
  ['of one byte each', 'x'.repeat(2 * MIB + 1)],
  ['of two, three and four bytes', `x${'é€😀'.repeat(MIB)}`],
  ['as bytes', Buffer.from('é€😀'.repeat(MIB / 4))],
])('a large answer arrives completely: characters %s', async (_, answer) => {
  const pieces = sendInPieces(answer, LENIENT_LIMITS);
  if (pieces === null) throw new Error('The answer was not split.');
  const whole = Buffer.from(answer);
  expect(pieces.bytes).toBe(whole.length);
  expect((await buffer(pieces.stream)).equals(whole)).toBe(true);
});

test.each([['x'.repeat(MIB - 1)], [Buffer.alloc(10)], [null], [undefined]])(
  'other answers are not split',
  (answer) => {
    expect(sendInPieces(answer, LENIENT_LIMITS)).toBeNull();
  },
);

test('a piece that is not read in time is reported, and one that is read is not', async () => {
  mock.timers.enable({ apis: ['setTimeout'] });
  try {
    let tooSlow = 0;
    const pieces = sendInPieces('x'.repeat(3 * MIB), { pauseMs: 50, onTooSlow: () => void (tooSlow += 1) });
    if (pieces === null) throw new Error('The answer was not split.');
    const { stream } = pieces;
    for (let piece = 0; piece < 3; piece += 1) {
      stream.read();
      await once(stream, 'readable');
      mock.timers.tick(49);
    }
    expect(tooSlow).toBe(0);
    mock.timers.tick(1);
    expect(tooSlow).toBe(1);
    stream.destroy();
  } finally {
    mock.timers.reset();
  }
});
