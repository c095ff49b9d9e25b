import { afterEach, describe, expect, jest, test } from '@jest/globals';
import type { FastifyRequest } from 'fastify';
import { Lexer } from 'graphql';

import { findRequestMistake } from '../../../src/http/graphql/findRequestMistake.ts';

const findIn = (query: string) => findRequestMistake({ method: 'POST', body: { query } } as FastifyRequest);

afterEach(() => {
  jest.restoreAllMocks();
});

const LONGEST = 131_072;

describe('the work to check a document is limited', () => {
  test.each(['$', 'a ', '#\n', '# comment\n', ' ', '"" '])('a document that repeats %j', (part) => {
    const advance = jest.spyOn(Lexer.prototype, 'advance');
    const document = `{${part.repeat(LONGEST)}`;
    expect(findIn(document)).toMatchObject({ status: 413, code: 'QUERY_TOO_LARGE' });
    expect(advance).not.toHaveBeenCalled();
    expect(findIn(document.slice(0, LONGEST + 1))).toMatchObject({ code: 'QUERY_TOO_LARGE' });
    expect(findIn(document.slice(0, LONGEST))).toBeNull();
    expect(advance.mock.calls.length).toBeLessThanOrEqual(2000);
  });

  test('brackets within the first 2,000 tokens count', () => {
    expect(findIn(`${'a '.repeat(1848)}${'['.repeat(151)}`)).toMatchObject({ code: 'QUERY_TOO_DEEP' });
    expect(findIn(`${'a '.repeat(1850)}${'['.repeat(150)}`)).toBeNull();
  });
});
