import { describe, expect, test } from '@jest/globals';

import { INGEST_CONTEXT, useApi } from '../support/api.ts';
import { ask } from '../support/companyLog.ts';
import { useDatabase } from '../support/database.ts';
import { expectRefusedQuery } from '../support/expectRefusedQuery.ts';

const api = useApi(useDatabase());

const MEMBERS = ['hostStart', 'hostStop', 'hostSeen', 'disconnect'] as const;

describe('ingestContextEvents', () => {
  const ingest = async (...events: readonly object[]) => api().query(INGEST_CONTEXT, { events });
  const fields = { time: '2026-11-18T09:00:00Z', hostname: 'NEW1' };

  test('returns a result for each event: the id of a stored one, the mistakes of a rejected one', async () => {
    const wrong = { time: '2026-11-18T09:00:00', hostname: ' ', loginId: 'f1', user: '', srcIp: '010.0.0.1' };
    const { data } = await ingest(
      { hostStop: fields },
      { disconnect: wrong },
      { hostStop: { ...fields, hostname: 'new1.corp.example' } },
    );
    const [stop, rejected, again] = data.ingestContextEvents.results;
    expect(data.ingestContextEvents).toMatchObject({ accepted: 1, duplicates: 1, rejected: 1 });
    expect(rejected).toMatchObject({ index: 1, status: 'REJECTED', id: null });
    expect(rejected.errors.map(({ field, code }: any) => [field, code])).toEqual([
      ['time', 'INVALID_TIME'],
      ['hostname', 'INVALID_HOSTNAME'],
      ['user', 'INVALID_USER'],
      ['loginId', 'INVALID_LOGIN_ID'],
      ['srcIp', 'INVALID_IP_ADDRESS'],
    ]);
    expect(again).toEqual({ ...stop, index: 2, status: 'DUPLICATE' });
    expect((await ask(api(), '{ node(id: "' + stop.id + '") { __typename } }')).node.__typename).toBe(
      'HostStop',
    );
  });

  test('stores the same time and source once for each kind', async () => {
    const { data } = await ingest(...MEMBERS.map((member) => ({ [member]: { ...fields, sourceId: 'x/1' } })));
    expect(data.ingestContextEvents).toMatchObject({ accepted: 4, duplicates: 0 });
  });

  test('without a sourceId, disconnects that differ in a field are different, and spellings of a user do not matter', async () => {
    const all = { ...fields, loginId: '0xb1', user: 'CORP\\ana', srcIp: '10.0.0.9' };
    const { data } = await ingest(
      { disconnect: all },
      { disconnect: { ...all, loginId: '0xb2' } },
      { disconnect: { ...all, user: 'CORP\\bo' } },
      { disconnect: { ...all, srcIp: null } },
      { disconnect: { ...all, user: 'ANA@corp.example', loginId: '177' } },
    );
    expect(data.ingestContextEvents).toMatchObject({ accepted: 4, duplicates: 1 });
  });

  test('notes a disconnect without a login id, and no other kind', async () => {
    const { data } = await ingest(
      ...MEMBERS.map((member) => ({ [member]: { ...fields, hostname: 'NEW2' } })),
      { disconnect: { ...fields, hostname: 'NEW2', loginId: 5 } },
    );
    expect(data.ingestContextEvents.results.map(({ notes }: any) => notes)).toEqual([
      [],
      [],
      [],
      [{ code: 'NO_LOGIN_ID' }],
      [],
    ]);
  });

  test('names hosts, and the accounts of disconnects', async () => {
    await ingest(
      { hostSeen: { ...fields, hostname: 'NEW3' } },
      { disconnect: { ...fields, hostname: 'NEW4', user: 'ELSEWHERE\\zoe' } },
    );
    const found = await ask(
      api(),
      '{ seen: host(hostname: "NEW3") { lastSeenAt } host(hostname: "NEW4") { firstSeenAt } account(user: "elsewhere\\\\ZOE") { user firstSeenAt } }',
    );
    expect(found).toEqual({
      seen: { lastSeenAt: null },
      host: { firstSeenAt: null },
      account: { user: 'ELSEWHERE\\zoe', firstSeenAt: null },
    });
  });

  test.each([
    ['two members', { hostStart: fields, hostStop: fields }],
    ['no member', {}],
    ['a null member', { hostStart: null }],
    ['a field that the kind does not have', { hostSeen: { ...fields, user: 'ana' } }],
    ['no hostname', { disconnect: { time: fields.time } }],
    ['an unknown kind', { reboot: fields }],
  ])('%s refuses the request, and stores nothing', async (_, event) => {
    const good = { hostStart: { ...fields, hostname: 'REFUSED' } };
    expectRefusedQuery(await ingest(good, event), 'BAD_USER_INPUT');
    expect((await ask(api(), '{ host(hostname: "REFUSED") { id } }')).host).toBeNull();
  });

  test('accepts 1 to 5,000 events', async () => {
    expect((await ingest()).errors?.[0]?.extensions).toEqual({ code: 'BAD_BATCH_SIZE', field: 'events' });
    const many = Array.from({ length: 5001 }, () => ({ hostStart: fields }));
    expect((await ingest(...many)).errors?.[0]?.extensions.code).toBe('BAD_BATCH_SIZE');
  });
});

test('/ingest accepts context events of every kind, and rejects fields that a kind does not have', async () => {
  const of = { time: '2026-11-16T08:00:00Z', hostname: 'OWN3' };
  const disconnect = { ...of, user: 'CORP\\ana', loginId: 5, srcIp: '10.0.0.9', sourceId: 'x/1' };
  const records = [
    { hostStart: of },
    { hostStop: of },
    { hostSeen: of },
    { disconnect },
    { hostSeen: { ...of, user: 'CORP\\ana' } },
    { disconnect: { ...of, loginId: 'f1' } },
  ];
  const response = await fetch(new URL('/ingest', api().url), {
    method: 'POST',
    body: records.map((record) => JSON.stringify(record)).join('\n'),
  });
  const answer: any = await response.json();
  expect(answer).toMatchObject({ accepted: 4, duplicates: 0, rejected: 2 });
  expect(answer.errors.map(({ record, code, field }: any) => [record, code, field])).toEqual([
    [5, 'UNREADABLE_RECORD', 'user'],
    [6, 'INVALID_LOGIN_ID', 'loginId'],
  ]);
  const { data } = await api().query(
    '{ host(hostname: "OWN3") { contextEvents(order: OLDEST_FIRST) { nodes { __typename ... on Disconnect { user loginId srcIp } } } } }',
  );
  expect(data.host.contextEvents.nodes).toHaveLength(4);
  expect(data.host.contextEvents.nodes).toEqual(
    expect.arrayContaining([
      { __typename: 'HostStart' },
      { __typename: 'HostStop' },
      { __typename: 'HostSeen' },
      { __typename: 'Disconnect', user: 'CORP\\ana', loginId: '0x5', srcIp: '10.0.0.9' },
    ]),
  );
});
