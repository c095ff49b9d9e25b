import { expect, test } from '@jest/globals';

import type { Action } from '../../../src/model/action.ts';
import { parseEventInput } from '../../../src/model/eventInput.ts';
import type { EventInput } from '../../../src/model/eventInput.ts';
import { useApi } from '../../support/api.ts';
import { ask } from '../../support/companyLog.ts';
import { RULES, useDatabase } from '../../support/database.ts';
import { minute } from '../../support/hunts/huntEvents.ts';
import { clear, store } from '../../support/sessionItems.ts';

const database = useDatabase();
const api = useApi(database);

/** An event as a server with HOSTNAMES=full stores it. */
const full = (action: Action, input: EventInput) => {
  const parsed = parseEventInput(action, input, { ...RULES, hostnames: 'FULL' });
  if (parsed.kind === 'ERRORS') throw new Error(JSON.stringify(parsed.errors));
  return { event: parsed.event };
};

const aLogon = (hostname: string, at: number, fields: Partial<EventInput>) =>
  full('LOGIN', {
    time: minute(at),
    hostname,
    user: 'CORP\\ana',
    loginType: 'REMOTE',
    loginSuccessful: true,
    ...fields,
  });

/** The candidates of the last hop as text; a host that is not stored is marked. */
const candidatesOfLast = async (): Promise<readonly string[]> => {
  const { hunts } = await ask(
    api(),
    `query ($range: TimeRange!) { hunts { lateralPaths(range: $range, to: { user: "ana" }) { nodes { hops { candidates {
      hostname host { hostname } evidence } } } } } }`,
    { range: { from: minute(0), until: minute(10) } },
  );
  const hops = hunts.lateralPaths.nodes[0]?.hops ?? [{ candidates: [] }];
  return hops
    .at(-1)
    .candidates.map(
      ({ hostname, host, evidence }: any) =>
        `${hostname.toLowerCase()}${host === null ? '?' : ''} ${evidence.join('+')}`,
    );
};

test.each([
  [
    'of a machine account fits both',
    { srcIp: '10.0.0.5' },
    ['ws5.dev MACHINE_LOGON', 'ws5.prod MACHINE_LOGON'],
  ],
  [
    'with a domain decides',
    { srcIp: '10.0.0.5', srcHostname: 'ws5.prod' },
    ['ws5.dev MACHINE_LOGON', 'ws5.prod MACHINE_LOGON+CLIENT_NAME'],
  ],
  ['is short and fits both', { srcHostname: 'ws5' }, ['ws5.dev CLIENT_NAME', 'ws5.prod CLIENT_NAME']],
  ['with a domain is that host', { srcHostname: 'ws5.dev' }, ['ws5.dev CLIENT_NAME']],
  ['with a domain is of no stored host', { srcHostname: 'ws5.lab' }, ['ws5.lab? CLIENT_NAME']],
  ['is an address', { srcHostname: '10.0.0.9' }, ['10.0.0.9 CLIENT_NAME']],
])('with two hosts WS5 in different domains, a name %s', async (_, client, expected) => {
  await clear(database());
  await store(database(), [
    aLogon('ws5.dev', 0, {}),
    aLogon('ws5.prod', 0, {}),
    aLogon('10.0.0.9', 0, {}),
    aLogon('dc1.prod', 1, { user: 'CORP\\WS5$', srcIp: '10.0.0.5' }),
    aLogon('srv1.prod', 5, client),
  ]);
  expect(await candidatesOfLast()).toEqual(expected);
});

// finance-workstation has the NetBIOS name FINANCE-WORKSTA.
test.each([
  [
    'of a machine account',
    ['finance-workstation'],
    { srcIp: '10.0.0.5' },
    ['finance-workstation MACHINE_LOGON'],
  ],
  [
    'of a client',
    ['finance-workstation'],
    { srcIp: '10.0.0.5', srcHostname: 'FINANCE-WORKSTA' },
    ['finance-workstation MACHINE_LOGON+CLIENT_NAME'],
  ],
  [
    'of a client, which kept its domain',
    ['finance-workstation.prod'],
    { srcHostname: 'FINANCE-WORKSTA' },
    ['finance-workstation.prod CLIENT_NAME'],
  ],
  [
    'that two hosts share',
    ['finance-workstation', 'finance-workstation-2'],
    { srcHostname: 'FINANCE-WORKSTA' },
    ['finance-workstation CLIENT_NAME', 'finance-workstation-2 CLIENT_NAME'],
  ],
  [
    'that is the whole name of another host',
    ['finance-workstation', 'finance-worksta'],
    { srcHostname: 'FINANCE-WORKSTA' },
    ['finance-worksta CLIENT_NAME', 'finance-workstation CLIENT_NAME'],
  ],
  [
    'cut too early',
    ['finance-workstation'],
    { srcHostname: 'FINANCE-WORKST' },
    ['finance-workst? CLIENT_NAME'],
  ],
  ['of the host itself', ['srv1'], { hostname: 'finance-workstation', srcHostname: 'FINANCE-WORKSTA' }, []],
])('a name of 15 characters %s', async (_, hostnames, logon, expected) => {
  await clear(database());
  await store(database(), [
    ...hostnames.map((hostname) => aLogon(hostname, 0, {})),
    aLogon('dc1', 1, { user: 'CORP\\FINANCE-WORKSTA$', srcIp: '10.0.0.5' }),
    aLogon('srv1', 5, logon),
  ]);
  expect(await candidatesOfLast()).toEqual(expected);
});
