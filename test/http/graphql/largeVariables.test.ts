import { beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { isInputObjectType } from 'graphql';

import { IngestSessionEventsPayload } from '../../../src/graphql/resolvers/Mutation.ts';
import { makeSchema } from '../../../src/graphql/schema.ts';
import { WORK_PER_TURN } from '../../../src/model/reserveWork.ts';
import { INGEST, useApi } from '../../support/api.ts';
import type { Answer } from '../../support/api.ts';
import { useDatabase } from '../../support/database.ts';
import { aNumberedLogin } from '../../support/events.ts';
import { listenToStatements } from '../../support/listenToStatements.ts';
import { watchWork } from '../../support/watchWork.ts';

const database = useDatabase();
const api = useApi(database);

let statements = 0;
beforeAll(() => listenToStatements(database().writePool, () => (statements += 1)));
beforeEach(() => {
  statements = 0;
});

const fate = ({ status, errors }: Answer): unknown => [status, errors?.[0]?.extensions.code];

describe('a body of many values is refused before it is parsed', () => {
  // Both are invalid JSON, which only the parser detects.
  test.each([
    [100_000, 400, 'BAD_JSON'],
    [100_001, 413, 'TOO_MANY_VALUES'],
  ])('%d values', async (count, status, code) => {
    expect(fate(await api().post('['.repeat(count)))).toEqual([status, code]);
    expect(fate(await api().post('{}'.repeat(count)))).toEqual([status, code]);
    expect(fate(await api().post(`"${','.repeat(count)}`))).toEqual([status, code]);
  });

  test('5,000 logins with all fields have fewer', async () => {
    const type = makeSchema().getType('LoginEventInput');
    const fields = isInputObjectType(type) ? Object.keys(type.getFields()) : [];
    expect(fields).toHaveLength(14);
    const login = Object.fromEntries(fields.map((field) => [field, 1]));
    const events = Array.from({ length: 5000 }, () => ({ login }));
    // Without the last brace it is invalid JSON.
    const body = JSON.stringify({ query: INGEST, variables: { events } }).slice(0, -1);
    expect(fate(await api().post(body))).toEqual([400, 'BAD_JSON']);
  });

  test('a string of any length is one value', async () => {
    const variables = { text: 'x'.repeat(900_000) };
    expect((await api().query('{ __typename }', variables)).data).toEqual({ __typename: 'Query' });
  });
});

describe('a body of many different names is refused before it is parsed', () => {
  const objectOf = (count: number) =>
    Object.fromEntries(Array.from({ length: count }, (_, n) => [`k${n}`, 1]));

  // Besides `query` and `variables`.
  test('the limit holds for all objects together', async () => {
    expect((await api().query('{ __typename }', objectOf(998))).status).toBe(200);
    expect(fate(await api().query('{ __typename }', objectOf(999)))).toEqual([413, 'TOO_MANY_NAMES']);
    expect(fate(await api().query('{ __typename }', objectOf(90_000)))).toEqual([413, 'TOO_MANY_NAMES']);
    const objects = Object.keys(objectOf(999)).map((name) => ({ [name]: 1 }));
    const nested = JSON.stringify({ query: '{ __typename }', x: objects });
    expect(fate(await api().post(nested))).toEqual([413, 'TOO_MANY_NAMES']);
  });

  test('names count once, and values do not', async () => {
    const same = Array.from({ length: 2000 }, (_, n) => ({ 'a"\\:b': `"k${n}": "k${n}":` }));
    expect((await api().query('{ __typename }', { same })).status).toBe(200);
  });
});

describe('variables of many values are refused before their types are checked', () => {
  const QUERY = 'query ($filter: SessionEventFilter) { sessionEvents(filter: $filter) { nodes { id } } }';

  // The filter has an invalid member, which only the check of types detects. Besides its items: the variables, the filter, the list.
  test.each([
    [9997, 400, 'BAD_USER_INPUT'],
    [9998, 413, 'TOO_MANY_VALUES'],
  ])('a query with a list of %d items', async (length, status, code) => {
    const filter = { nothing: Array.from({ length }, () => 'x') };
    expect(fate(await api().query(QUERY, { filter }))).toEqual([status, code]);
  });

  test('a mutation with more events than a request may have, in one variable or in two', async () => {
    const events = (length: number) => Array.from({ length }, () => ({ nothing: 'x' }));
    const TWO = `mutation ($a: [SessionEventInput!]!, $b: [SessionEventInput!]!) {
      a: ingestSessionEvents(events: $a) { accepted } b: ingestSessionEvents(events: $b) { accepted } }`;
    expect(fate(await api().query(INGEST, { events: events(5001) }))).toEqual([400, 'BAD_BATCH_SIZE']);
    expect(fate(await api().query(TWO, { a: events(2500), b: events(2501) }))).toEqual([
      400,
      'BAD_BATCH_SIZE',
    ]);
    // The number of values that are counted.
    expect(fate(await api().query(TWO, { a: events(2500), b: events(2500) }))).toEqual([
      400,
      'BAD_USER_INPUT',
    ]);
    expect(statements).toBe(0);
  });
});

describe('the 5,000 events of a request are counted at each field that stores them', () => {
  const events = (length: number) => Array.from({ length }, () => ({ nothing: 'x' }));
  const REFUSED = [400, 'BAD_BATCH_SIZE'];
  // The types were checked, so the number of events was accepted.
  const CHECKED = [400, 'BAD_USER_INPUT'];
  const START = '{ hostname: "A", time: "2026-01-01T00:00:00Z" }';
  const HEAD = 'mutation ($e: [SessionEventInput!]!, $no: Boolean = false)';
  const FIELD = 'ingestSessionEvents(events: $e) { accepted }';

  test.each([
    ['aliases', `{ ${Array.from({ length: 5 }, (_, n) => `a${n}: ${FIELD}`).join(' ')} }`, 1000],
    ['fragments', `{ a: ${FIELD} ...F } fragment F on Mutation { b: ${FIELD} ... { c: ${FIELD} } }`, 1666],
    [
      'two mutations',
      `{ ${FIELD} ingestContextEvents(events: [{ hostStart: ${START} }]) { accepted } }`,
      4999,
    ],
    [
      'literals',
      `{ ${FIELD} b: ingestSessionEvents(events: [{ lock: ${START} }, { lock: ${START} }]) { accepted } }`,
      4998,
    ],
    ['a field that does not run', `{ ${FIELD} b: ${FIELD.replace('{', '@include(if: $no) {')} }`, 5000],
    ['the same field twice', `{ ${FIELD} ${FIELD} }`, 5000],
  ])('%s', async (_, selections, most) => {
    const query = `${HEAD} ${selections}`;
    const used = query.includes('if: $no') ? query : query.replace(', $no: Boolean = false', '');
    expect(fate(await api().query(used, { e: events(most + 1) }))).toEqual(REFUSED);
    expect(statements).toBe(0);
    expect(fate(await api().query(used, { e: events(most) }))).toEqual(CHECKED);
  });
});

describe('a mutation of 5,000 events', () => {
  test('does not block the event loop, and answers with the results in their order', async () => {
    const events = Array.from({ length: 5000 }, (_, n) => aNumberedLogin(n));
    let answer: Answer | undefined;
    const turns = await watchWork(async () => {
      answer = await api().query(INGEST, { events });
    });
    expect(answer?.data.ingestSessionEvents.accepted).toBe(5000);
    const indexes = answer?.data.ingestSessionEvents.results.map(({ index }: { index: number }) => index);
    expect(indexes).toEqual(events.map((_, index) => index));
    // Counting the body, JSON.parse and GraphQL do not pause, and each runs in its own turn.
    expect(turns.filter((work) => work > WORK_PER_TURN).length).toBeLessThanOrEqual(3);
    expect(turns.length).toBeGreaterThan(5000 / WORK_PER_TURN);
  });

  test('writes the results into the answer in slices', async () => {
    const { results: resolve } = IngestSessionEventsPayload as {
      results: (parent: object) => readonly unknown[];
    };
    const given = Array.from({ length: 5000 }, (_, index) => ({ index }));
    let results: readonly unknown[] = [];
    const turns = await watchWork(async () => {
      results = await Promise.all(resolve({ results: given }));
    });
    expect(results).toEqual(given);
    // A result counts half a unit.
    expect(turns.length).toBeGreaterThanOrEqual(Math.floor(5000 / 2 / WORK_PER_TURN));
    expect(Math.max(...turns)).toBeLessThanOrEqual(WORK_PER_TURN);
  });
});
