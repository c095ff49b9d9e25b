import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { foldCase, parseText } from '../../../src/model/values/text.ts';
import { refusalOf, refuses } from '../refusalOf.ts';

const RULE = { name: 'nickname', code: 'INVALID_USER', maxLength: 10 } as const;

describe('parseText', () => {
  test.each([
    ['plain', 'ana', 'ana'],
    ['spaces around', ' \tana\r\n', 'ana'],
    ['spaces within', 'ana b', 'ana b'],
    ['a decomposed letter', 'Ame\u0301lie', 'Am\u00E9lie'],
    ['a letter that NFC decomposes', '\u0958', '\u0915\u093C'],
    ['right-to-left marks', '\u202Eana\u200F', '\u202Eana\u200F'],
    ['an emoji', '🦊', '🦊'],
    ['an emoji of several code points', '👩‍💻', '👩‍💻'],
    ['a replacement character that was sent', '\uFFFD', '\uFFFD'],
    ['the greatest number of units', 'x'.repeat(10), 'x'.repeat(10)],
    ['units that NFC reduces', 'e\u0301'.repeat(10), '\u00E9'.repeat(10)],
    ['four units that NFC combines to one', '\u03B1\u0313\u0300\u0345'.repeat(10), '\u1F82'.repeat(10)],
    ['trailing spaces beyond the length', `ana${' '.repeat(1000)}`, 'ana'],
  ])('accepts %s', (_, given, text) => {
    expect(parseText(given, RULE)).toBe(text);
  });

  test.each([
    ['NUL', 'a\0b', 'control character'],
    ['a line break', 'a\nb', 'control character'],
    ['an escape', '\u001B[2J', 'control character'],
    ['delete', 'a\u007F', 'control character'],
    ['a control character of C1', 'a\u0085b', 'control character'],
    ['the first half of a pair', 'a\uD83E', 'surrogate'],
    ['the second half of a pair', '\uDD8Aa', 'surrogate'],
    ['a pair the wrong way round', '\uDD8A\uD83E', 'surrogate'],
    ['nothing', '', 'empty'],
    ['spaces', ' \u00A0\u3000\uFEFF', 'empty'],
    ['one unit too many', 'x'.repeat(11), 'has 11 characters; the most is 10'],
    ['units that NFC increases', '\u0958'.repeat(6), 'has 12 characters; the most is 10'],
    ['surrogate pairs that are too many units', '🦊'.repeat(6), 'has 12 characters; the most is 10'],
    ['a number', 5, 'must be a string'],
    ['null', null, 'must be a string'],
    ['a String object', new String('ana'), 'must be a string'],
  ])('refuses %s', (_, given, problem) => {
    const { code, message } = refusalOf(() => parseText(given, RULE));
    expect([code, message]).toEqual(['INVALID_USER', expect.stringMatching(`^nickname .*${problem}`)]);
  });

  test('returns text that neither parsing it again nor Postgres changes', () => {
    const rule = { ...RULE, maxLength: 60 };
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 20 }), (given) => {
        fc.pre(!refuses(() => parseText(given, rule)));
        const text = parseText(given, rule);
        expect(parseText(text, rule)).toBe(text);
        expect(text.normalize('NFC')).toBe(text);
        expect(Buffer.from(text).toString()).toBe(text);
        expect(text).not.toContain('\0');
      }),
    );
  });
});

describe('foldCase', () => {
  test.each([
    ['ANA', 'ana'],
    ['ANDRÉ', 'andré'],
    ['ΟΔΥΣΣΈΑΣ', 'οδυσσέας'],
    ['ИВАН', 'иван'],
    ['🦊', '🦊'],
  ])('%s is %s', (given, folded) => {
    expect(foldCase(given)).toBe(folded);
    expect(foldCase(folded)).toBe(folded);
  });

  test('does not change folded text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (given) => {
        expect(foldCase(foldCase(given))).toBe(foldCase(given));
      }),
    );
  });
});
