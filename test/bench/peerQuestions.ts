import type pg from 'pg';

import type { Period } from './measureQuestions.ts';

/** A request to a GraphQL server, and where its answer has the rows. */
type Query = {
  readonly query: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly pick: (data: any) => readonly object[];
};

/** One question, as it is put to each of the servers. The rows have fields of the same names. */
export type PeerQuestion = {
  readonly name: string;
  readonly api: Query;
  readonly postgraphile: Query;
  readonly statements: readonly { readonly text: string; readonly values: readonly string[] }[];
  /** The least rate of the API by that of PostGraphile. */
  readonly least: number;
};

const NETWORK = '10.25.0.0/16';
const DAY_MS = 86_400_000;

/** With the id 14 fields. The id of the API is another text than that of the row, so rows are compared without it. */
const EVENT = 'time action hostname user userName userDomain uid loginId sourceId';
const API_EVENT = `id ${EVENT} ... on RemoteCapableEvent { loginType srcIp srcPort } ... on LoginEvent { loginSuccessful }`;
const POSTGRAPHILE_EVENT = `rowId ${EVENT} loginType srcIp srcPort loginSuccessful`;
const NEWEST_FIRST = 'orderBy: [TIME_DESC, ROW_ID_DESC]';
/** Order by session_event.time: a plain `time` would be the text of the same name, which no index sorts. */
const SELECT_EVENT = `select id, time::text, action, hostname, "user", user_name as "userName", user_domain as "userDomain", uid,
  login_id as "loginId", source_id as "sourceId", login_type as "loginType", src_ip as "srcIp", src_port as "srcPort",
  login_successful as "loginSuccessful" from session_event`;

const SESSION = 'hostname loginId user startedAt startReason endedAt endReason lockCount unlockCount';
const SELECT_SESSION = `select hostname, login_id as "loginId", "user", started_at::text as "startedAt", start_reason as "startReason",
  ended_at::text as "endedAt", end_reason as "endReason", lock_count as "lockCount", unlock_count as "unlockCount" from session`;

const withoutIds = (rows: readonly object[]): readonly object[] =>
  rows.map((row) => ({ ...row, id: undefined, rowId: undefined }));

/** What a page of events is asked with, in the words of each server. */
type Page = {
  readonly name: string;
  readonly declared: string;
  readonly filter: string;
  readonly arguments: string;
  readonly where: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly postgraphileVariables?: Readonly<Record<string, string>>;
  readonly postgraphileDeclared?: string;
  readonly least: number;
};

const pageOf = (page: Page): PeerQuestion => {
  const variables = page.postgraphileVariables ?? page.variables;
  return {
    name: page.name,
    least: page.least,
    api: {
      query: `query (${page.declared}) { sessionEvents(filter: ${page.filter}, first: 50) { nodes { ${API_EVENT} } } }`,
      variables: page.variables,
      pick: (data) => withoutIds(data.sessionEvents.nodes),
    },
    postgraphile: {
      query: `query (${page.postgraphileDeclared ?? page.declared}) { allSessionEvents(${page.arguments}, first: 50, ${NEWEST_FIRST}) { nodes { ${POSTGRAPHILE_EVENT} } } }`,
      variables,
      pick: (data) => withoutIds(data.allSessionEvents.nodes),
    },
    // session_event_pkey, session_event_user or session_event_failure.
    statements: [
      {
        text: `${SELECT_EVENT} where ${page.where} order by session_event.time desc, id desc limit 50`,
        values: Object.values(variables),
      },
    ],
  };
};

