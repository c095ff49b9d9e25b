import { describe, expect, test } from '@jest/globals';

import { useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';

const api = useApi(useDatabase());

const QUERY = `query ($text: String!, $kinds: [SearchKind!]!, $first: Int!) {
  search(text: $text, kinds: $kinds, first: $first) { nodes { value } } }`;

describe('search', () => {
  test.each([
    ['empty text', { text: '' }, 'text is empty; give at least one character of a name.'],
    ['white space', { text: ' \t ' }, 'text is empty; give at least one character of a name.'],
    ['10,000 characters', { text: 'x'.repeat(10_000) }, 'text has 10000 characters; the most is 512.'],
    ['a control character', { text: 'a\u0007b' }, 'text holds a control character; remove or escape it.'],
    ['a NUL', { text: 'a\0b' }, 'text holds a control character; remove or escape it.'],
    [
      'half a surrogate pair',
      { text: 'a\ud800' },
      'text holds half of a surrogate pair; send well-formed Unicode.',
    ],
    ['no kinds', { kinds: [] }, 'kinds is an empty list; give a kind or leave it out.'],
    ['no matches', { first: 0 }, 'first must be from 1 to 100.'],
    ['too many matches', { first: 101 }, 'first must be from 1 to 100.'],
  ])('refuses %s', async (_, mistake, message) => {
    const { status, data, errors } = await api().query(QUERY, {
      text: 'a',
      kinds: ['HOST', 'UID'],
      first: 5,
      ...mistake,
    });
    expect([status, data]).toEqual([200, { search: null }]);
    const extensions = { code: 'BAD_PARAMETER', field: Object.keys(mistake)[0] };
    expect(errors).toEqual([expect.objectContaining({ message, path: ['search'], extensions })]);
  });

  test('costs what its matches may hold', async () => {
    const costOf = async (given: string, fields: string) => {
      const { text } = await api().query(`{ search(${given}) { nodes { ${fields} } } }`);
      return JSON.parse(text).extensions.cost.requested as number;
    };
    // 100 for the search, 1 for its answer, 1 for each match.
    expect(await costOf('text: "zzz"', 'value')).toBe(100 + 1 + 50);
    expect(await costOf('text: "zzz", kinds: [HOST, UID], first: 7', 'value')).toBe(100 + 1 + 14);
    // And for each a page and its two events.
    expect(
      await costOf(
        'text: "zzz", kinds: [UID], first: 7',
        '... on UidMatch { events(first: 2) { nodes { id } } }',
      ),
    ).toBe(100 + 1 + 7 * (1 + 1 + 2));
  });
});
