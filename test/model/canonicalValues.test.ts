import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { Refusal } from '../../src/model/refusal.ts';
import { parseHostname } from '../../src/model/values/hostname.ts';
import { parseIpAddress } from '../../src/model/values/ipAddress.ts';
import { parseLoginId } from '../../src/model/values/loginId.ts';
import { parseSourceId } from '../../src/model/values/text.ts';
import { parseUid } from '../../src/model/values/uid.ts';
import { parseTime } from '../../src/model/values/time.ts';
import { parseUser } from '../../src/model/values/user.ts';
import { samples } from '../support/samples.ts';

/** Texts composed of parts at which parsers split, or which they fold, compose or lengthen. */
const composed = (parts: readonly string[]): fc.Arbitrary<string> =>
  fc.oneof(
    fc.array(fc.constantFrom(...parts), { minLength: 1, maxLength: 8 }).map((found) => found.join('')),
    fc.string({ unit: 'binary', maxLength: 20 }),
  );

const NAMES = 'a|I|ß|ﬃ|ΐ|\u0307|\u2000|\u3000|\uFEFF| |é|e\u0301|🦊|\u212A|1'.split('|');

/** The value that each parser returns for a text. */
const PARSERS: readonly (readonly [string, (text: string) => unknown, fc.Arbitrary<string>])[] = [
  [
    'parseHostname SHORT',
    (text) => parseHostname(text, 'SHORT'),
    composed([...NAMES, '.', ':', '::', '%', 'FE80::1', '10.0.0.256', '10.0.0.5']),
  ],
  [
    'parseHostname FULL',
    (text) => parseHostname(text, 'FULL'),
    composed([...NAMES, '.', ' .', ':', '::', '%', 'FE80::1', '10.0.0.256', '10.0.0.5']),
  ],
  ['parseUser', (text) => parseUser(text).user, composed([...NAMES, '\\', '@', '.'])],
  ['parseUid', parseUid, composed([...NAMES, 's-1', 'S-1-5-', 'ﬃ'.repeat(200)])],
  ['parseSourceId', parseSourceId, composed([...NAMES, '/', '000'])],
  ['parseLoginId', parseLoginId, composed(['0x', '0', 'F', '9', '00'])],
  [
    'parseIpAddress',
    (text) => parseIpAddress(text, 'srcIp'),
    fc.oneof(fc.ipV6(), fc.ipV4(), composed(['::', 'ffff', ':', '1.2.3.4', '%eth0'])),
  ],
  [
    'parseTime',
    (text) => parseTime(text),
    fc
      .tuple(
        fc.date({ noInvalidDate: true, min: new Date('1001-01-01'), max: new Date('9998-01-01') }),
        fc.nat(999_999_999),
        fc.constantFrom('Z', '+14:00', '-09:30'),
      )
      .map(([date, fraction, offset]) => `${date.toISOString().slice(0, 19)}.${fraction}${offset}`),
  ],
];

// So an event that was stored, exported and sent again is the same event.
describe.each(PARSERS)('%s', (_, parse, texts) => {
  test('returns a value that it accepts and does not change', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const value = valueOf(() => parse(text));
        fc.pre(value !== null);
        expect(parse(String(value))).toBe(value);
      }),
      samples(500),
    );
  });
});

test.each([
  ['FE80::1.example', 'SHORT', 'fe80::1'],
  ['FE80::1.', 'FULL', 'fe80::1'],
] as const)(
  'the host %s (%s) is stored as an address, because its stored name is parsed again',
  (text, style, name) => {
    expect(parseHostname(text, style)).toBe(name);
  },
);

test('the length of a SID does not change', () => {
  const uid = `s-1-${'ﬃ'.repeat(250)}`;
  expect(parseUid(uid)).toBe(uid.replace('s', 'S'));
});

/** The parsed value; null if it is refused. */
const valueOf = (parse: () => unknown): unknown => {
  try {
    return parse();
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
};
