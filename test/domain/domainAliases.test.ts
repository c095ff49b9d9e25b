import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { writeAliases } from '../../src/db/accountDomain.ts';
import type { Database } from '../../src/db/client.ts';
import { withTransaction } from '../../src/db/withTransaction.ts';
import { eraseEvents } from '../../src/domain/eraseEvents.ts';
import { NO_ALIASES, parseDomainAliases } from '../../src/model/domainAliases.ts';
import { makeAccountId } from '../../src/model/globalId.ts';
import { INGEST_CONTEXT, useApi } from '../support/api.ts';
import type { Api } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { logs, minute, replace } from '../support/hunts/huntEvents.ts';
import type { Sent } from '../support/hunts/huntEvents.ts';
import { samples } from '../support/samples.ts';

const ALIASES = parseDomainAliases('CORP=company.com,old.example');

const stored = useDatabase();
const renamed = useDatabase();
/** The database whose events spell one domain in several ways. */
const aliased = (): Database => ({ ...stored(), aliases: ALIASES });

beforeAll(async () => {
  await withTransaction(stored().writePool, async (client) => writeAliases(client, ALIASES));
});

const api = useApi(aliased);
const renamedApi = useApi(renamed);

const SPELLINGS = ['CORP', 'company.com', 'COMPANY', 'OLD'];
const USERS = [
  ...SPELLINGS.map((domain) => `${domain}\\ana`),
  ...SPELLINGS.map((domain) => `ben@${domain}`),
  'LAB\\ana',
  'KALI\\ben',
  'ana',
  null,
];

/** Each event has a record of its own, so that its id does not depend on the spelling of its user. */
const someLogs = logs({
  kinds: ['OK', 'OK', 'BAD', 'BAD', 'LOGOUT', 'LOCK', 'UNLOCK', 'RECONNECT'],
  users: USERS,
  hosts: ['A', 'B'],
  sources: ['10.0.0.1', '10.0.1.1', null],
  maxLength: 40,
}).map((sent) =>
  sent.map(({ action, input }, index): Sent => ({ action, input: { ...input, sourceId: `w/${index}` } })),
);

const rename = (sent: readonly Sent[]): readonly Sent[] =>
  sent.map(({ action, input }) => ({
    action,
    input: {
      ...input,
      user: (input.user as string | null)?.replace(/company\.com|company|old/i, 'CORP') ?? null,
    },
  }));

const DISCONNECTS = SPELLINGS.map((domain, n) => ({
  time: minute(10 * n),
  hostname: 'A',
  user: `${domain}\\ana`,
  loginId: '0x1',
  sourceId: `w/${1000 + n}`,
}));

/** Stores the log in one database, and with one name of the domain in the other; both get disconnects, too. */
const replaceBoth = async (sent: readonly Sent[]): Promise<void> => {
  await replace(aliased(), sent);
  await replace(renamed(), rename(sent));
  const disconnect = async (server: Api, disconnects: readonly object[]): Promise<void> => {
    const events = disconnects.map((fields) => ({ disconnect: fields }));
    const { data } = await server.query(INGEST_CONTEXT, { events });
    expect(data.ingestContextEvents.accepted).toBe(events.length);
  };
  await disconnect(api(), DISCONNECTS);
  await disconnect(
    renamedApi(),
    DISCONNECTS.map((fields) => ({ ...fields, user: 'CORP\\ana' })),
  );
};

const RANGE = `range: { from: "${minute(0, -1)}", until: "${minute(215)}" }`;

