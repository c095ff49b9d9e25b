import { expect, test } from '@jest/globals';

import { parseInputZone } from '../../../src/sensors/timeZone.ts';
import { parseWindowsCef } from '../../../src/sensors/windows/text/parseWindowsCef.ts';
import { LOGON } from './messages.ts';
import { listEvents, listFates } from './records.ts';
import type { Fields } from './records.ts';

const UTC = parseInputZone('+00:00');
const AUDITING = 'Microsoft-Windows-Security-Auditing';

/** A logon as ArcSight's connector writes it. */
const aCef = (fields: Fields = {}, event = `${AUDITING}:4624|An account was logged on.`): string => {
  const all: Fields = {
    rt: '1794819600123',
    src: '203.0.113.9',
    spt: 50_123,
    shost: 'LAPTOP',
    dhost: 'WS1.corp.example',
    dntdom: 'CORP',
    duser: 'ana',
    duid: '0x8a1f0',
    cn1: 10,
    cn1Label: 'LogonType',
    ...fields,
  };
  const extension = Object.entries(all).map(([key, value]) => `${key}=${String(value)}`);
  return `CEF:0|Microsoft|Microsoft Windows||${event}|Low|${extension.join(' ')}`;
};

const login = {
  time: '2026-11-16T09:00:00.123000Z',
  hostname: 'WS1.corp.example',
  user: 'CORP\\ana',
  loginId: '0x8a1f0',
  loginType: 'RDP',
  srcIp: '203.0.113.9',
  srcPort: 50_123,
  srcHostname: 'LAPTOP',
  loginSuccessful: true,
};

const TITLE = 'An account was successfully logged on.';
const nxlog = (id: string, name: string, extension: string): unknown =>
  parseWindowsCef(`CEF:0|NXLog|NXLog|5.0|${id}|${name}|2|${extension}`);
const NAMED =
  'end=1794819600123 dvchost=WS1.corp.example Channel=Security SourceName=Microsoft-Windows-Security-Auditing RecordNumber=1001 TargetUserName=ana TargetDomainName=CORP TargetLogonId=0x8a1f0 LogonType=10 IpAddress=203.0.113.9 IpPort=50123 EventReceivedTime=x';
const named = { ...login, srcHostname: undefined, sourceId: 'windows/security/1001' };

// https://docs.nxlog.co/refman/current/xm/cef.html
test.each([
  ['the names of Windows', nxlog('4624', TITLE, NAMED), named],
  ['the number in externalId', nxlog('0', '-', `externalId=4624 ${NAMED}`), named],
  [
    'a time as text',
    parseWindowsCef(aCef({ rt: 'Nov 16 2026 09:00:00' })),
    { ...login, time: '2026-11-16T09:00:00.000000Z' },
  ],
  ['a time with its zone', parseWindowsCef(aCef({ rt: 'Nov 16 2026 09:00:00.123 GMT' })), login],
  ['only the number of the event and its name', parseWindowsCef(aCef({}, `4624|${TITLE}`)), login],
  [
    'only the message',
    nxlog('4624', TITLE, `rt=1794819600123 dvchost=WS1.corp.example msg=${LOGON.replaceAll(/\s+/g, ' ')}`),
    {
      ...login,
      loginId: '0x8A1F0',
      linkedLoginId: '0x8A1FF',
      uid: 'S-1-5-21-1-2-3-1104',
      srcHostname: undefined,
    },
  ],
])('%s', (_, record, event) => {
  expect(listEvents([record], UTC)).toEqual([{ login: event }]);
});

test('a time as text without its zone needs one', () => {
  const record = parseWindowsCef(aCef({ rt: 'Nov 16 2026 09:00:00' }));
  expect(listFates([record])).toEqual([expect.stringContaining('--timezone')]);
});

test('an event whose log is not certain is not understood', () => {
  const record = nxlog('4624', 'Something', 'rt=1794819600123 dvchost=WS1 duser=ana duid=0x1 x=1');
  expect(listFates([record])).toEqual(['NOT_UNDERSTOOD: CEF: it names neither the log nor the provider']);
});
