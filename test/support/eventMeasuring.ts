import { expect } from '@jest/globals';

import type { Api } from './api.ts';
import { countDistinct, networkOf } from './statsOracle.ts';
import type { Counted, Measuring } from './statsOracle.ts';

const accountOf = ({ userName, userDomain }: Counted) =>
  userName === null ? null : { userName, userDomain };

const outcomeOf = ({ loginSuccessful = null }: Counted) => {
  if (loginSuccessful === null) return null;
  return loginSuccessful ? 'SUCCESS' : 'FAILURE';
};

const timesOf = (own: readonly Counted[]): string[] => own.map(({ time }) => time).toSorted();

/** How events are counted according to schema.graphql. */
export const EVENT_MEASURING: Measuring = {
  timeOf: ({ time }) => time,
  places: (event) => [event],
  keys: {
    ACTION: ({ action }) => action,
    HOST: ({ hostname }) => hostname,
    USER: accountOf,
    UID: ({ uid }) => uid,
    LOGIN_TYPE: ({ loginType }) => loginType,
    SRC_IP: ({ srcIp }) => srcIp,
    SRC_NETWORK: ({ srcIp }) => srcIp && networkOf(srcIp),
    DEST_PORT: ({ destPort }) => destPort,
    OUTCOME: outcomeOf,
  },
  measures: {
    count: (own) => own.length,
    successes: (own) => own.filter((event) => outcomeOf(event) === 'SUCCESS').length,
    failures: (own) => own.filter((event) => outcomeOf(event) === 'FAILURE').length,
    distinctUsers: (own) => countDistinct(own.map(accountOf)),
    distinctHosts: (own) => countDistinct(own.map(({ hostname }) => hostname)),
    distinctSources: (own) => countDistinct(own.map(({ srcIp }) => srcIp)),
    firstAt: (own) => timesOf(own)[0] ?? null,
    lastAt: (own) => timesOf(own).at(-1) ?? null,
  },
};

/** The fields of an event that the measures use. */
export const COUNTED_FIELDS = `id time action hostname user userDomain userName uid loginId sourceId
  ... on RemoteCapableEvent { loginType srcIp srcPort destIp destPort } ... on LoginEvent { loginSuccessful }`;

/** The field of the key for each dimension. */
const FIELD_OF: Readonly<Record<string, string>> = {
  ACTION: 'action',
  HOST: 'hostname',
  USER: 'account',
  UID: 'uid',
  LOGIN_TYPE: 'loginType',
  SRC_IP: 'srcIp',
  SRC_NETWORK: 'srcNetwork',
  DEST_PORT: 'destPort',
  OUTCOME: 'outcome',
};

export const EVENT_DIMENSIONS = Object.keys(FIELD_OF);

/** The measures to select; by default all measures of groups and none of buckets. */
export type Selected = { readonly ofGroups?: readonly string[]; readonly ofBuckets?: readonly string[] };

/** Queries statistics, and the number of events with the same filter. Keys become lists of values; fields of other dimensions must be null. */
export const askForStats = async (
  api: Api,
  variables: object,
  { ofGroups = Object.keys(EVENT_MEASURING.measures), ofBuckets = [] }: Selected = {},
): Promise<any> => {
  const { data, errors } = await api.query(
    `query ($filter: SessionEventFilter, $groupBy: [EventDimension!]! = [], $bucket: TimeBucketInput, $having: EventStatsHaving,
        $order: EventStatsOrder! = { field: COUNT }, $first: Int! = 50) {
      eventStats(filter: $filter, groupBy: $groupBy, bucket: $bucket, having: $having, order: $order, first: $first) {
        groupBy count otherCount totalCount(mode: EXACT) { value } totalCountWithoutHaving(mode: EXACT) { value }
        groups {
          key { action hostname host { hostname } account { userName userDomain } uid loginType srcIp srcNetwork destPort outcome }
          ${ofGroups.join(' ')} buckets { from until ${ofBuckets.join(' ')} }
        }
      }
      sessionEvents(filter: $filter, first: 1) { totalCount(mode: EXACT) { value } }
    }`,
    variables,
  );
  expect(errors).toBeUndefined();
  const { eventStats, sessionEvents } = data;
  const groups = eventStats.groups.map(({ key: { host, ...key }, ...measures }: any) => {
    const fields = eventStats.groupBy.map((dimension: string) => FIELD_OF[dimension]);
    expect(Object.keys(key).filter((field) => key[field] !== null && !fields.includes(field))).toEqual([]);
    expect(host?.hostname ?? null).toBe(key.hostname);
    return { key: fields.map((field: string) => key[field]), ...measures };
  });
  return { stats: { ...eventStats, groups }, listed: sessionEvents.totalCount.value };
};
