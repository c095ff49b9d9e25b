import { describe, expect, test } from '@jest/globals';

import { INGEST, useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { aLogin, aLogout, aNumberedLogin, CAR_EXAMPLE } from '../support/events.ts';

const database = useDatabase();
const api = useApi(database);

const ingest = async (events: unknown) => api().query(INGEST, { events });

const stored = async (filter: object) => {
  const { data } = await api().query(
    `query ($filter: SessionEventFilter) { sessionEvents(filter: $filter, first: 1000) { totalCount(mode: EXACT) { value } nodes {
      __typename id time action hostname user userDomain userName uid loginId sourceId
      ... on RemoteCapableEvent { loginType srcIp srcPort destIp destPort } ... on LoginEvent { loginSuccessful srcHostname } } } }`,
    { filter },
  );
  return data.sessionEvents;
};

describe('ingestSessionEvents', () => {
  test("stores CAR's own example row", async () => {
    const { data } = await ingest([CAR_EXAMPLE]);
    expect(data.ingestSessionEvents).toMatchObject({ accepted: 1, duplicates: 0, rejected: 0 });
    const { nodes } = await stored({ loginId: { eq: 1008115 } });
    expect(nodes).toEqual([
      {
        __typename: 'LoginEvent',
        id: data.ingestSessionEvents.results[0].id,
        time: '2026-11-16T09:00:00.000000Z',
        action: 'LOGIN',
        hostname: 'HOST1',
        user: 'HOST1\\LOCALUSER',
        userDomain: 'HOST1',
        userName: 'localuser',
        uid: 'S-1-5-18',
        loginId: '0xf61f3',
        sourceId: null,
        loginType: 'RDP',
        loginSuccessful: false,
        srcIp: '10.0.0.54',
        srcPort: 50438,
        destIp: '192.168.1.5',
        destPort: 1900,
        srcHostname: null,
      },
    ]);
  });

  test('returns a result per event, in order, and reports duplicates', async () => {
    const first = aLogin({ hostname: 'ORDER', sourceId: 'a/1' });
    const { data } = await ingest([first, aLogout({ hostname: 'ORDER', time: 'yesterday' }), first]);
    const { results, ...counts } = data.ingestSessionEvents;
    expect(counts).toEqual({ accepted: 1, duplicates: 1, rejected: 1 });
    expect(results.map(({ index, status }: { index: number; status: string }) => [index, status])).toEqual([
      [0, 'ACCEPTED'],
      [1, 'REJECTED'],
      [2, 'DUPLICATE'],
    ]);
    expect(results[2].id).toBe(results[0].id);
    expect((await ingest([first])).data.ingestSessionEvents.duplicates).toBe(1);
  });

  test('a duplicate with a name of the client leaves the first content', async () => {
    const named = (srcHostname: string | null) => [aLogin({ hostname: 'NAMED', srcHostname })];
    const statusesOf = async (srcHostname: string | null) =>
      (await ingest(named(srcHostname))).data.ingestSessionEvents.results;
    const [first] = await statusesOf(null);
    expect(await statusesOf('WS5')).toEqual([{ ...first, status: 'DUPLICATE' }]);
    const { nodes } = await stored({ hostname: { eq: 'NAMED' } });
    expect(nodes.map(({ srcHostname }: { srcHostname: string | null }) => srcHostname)).toEqual([null]);
  });

  test('an invalid name of the client becomes null, and the event is accepted', async () => {
    const { data } = await ingest([
      aLogin({ hostname: 'CLAIM', sourceId: 'a/1', srcHostname: 'ws5.corp.example' }),
      aLogin({ hostname: 'CLAIM', sourceId: 'a/2', srcHostname: '10.0.0.256' }),
      aLogin({ hostname: 'CLAIM', sourceId: 'a/3', srcHostname: '-' }),
    ]);
    const { accepted, results } = data.ingestSessionEvents;
    expect([accepted, ...results.flatMap(({ errors }: { errors: unknown[] }) => errors)]).toEqual([3]);
    const { nodes } = await stored({ hostname: { eq: 'CLAIM' } });
    expect(nodes.map(({ srcHostname }: { srcHostname: string | null }) => srcHostname).toSorted()).toEqual([
      'WS5',
      null,
      null,
    ]);
  });

  test('stores 999 valid events and reports the invalid one', async () => {
    const events = Array.from({ length: 1000 }, (_, n) => aNumberedLogin(n, { hostname: 'THOUSAND' }));
    events[617] = aNumberedLogin(617, { hostname: 'THOUSAND', srcIp: '10.1.2.3.4' });
    const { data } = await ingest(events);
    expect(data.ingestSessionEvents).toMatchObject({ accepted: 999, rejected: 1 });
    expect(data.ingestSessionEvents.results[617].errors).toEqual([
      {
        field: 'srcIp',
        code: 'INVALID_IP_ADDRESS',
        message: expect.stringContaining('srcIp is not an IPv4 or IPv6'),
      },
    ]);
    expect((await stored({ hostname: { eq: 'thousand' } })).totalCount.value).toBe(999);
  });

  test('adds a note to an event without login id, but not to a failed login', async () => {
    const { data } = await ingest([
      aLogin({ hostname: 'NOTES', loginId: null }),
      aLogin({ hostname: 'NOTES', loginId: null, loginSuccessful: false }),
    ]);
    expect(data.ingestSessionEvents.results.map(({ notes }: { notes: unknown }) => notes)).toEqual([
      [{ code: 'NO_LOGIN_ID' }],
      [],
    ]);
  });
});