/** The questions, about a user and a session that have many events. */
export const makePeerQuestions = async (
  client: pg.Client,
  { fromMs, untilMs }: Period,
): Promise<readonly PeerQuestion[]> => {
  const name = await readOne(
    client,
    `select user_name as name from session_event where user_domain = 'CORP' and user_name like 'user%'
    group by user_name order by count(*) desc, user_name limit 1`,
  );
  const session = await readOne(
    client,
    `select hostname as host, login_id as login, started_at::text as from, last_at::text as until from session
    where ended_at is not null order by lock_count + unlock_count desc, hostname limit 1`,
  );
  const { host = '', login = '', from = '', until = '' } = session;
  const startMs = Math.floor((fromMs + untilMs) / 2 / DAY_MS) * DAY_MS;
  const day = {
    from: new Date(startMs).toISOString(),
    until: new Date(startMs + DAY_MS).toISOString(),
  };
  return [
    pageOf({
      name: 'a page of 50 events of one host',
      declared: '$host: String!',
      filter: '{ hostname: { eq: $host } }',
      arguments: 'condition: { hostname: $host }',
      where: 'hostname = $1',
      variables: { host: 'DC01' },
      least: 2,
    }),
    pageOf({
      name: 'a page of 50 events of one user',
      declared: '$user: String!',
      filter: '{ user: { eq: $user } }',
      arguments: 'condition: { userName: $name, userDomain: $domain }',
      where: 'user_name = $1 and user_domain = $2',
      variables: { user: `CORP\\${name['name']}` },
      postgraphileDeclared: '$name: String!, $domain: String!',
      postgraphileVariables: { name: name['name'] ?? '', domain: 'CORP' },
      least: 1.5,
    }),
    pageOf({
      name: 'the newest 50 failed logins from a network',
      declared: '$network: CIDR!',
      filter: '{ loginSuccessful: { eq: false }, srcIp: { inCidr: [$network] } }',
      arguments: 'filter: { loginSuccessful: { equalTo: false }, srcIp: { containedByOrEqualTo: $network } }',
      where: 'login_successful is false and src_ip <<= $1::inet',
      variables: { network: NETWORK },
      postgraphileDeclared: '$network: InternetAddress!',
      least: 1.5,
    }),
    {
      name: 'a session with its events',
      least: 1.5,
      api: {
        query: `query ($host: String!, $login: LoginId!) { sessions(filter: { hostname: { eq: $host }, loginId: { eq: $login } }, first: 1) {
          nodes { ${SESSION} events { nodes { ${API_EVENT} } } } } }`,
        variables: { host, login },
        pick: ({ sessions: { nodes } }) =>
          nodes.flatMap(({ events, ...row }: { events: { nodes: object[] } }) => [
            row,
            ...withoutIds(events.nodes),
          ]),
      },
      // Its tables have no foreign key from which PostGraphile could derive the events of a session, so it is told their time.
      postgraphile: {
        query: `query ($host: String!, $login: String!, $from: Datetime!, $until: Datetime!) {
          allSessions(condition: { hostname: $host, loginId: $login }, orderBy: [STARTED_AT_DESC], first: 1) { nodes { ${SESSION} } }
          allSessionEvents(condition: { hostname: $host, loginId: $login }, first: 50, orderBy: [TIME_ASC, ROW_ID_ASC],
            filter: { time: { greaterThanOrEqualTo: $from, lessThanOrEqualTo: $until } }) { nodes { ${POSTGRAPHILE_EVENT} } } }`,
        variables: { host, login, from, until },
        pick: ({ allSessions, allSessionEvents }) => [
          ...allSessions.nodes,
          ...withoutIds(allSessionEvents.nodes),
        ],
      },
      // session_pair and session_event_login_id.
      statements: [
        {
          text: `${SELECT_SESSION} where hostname collate "POSIX" = $1 and login_id = $2 order by started_at desc limit 1`,
          values: [host, login],
        },
        {
          text: `${SELECT_EVENT} where hostname collate "POSIX" = $1 and login_id = $2 and time >= $3 and time <= $4 order by session_event.time, id limit 50`,
          values: [host, login, from, until],
        },
      ],
    },
    {
      name: 'events of a day, counted by hour',
      least: 1.5,
      api: {
        query: `query ($from: DateTime!, $until: DateTime!) { eventStats(filter: { time: { from: $from, until: $until } }, bucket: { every: "PT1H" }) {
          groups { buckets { from count } } } }`,
        variables: day,
        pick: ({ eventStats: { groups } }) =>
          groups[0].buckets.filter(({ count }: { count: number }) => count > 0),
      },
      // The plugin for aggregates counts distinct values of a column only.
      postgraphile: {
        query: `query ($from: Datetime!, $until: Datetime!) { allSessionEvents(filter: { time: { greaterThanOrEqualTo: $from, lessThan: $until } }) {
          groupedAggregates(groupBy: [TIME_TRUNCATED_TO_HOUR]) { keys distinctCount { rowId } } } }`,
        variables: day,
        pick: ({ allSessionEvents: { groupedAggregates } }) =>
          groupedAggregates
            .map(({ keys, distinctCount }: { keys: [string]; distinctCount: { rowId: string } }) => ({
              from: keys[0],
              count: distinctCount.rowId,
            }))
            .toSorted((a: { from: string }, b: { from: string }) => (a.from < b.from ? -1 : 1)),
      },
      // session_event_time.
      statements: [
        {
          text: `select date_trunc('hour', time)::text as from, count(*) from session_event where time >= $1 and time < $2 group by 1 order by 1`,
          values: [day.from, day.until],
        },
      ],
    },
  ];
};

const readOne = async (client: pg.Client, text: string): Promise<Readonly<Record<string, string>>> => {
  const { rows } = await client.query<Record<string, string>>(text);
  if (rows[0] === undefined) throw new Error(`There is nothing to ask about: ${text}`);
  return rows[0];
};
