import { expect } from '@jest/globals';

import type { Answer } from './api.ts';

/** Codes of errors that refuse a query before it runs. */
const REFUSED_BEFORE = new Set(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']);

/**
 * Expects that a query is refused with this code. A query that is refused before it runs gets 400 and no data; any other gets 200, null for
 * each requested field, and the path of that field in each error.
 */
export const expectRefusedQuery = ({ status, data, errors }: Answer, code: string): void => {
  expect(errors?.map(({ extensions }) => extensions.code)).toContain(code);
  if (REFUSED_BEFORE.has(code)) {
    expect([status, data]).toEqual([400, undefined]);
    return;
  }
  expect([status, listValues(data)]).toEqual([200, []]);
  for (const { path } of errors ?? []) expect(atPath(data, path ?? [])).toBeNull();
};

const listValues = (data: unknown): readonly unknown[] => {
  if (data === null) return [];
  return typeof data === 'object' ? Object.values(data).flatMap(listValues) : [data];
};

/** The value at a path, or null if a part of the path is null. */
const atPath = (data: unknown, [key, ...below]: readonly (string | number)[]): unknown => {
  if (key === undefined || data === null) return data;
  return atPath((data as Readonly<Record<string | number, unknown>>)[key], below);
};
