import { beforeAll, describe, expect, test } from '@jest/globals';

import { INGEST, useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { aLogin } from '../support/events.ts';
import { expectRefusedQuery } from '../support/expectRefusedQuery.ts';

const api = useApi(useDatabase());

const FIELDS = '{ count groups { count buckets { from count } } }';
const YEAR = 'time: { from: "2025-01-01T00:00:00Z", until: "2026-01-01T00:00:00Z" }';

beforeAll(async () => {
  await api().query(INGEST, { events: [aLogin()] });
});

describe('a query for counts', () => {
  test.each([
    [
      'too many dimensions',
      'groupBy: [ACTION, HOST, USER, UID, SRC_IP, OUTCOME]',
      'BAD_GROUPING',
      'groupBy',
      /^groupBy has 6 dimensions; the most is 5/,
    ],
    [
      'a dimension twice',
      'groupBy: [HOST, USER, HOST]',
      'BAD_GROUPING',
      'groupBy[2]',
      /^groupBy has HOST twice/,
    ],
    [
      'an unknown zone',
      'bucket: { every: "PT1H", timeZone: "Mars/Olympus" }',
      'INVALID_TIME_ZONE',
      'bucket.timeZone',
      /IANA time zone; send a name like Europe\/Berlin/,
    ],
    [
      'a bucket of length zero',
      'bucket: { every: "PT0S" }',
      'INVALID_DURATION',
      'bucket.every',
      /^bucket\.every is not a supported duration; send one like PT15M/,
    ],
    [
      'a negative bucket',
      'bucket: { every: "-PT1H" }',
      'INVALID_DURATION',
      'bucket.every',
      /^bucket\.every is not a supported duration/,
    ],
    [
      'seven hours',
      'bucket: { every: "PT7H" }',
      'INVALID_DURATION',
      'bucket.every',
      /^bucket\.every does not divide a day evenly/,
    ],
    [
      'too many buckets',
      `bucket: { every: "PT15M" }, filter: { ${YEAR} }`,
      'TOO_MANY_BUCKETS',
      'bucket.every',
      /^bucket\.every makes more than 10000 buckets of the range; make it longer/,
    ],
    [
      'too many buckets of groups',
      `bucket: { every: "PT1H" }, groupBy: [HOST], filter: { ${YEAR} }`,
      'TOO_MANY_BUCKETS',
      'first',
      /^50 groups of 8760 buckets are more than 100000; request fewer groups with first/,
    ],
    [
      'having nothing',
      'having: {}',
      'BAD_FILTER',
      'having',
      /^having has no condition; give one or leave it out/,
    ],
    [
      'a number that is null',
      'having: { count: { gte: null } }',
      'BAD_FILTER',
      'having.count.gte',
      /^having\.count\.gte must be a number/,
    ],
    [
      'a bad filter',
      'filter: { srcIp: { eq: "10.0.0.256" } }',
      'INVALID_IP_ADDRESS',
      'filter.srcIp.eq',
      /^filter\.srcIp\.eq: /,
    ],
    [
      'no groups',
      'first: 0',
      'BAD_PAGE',
      'first',
      /^first must be from 1 to 1000; request fewer, or narrow the filter/,
    ],
  ])('is refused for %s', async (_, given, code, field, message) => {
    const answer = await api().query(`{ eventStats(${given}) ${FIELDS} }`);
    expectRefusedQuery(answer, code);
    expect(answer.errors?.[0]).toMatchObject({
      message: expect.stringMatching(message),
      extensions: { code, field },
    });
  });

  test.each([
    ['a dimension twice', 'groupBy: [OPEN, OPEN]', 'BAD_GROUPING'],
    ['a bad bucket', 'bucket: { every: "P1M1D" }', 'INVALID_DURATION'],
    ['having nothing', 'having: {}', 'BAD_FILTER'],
    ['a bad filter', 'filter: { activeAt: "today" }', 'INVALID_TIME'],
    ['too many groups', 'first: 1001', 'BAD_PAGE'],
  ])('of sessions is refused for %s', async (_, given, code) => {
    expectRefusedQuery(await api().query(`{ sessionStats(${given}) ${FIELDS} }`), code);
  });

  test('may have as many buckets as the limit for its groups allows', async () => {
    const { data, errors } = await api().query(
      `{ hosts: eventStats(bucket: { every: "PT1H" }, groupBy: [HOST], filter: { ${YEAR} }, first: 11) ${FIELDS}
        all: eventStats(bucket: { every: "PT1H" }, filter: { ${YEAR} }, first: 1000) ${FIELDS} }`,
    );
    expect(errors).toBeUndefined();
    expect(data.hosts).toEqual({ count: 0, groups: [] });
    expect(data.all.groups[0].buckets).toHaveLength(8760);
  });

  test('has no buckets without the argument for them', async () => {
    const { data } = await api().query(`{ eventStats ${FIELDS} sessionStats ${FIELDS} }`);
    const nothing = { count: 1, groups: [{ count: 1, buckets: null }] };
    expect(data).toEqual({ eventStats: nothing, sessionStats: nothing });
  });
});

test('selections in fragments, aliases and directives are counted', async () => {
  const { data, errors } = await api().query(
    `query ($yes: Boolean!, $no: Boolean!) {
      eventStats(groupBy: [HOST], bucket: { every: "P1D" }) {
        all: count
        ... on EventStats { rows: groups { ...Group } groups { firstAt } }
      }
      sessionStats(groupBy: [OPEN]) { groups { key { open } n: open durationSeconds { p50 } ...Hosts @skip(if: $no) } }
    }
    fragment Group on EventStatsGroup {
      n: distinctUsers @include(if: $yes) successes @include(if: $no)
      days: buckets { ... @include(if: $yes) { failures } ok: successes }
    }
    fragment Hosts on SessionStatsGroup { distinctHosts }`,
    { yes: true, no: false },
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    eventStats: {
      all: 1,
      rows: [{ n: 1, days: [{ failures: 0, ok: 1 }] }],
      groups: [{ firstAt: '2026-11-16T09:00:00.000000Z' }],
    },
    sessionStats: { groups: [{ key: { open: true }, n: 1, durationSeconds: null, distinctHosts: 1 }] },
  });
});
