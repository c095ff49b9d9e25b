import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import type { LateralEvidence } from '../../src/explorer/api/documents.ts';
import { formOfEdge, formOfNode } from '../../src/explorer/graph/edgeForm.ts';
import { limitGraph, tracePaths } from '../../src/explorer/graph/graph.ts';
import type { GraphEdge, GraphNode } from '../../src/explorer/graph/graph.ts';
import { readGraphForm } from '../../src/explorer/graph/graphForm.ts';
import { layoutGraph, NODE_HEIGHT } from '../../src/explorer/graph/layoutGraph.ts';
import { findRoute, listRoutes } from '../../src/explorer/graph/routes.ts';

const EMPTY = { srcIp: null, srcHostname: null, account: null, host: null, edgeCount: 1 };
const source = (ip: string): GraphNode => ({ ...EMPTY, key: `s ${ip}`, kind: 'SOURCE', name: ip, srcIp: ip });
const client = (name: string): GraphNode => ({
  ...EMPTY,
  key: `c ${name}`,
  kind: 'SOURCE',
  name,
  srcHostname: name,
});
const account = (user: string, userDomain: string | null = 'CORP'): GraphNode => ({
  ...EMPTY,
  key: `a ${user}`,
  kind: 'ACCOUNT',
  name: user,
  account: { user, userDomain },
});
const host = (hostname: string): GraphNode => ({
  ...EMPTY,
  key: `h ${hostname}`,
  kind: 'HOST',
  name: hostname,
  host: { hostname },
});
const edge = (from: GraphNode, to: GraphNode): GraphEdge => ({
  from: from.key,
  to: to.key,
  count: 1,
  successes: 1,
  failures: 0,
  reconnects: 0,
  firstAt: '2026-11-16T10:00:00Z',
  lastAt: '2026-11-16T10:00:00Z',
});
const ALL = ['SOURCE', 'ACCOUNT', 'HOST'] as const;

test('the ends of the first edges are drawn with all edges between them; the others are listed', () => {
  const [a, b, c, d] = [account('CORP\\a'), account('CORP\\b'), host('C'), host('D')];
  const edges = [edge(a, c), edge(b, c), edge(b, d), edge(a, b)];
  const { drawn, rest } = limitGraph({ nodes: [a, b, c, d], edges }, 3);
  expect(drawn).toEqual({ nodes: [a, b, c], edges: [edges[0], edges[1], edges[3]] });
  expect(rest).toEqual([edges[2]]);
  expect(limitGraph({ nodes: [a, b, c, d], edges }, 4).rest).toEqual([]);
});

test('a node without crossings in its order is beside its neighbours', () => {
  const accounts = [account('CORP\\a'), account('CORP\\b'), account('CORP\\c')];
  const hosts = [host('C'), host('B'), host('A')];
  const edges = accounts.map((one, index) => edge(one, hosts[2 - index]!));
  const { places, kinds, height } = layoutGraph({ nodes: [...accounts, ...hosts], edges });
  expect({ kinds, height }).toEqual({ kinds: ['ACCOUNT', 'HOST'], height: 3 * NODE_HEIGHT });
  for (const { from, to } of edges) expect(places.get(from)?.y).toBe(places.get(to)?.y);
});

test('nodes of a column never share a place, and each is within the height', () => {
  const pair = fc.tuple(fc.nat(12), fc.nat(12));
  fc.assert(
    fc.property(fc.array(pair, { minLength: 1, maxLength: 60 }), (pairs) => {
      const nodes = new Map<string, GraphNode>();
      const edges = pairs.map(([from, to]) => {
        const ends = [account(`u${from}`), host(`H${to}`)] as const;
        for (const end of ends) nodes.set(end.key, end);
        return edge(...ends);
      });
      const { places, height } = layoutGraph({ nodes: [...nodes.values()], edges });
      expect(places.size).toBe(nodes.size);
      for (const column of [0, 1]) {
        const ys = [...places.values()]
          .filter((place) => place.column === column)
          .map(({ y }) => y)
          .toSorted((x, y) => x - y);
        for (const [index, y] of ys.entries()) {
          expect(y).toBeGreaterThan(0);
          expect(y).toBeLessThan(height);
          if (index > 0) expect(y - ys[index - 1]!).toBeGreaterThanOrEqual(NODE_HEIGHT - 0.001);
        }
      }
    }),
  );
});

test('a path goes over source, account and host, and joins a host with the source that it is next', () => {
  const nodes = [source('203.0.113.66'), account('CORP\\carol'), host('RDP1')];
  const carol = { user: 'CORP\\carol', userDomain: 'CORP' };
  const hops = [
    { srcIp: '203.0.113.66', srcHostname: null, host: { hostname: 'RDP1' }, account: carol },
    { srcIp: '10.20.0.10', srcHostname: null, host: { hostname: 'WS5' }, account: carol },
  ];
  // The second path repeats the first.
  const { steps, added } = tracePaths(nodes, [{ hops }, { hops }], ALL);
  const [ws5, rdp1Address] = ['path HOST WS5', 'path ADDRESS 10.20.0.10'];
  expect(added.map(({ key }) => key)).toEqual([rdp1Address, ws5]);
  expect(steps).toEqual([
    { from: 's 203.0.113.66', to: 'a CORP\\carol', kind: 'HOP' },
    { from: 'a CORP\\carol', to: 'h RDP1', kind: 'HOP' },
    { from: 'h RDP1', to: rdp1Address, kind: 'SAME' },
    { from: rdp1Address, to: 'a CORP\\carol', kind: 'HOP' },
    { from: 'a CORP\\carol', to: ws5, kind: 'HOP' },
  ]);
  expect(tracePaths(nodes, [], ALL).steps).toEqual([]);
});

