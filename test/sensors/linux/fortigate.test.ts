import { describe, expect, test } from '@jest/globals';

import { NO_OPTIONS } from '../../../src/sensors/sensor.ts';
import type { SensorOptions } from '../../../src/sensors/sensor.ts';
import { parseInputZone } from '../../../src/sensors/timeZone.ts';

import { readFiles } from './syslogLines.ts';

const OPTIONS: SensorOptions = {
  ...NO_OPTIONS,
  timeZone: parseInputZone('Europe/Berlin'),
  now: () => Date.parse('2026-11-23T12:00:00Z'),
};

const readLine = (line: string): any => {
  const [outcome] = readFiles([[line]], OPTIONS);
  return outcome !== undefined && 'event' in outcome ? outcome.event : outcome;
};

/** What follows the date of a message, as the log reference of FortiOS shows it. */
const about = (id: number, values: string, user = 'ana'): string =>
  `logid="01000${id}" type="event" subtype="system" level="information" vd="root" logdesc="Admin login" sn="1" user="${user}" ${values}`;
const OVER_HTTPS =
  'ui="https(10.0.0.9)" method="https" srcip=10.0.0.9 dstip=10.0.0.1 msg="from https(10.0.0.9)"';
const LOGIN = about(32_001, `${OVER_HTTPS} action="login" status="success"`);
const HEAD = 'date=2026-11-16 time=10:00:00 devname="FG1" devid="FG-1"';

describe('a login of an administrator', () => {
  const login = {
    time: '2026-11-16T09:00:00.000000Z',
    hostname: 'FG1',
    user: 'ana',
    loginType: 'REMOTE',
    srcIp: '10.0.0.9',
    loginSuccessful: true,
  };

  test.each([
    ['a priority', `<189>${HEAD} ${LOGIN}`],
    ['nothing before it', `${HEAD} ${LOGIN}`],
    ['a collector', `Nov 16 10:00:05 10.0.0.1 ${HEAD} ${LOGIN}`],
    ['its own zone', `<189>date=2026-11-16 time=17:00:00 devname="FG1" tz="+0800" ${LOGIN}`],
    ['RFC 5424', `<189>1 2026-11-16T10:00:00+01:00 FG1 - - - - eventtime=1794819600 tz="+0100" ${LOGIN}`],
    [
      'values without quotes',
      `<189>${HEAD.replaceAll('"', '')} logid=0100032001 type=event user=ana ui=https(10.0.0.9)`,
    ],
  ])('with %s', (_, line) => {
    expect(readLine(line)).toMatchObject({ login });
    expect(readLine(line).login.loginId).toBeUndefined();
  });

  test('has the host of the collector if it names none', () => {
    const line = `Nov 16 10:00:05 fw1 date=2026-11-16 time=10:00:00 ${LOGIN}`;
    expect(readLine(line)).toMatchObject({ login: { ...login, hostname: 'fw1' } });
  });

  test('at the console', () => {
    const line = `${HEAD} ${about(32_001, 'ui="console" action="login" status="success"')}`;
    expect(readLine(line)).toMatchObject({ login: { loginType: 'LOCAL', srcIp: undefined } });
  });

  test('that failed', () => {
    const line = `${HEAD} ${about(32_002, `${OVER_HTTPS} action="login" status="failed" reason="passwd_invalid"`)}`;
    expect(readLine(line)).toMatchObject({ login: { ...login, loginSuccessful: false } });
  });
});

test('a logout', () => {
  const line = `${HEAD} ${about(32_003, `${OVER_HTTPS} action="logout" status="success"`)}`;
  expect(readLine(line)).toMatchObject({ logout: { hostname: 'FG1', user: 'ana', loginType: 'REMOTE' } });
});

test('a name that contains values does not replace others', () => {
  const forged = about(32_002, OVER_HTTPS, 'x srcip=9.9.9.9');
  expect(readLine(`${HEAD} ${forged}`)).toMatchObject({
    login: { user: 'x srcip=9.9.9.9', srcIp: '10.0.0.9' },
  });
  for (const name of ['x" srcip=9.9.9.9 a="', 'x" y']) {
    expect(readLine(`${HEAD} ${about(32_002, OVER_HTTPS, name)}`)).toMatchObject({
      kind: 'NOT_UNDERSTOOD',
      reason: 'FortiGate: values that cannot be told apart',
    });
  }
});

test.each([
  'logid="0000000013" type="traffic" subtype="forward" srcip=10.0.0.9 user="ana" action="accept"',
  'logid="0101039424" type="event" subtype="vpn" user="ana" remip=10.0.0.9 action="tunnel-up"',
])('another message is unrelated: %s', (text) => {
  expect(readLine(`${HEAD} ${text}`)).toMatchObject({
    kind: 'UNRELATED',
    reason: 'FortiGate: not about its administrators',
  });
});
