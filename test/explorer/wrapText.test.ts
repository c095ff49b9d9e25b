import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { wrapText } from '../../src/explorer/picture/wrapText.ts';

const within = (most: number) => (line: string) => Array.from(line).length <= most;

test.each([
  ['a short text', 'hijacked', 20, ['hijacked']],
  ['a long text', 'KALI reconnects to it', 12, ['KALI', '  reconnects', '  to it']],
  ['a long word', 'see 0123456789abcdef now', 8, ['see', '  012345', '  6789ab', '  cdef', '  now']],
  ['no text', '', 5, ['']],
])('%s is broken between words, a word only where it is longer than a line', (_, text, most, lines) => {
  expect(wrapText(text, within(most))).toEqual(lines);
});

test('no line is too long, and no character is lost', () => {
  const arbitraryText = fc.string({ unit: fc.constantFrom('a', ' ', '\u{1f511}'), maxLength: 60 });
  fc.assert(
    fc.property(arbitraryText, fc.integer({ min: 3, max: 20 }), (text, most) => {
      const lines = wrapText(text, within(most));
      expect(lines.filter((line) => !within(most)(line))).toEqual([]);
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }),
  );
});