/** Everything that depends on accounts, without the text that the source wrote. */
const EVERYTHING = `query ($user: String!, $part: String!, $domain: String!) {
  overview { accounts(mode: EXACT) { value } }
  accounts { totalCount(mode: EXACT) { value } nodes { id user firstSeenAt lastSeenAt lastLogin { id } events { nodes { id } } sessions { nodes { id } } } }
  account(user: $user) { id user }
  ofUser: sessionEvents(filter: { user: { eq: $user } }) { nodes { id account { id user } } }
  ofPart: sessionEvents(filter: { user: { startsWith: $part } }) { nodes { id } }
  ofDomain: sessionEvents(filter: { userDomain: { eq: $domain } }) { nodes { id } }
  ofDomainStart: sessionEvents(filter: { userDomain: { startsWith: "CO" } }) { nodes { id } }
  sessionsOfDomainPart: sessions(filter: { userDomain: { contains: "orp" } }) { nodes { id } }
  accountsOfDomainStart: accounts(filter: { userDomain: { startsWith: "OL" } }) { nodes { id } }
  contextEvents(filter: { user: { eq: $user } }) { nodes { id } }
  accountsOfDomain: accounts(filter: { userDomain: { in: [$domain] } }) { nodes { id } }
  sessions(filter: { user: { in: [$user] } }) { nodes { id startedAt endedAt account { id user } concurrentSessions(sharing: ACCOUNT) { nodes { id } } } }
  allSessions: sessions { nodes { id startedAt endedAt endReason account { id } } }
  host(hostname: "A") { loggedOn(at: "${minute(100)}") { accounts { account { id } since sessions { id } } } }
  eventStats(groupBy: [USER]) { groups { key { account { id } } count distinctUsers firstAt lastAt } }
  byHost: eventStats(groupBy: [HOST]) { groups { key { host { hostname } } distinctUsers } }
  logonGraph(${RANGE}, excludeNoise: false) { nodes { key account { id } count edgeCount } edges { from to count events { nodes { id } } } }
  search(text: $user) { nodes { kind value match firstSeenAt lastSeenAt } }
  searchOfPart: search(text: $part) { nodes { value match } }
  sessionStats(groupBy: [USER]) { groups { key { account { id } } count distinctUsers } }
  car {
    simultaneousLogins(${RANGE}) { nodes { firstAt userCount users { id } } }
    overlapping: simultaneousLogins(${RANGE}, mode: OVERLAP, excludeNoise: false) { nodes { firstAt userCount peak users { id } } }
    others: multiHostLogins(${RANGE}, minHosts: 2, excludeUsers: [$user], excludeNoise: false) { nodes { account { id } hostCount } }
    multiHostLogins(${RANGE}, minHosts: 2) { nodes { account { id } hostCount evidence { nodes { id } } } }
    loginActivity(${RANGE}, excludeTopUsers: 1) { nodes { login { id } } excludedUsers { account { id } loginCount } }
    loginsSince(hostname: "A", bootTime: "${minute(0, -1)}", at: "${minute(215)}") { nodes { account { id } loginCount evidence { nodes { id } } } }
    remoteDesktopLogins(${RANGE}) { nodes { login { id } seenBefore } }
  }
  hunts {
    ${['SRC_IP', 'SRC_IP_USER', 'USER_HOST', 'USER']
      .map(
        (key) =>
          `brute${key}: bruteForceThenSuccess(${RANGE}, key: ${key}, minFailures: 1) { nodes { account { id } failureCount distinctUsersTried evidence { nodes { id } } } }`,
      )
      .join('\n')}
    passwordSpray(${RANGE}, minUsers: 2) { nodes { userCount users { id } compromisedUsers { id } evidence { nodes { id } } } }
    firstSeen(${RANGE}, tuple: [USER, HOST]) { nodes { account { id } loginCount evidence { nodes { id } } } }
    concurrentSessions(${RANGE}, key: USER) { nodes { account { id } peak sessions { nodes { id } } } }
    reconnectWithoutLogin(${RANGE}) { nodes { evidence { nodes { id } } } }
    unusualRdpSource(${RANGE}) { nodes { reasons evidence { nodes { id } } } }
    lateralPaths(${RANGE}, sameUser: true, from: { user: $user }) { nodes { hops { event { id } account { id } } } }
    to: lateralPaths(${RANGE}, containment: GAP, to: { user: $user }, excludeNoise: false) { nodes { hops { event { id } account { id } } } }
  }
}`;

const ask = async (server: Api, spelling: string): Promise<unknown> => {
  const { data, errors } = await server.query(EVERYTHING, {
    user: `${spelling}\\ana`,
    part: `${spelling}\\a`,
    domain: spelling,
  });
  expect(errors).toBeUndefined();
  return data;
};