test.each([
  [
    'an address and an account',
    source('10.0.0.1'),
    account('CORP\\ana'),
    { srcIp: '10.0.0.1', user: 'CORP\\ana' },
  ],
  [
    'a client name',
    client('KALI'),
    account('CORP\\ana'),
    { srcIp: '', srcHostname: 'KALI', user: 'CORP\\ana' },
  ],
  [
    'an account without a domain',
    account('ana', null),
    host('WS5'),
    { user: 'ana', userDomain: '', hostname: 'WS5' },
  ],
  ['an unknown account', source('10.0.0.1'), host('WS5'), { user: '', srcIp: '10.0.0.1', hostname: 'WS5' }],
])('the events of an edge with %s are found by a filter', (_, from, to, form) => {
  expect(formOfEdge({ from, to, kinds: ALL })).toEqual({ action: 'LOGIN,RECONNECT', ...form });
});

test('without accounts an edge from a source to a host has the events of all accounts', () => {
  const [from, to] = [source('10.0.0.1'), host('WS5')];
  expect(formOfEdge({ from, to, kinds: ['SOURCE', 'HOST'] })).not.toHaveProperty('user');
  expect(formOfNode(to)).toEqual({ hostname: 'WS5' });
});

test('what is wrong with the form of the graph is reported and ignored', () => {
  expect(
    readGraphForm({
      kinds: 'HOST',
      order: 'x',
      columns: 'user',
      nothing: '1',
      hostname: 'WS5',
      loginSuccessful: 'maybe',
    }),
  ).toMatchObject({
    kinds: ALL,
    order: 'FIRST_AT',
    path: null,
    mistakes: ['kinds', 'order', 'columns', 'nothing', 'loginSuccessful=maybe'],
    conditions: [{ name: 'hostname', text: 'WS5' }],
  });
  expect(readGraphForm({ kinds: 'SOURCE,HOST', order: 'FAILURES', path: 'x' })).toMatchObject({
    kinds: ['SOURCE', 'HOST'],
    order: 'FAILURES',
    path: 'x',
    mistakes: [],
  });
});

describe('lateral paths', () => {
  const aHop = (
    srcIp: string,
    hostname: string,
    user: string | null = 'CORP\\carol',
    evidence: readonly LateralEvidence[] = [],
  ) => ({
    srcIp,
    srcHostname: null,
    sourceHost: null,
    host: { hostname },
    account: user === null ? null : { user, userDomain: 'CORP' },
    evidence,
  });
  const path = (...hops: readonly ReturnType<typeof aHop>[]) => ({ hops });
  const [long, short, other, ownAccounts, sameAgain] = [
    path(aHop('192.0.2.1', 'RDP1'), aHop('10.0.0.1', 'WS5')),
    path(aHop('192.0.2.1', 'RDP1')),
    path(aHop('192.0.2.2', 'RDP1')),
    path(aHop('192.0.2.1', 'RDP1'), aHop('10.0.0.1', 'WS5', null)),
    path(aHop('192.0.2.1', 'RDP1'), aHop('10.0.0.2', 'WS5')),
  ];
  const routes = listRoutes([ownAccounts, short, long, other, sameAgain]);

  test('over the same machines with the same accounts are one route; all routes have different names', () => {
    expect(routes).toEqual([
      { name: '192.0.2.1 → RDP1 → WS5 as CORP\\carol', paths: [long, sameAgain] },
      { name: '192.0.2.1 → RDP1 as CORP\\carol → WS5 as an unknown account', paths: [ownAccounts] },
      { name: '192.0.2.1 → RDP1 as CORP\\carol', paths: [short] },
      { name: '192.0.2.2 → RDP1 as CORP\\carol', paths: [other] },
    ]);
  });

  test('are in the order of hops, changes of account and evidence; equal ones stay in their order', () => {
    const ofFay = path(aHop('192.0.2.9', 'RDP1', 'CORP\\fay'), aHop('10.0.0.1', 'WS5'));
    const claimed = path(aHop('192.0.2.1', 'RDP1'), aHop('10.0.0.1', 'WS6', 'CORP\\carol', ['CLIENT_NAME']));
    const proven = path(
      aHop('192.0.2.1', 'RDP1'),
      aHop('10.0.0.1', 'WS7', 'CORP\\carol', ['DEST_IP', 'MACHINE_LOGON']),
    );
    const first = (...paths: readonly ReturnType<typeof path>[]) =>
      listRoutes(paths).map((route) => route.paths[0]);
    expect(first(short, ofFay, other, claimed, long, proven)).toEqual([
      proven,
      claimed,
      long,
      ofFay,
      short,
      other,
    ]);
    // The evidence of a route is the most that one of its paths has.
    const again = path(aHop('192.0.2.1', 'RDP1'), aHop('10.0.0.1', 'WS5', 'CORP\\carol', ['DEST_IP']));
    expect(first(long, again, claimed)).toEqual([long, claimed]);
    expect(first(claimed, long, again)).toEqual([claimed, long]);
  });

  test('are found by the name of their route', () => {
    expect(findRoute(routes, '192.0.2.2 → RDP1 as CORP\\carol')?.paths).toEqual([other]);
    expect(findRoute(routes, '')?.paths).toEqual([long, sameAgain]);
    expect(findRoute(routes, '192.0.2.3 → RDP1 as CORP\\carol')).toBeUndefined();
  });
});
