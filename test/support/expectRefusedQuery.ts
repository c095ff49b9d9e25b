import { expect } from '@jest/globals';

import type { Answer } from './api.ts';

/** Codes of what is refused before anything runs. */
const REFUSED_BEFORE = new Set(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']);

/**
 * A query is refused with this code: before it ran with 400 and no data; else with 200, null for each field that was asked for, and the
 * path of that field in each error.
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

/** What is there, or null where the path leads on below a null. */
const atPath = (data: unknown, [key, ...below]: readonly (string | number)[]): unknown => {
  if (key === undefined || data === null) return data;
  return atPath((data as Readonly<Record<string | number, unknown>>)[key], below);
};