test('events with several names of a domain are answered like the same events with one name', async () => {
  await fc.assert(
    fc.asyncProperty(someLogs, fc.constantFrom(...SPELLINGS), async (sent, spelling) => {
      await replaceBoth(sent);
      expect(await ask(api(), spelling)).toEqual(await ask(renamedApi(), 'CORP'));
    }),
    samples(25),
  );
});

test('the erasure of an account by any name of its domain erases all of them', async () => {
  const accountOf = (userDomain: string) => ({
    hostname: null,
    account: { userDomain, userName: 'ana' },
    from: null,
    until: null,
    source: null,
  });
  await fc.assert(
    fc.asyncProperty(someLogs, fc.constantFrom('CORP', 'COMPANY', 'OLD'), async (sent, spelling) => {
      await replaceBoth(sent);
      const report = await eraseEvents(aliased(), accountOf(spelling));
      const { hosts, left } = (await eraseEvents(renamed(), accountOf('CORP')))!;
      expect(report).toMatchObject({ hosts, left });
      expect(left).toEqual({ events: 0, contextEvents: 0, sessions: 0, accounts: 0 });
      expect(await ask(api(), spelling)).toEqual(await ask(renamedApi(), 'CORP'));
    }),
    samples(15),
  );
});

describe('an account by another name of its domain', () => {
  const login: Sent = {
    action: 'LOGIN',
    input: { time: minute(0), hostname: 'A', user: 'ana@company.com', loginSuccessful: true },
  };

  test('is found by its name and by ids that were issued before the alias', async () => {
    await replace(aliased(), [login]);
    const known = { id: makeAccountId({ userDomain: 'CORP', userName: 'ana' }), user: 'CORP\\ana' };
    for (const userDomain of ['CORP', 'COMPANY', 'OLD']) {
      const id = makeAccountId({ userDomain, userName: 'ana' });
      const { data } = await api().query(
        'query ($id: ID!, $user: String!) { node(id: $id) { id ... on Account { user } } account(user: $user) { id user } }',
        { id, user: `${userDomain}\\ana` },
      );
      expect(data).toEqual({ node: known, account: known });
    }
  });

  test('is not found by an id under its alias after the alias is taken away, but by its own', async () => {
    await replace(renamed(), [login]);
    const nodeOf = async (userDomain: string) => {
      const id = makeAccountId({ userDomain, userName: 'ana' });
      const query = 'query ($id: ID!) { node(id: $id) { ... on Account { user } } }';
      return (await renamedApi().query(query, { id })).data.node;
    };
    expect(await nodeOf('CORP')).toBeNull();
    expect(await nodeOf('COMPANY')).toEqual({ user: 'COMPANY\\ana' });
  });

  test('needs no suggestion, and the event keeps the name that the source wrote', async () => {
    await replace(aliased(), [login]);
    const { text, data } = await api().query(
      'query { sessionEvents(filter: { user: { eq: "OLD\\\\ana" }, action: { eq: LOGOUT } }) { nodes { id } } all: sessionEvents { nodes { user userDomain } } }',
    );
    expect(JSON.parse(text).extensions?.suggestions ?? []).toEqual([]);
    expect(data.all.nodes).toEqual([{ user: 'ana@company.com', userDomain: 'COMPANY' }]);
  });
});

test('a second record of a login with another name of the domain is the same login', async () => {
  const record = (seconds: number, user: string): Sent => ({
    action: 'LOGIN',
    input: {
      time: minute(0, seconds * 1_000_000),
      hostname: 'A',
      loginId: '0x1',
      user,
      loginSuccessful: true,
    },
  });
  const sent = [record(0, 'CORP\\ana'), record(30, 'COMPANY\\ana'), record(90, 'LAB\\ana')];
  const countOf = async (database: Database): Promise<number> => {
    await replace(database, sent);
    const { rows } = await database.writePool.query('select from session');
    return rows.length;
  };
  expect(await countOf(aliased())).toBe(2);
  expect(await countOf({ ...renamed(), aliases: NO_ALIASES })).toBe(3);
});
