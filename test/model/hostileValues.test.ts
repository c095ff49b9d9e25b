import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { parseCursor } from '../../src/model/cursor.ts';
import { parseEventFilter } from '../../src/model/filter/parseFilter.ts';
import { parseNodeId } from '../../src/model/globalId.ts';
import { makeEventUuid } from '../../src/model/identity.ts';
import { Refusal } from '../../src/model/refusal.ts';
import { parseCidr } from '../../src/model/values/cidr.ts';
import { parseDuration } from '../../src/model/values/duration.ts';
import { parseHostname } from '../../src/model/values/hostname.ts';
import { parseIpAddress } from '../../src/model/values/ipAddress.ts';
import { parseLoginId } from '../../src/model/values/loginId.ts';
import { parsePort } from '../../src/model/values/port.ts';
import { parseSourceId } from '../../src/model/values/text.ts';
import { parseUid } from '../../src/model/values/uid.ts';
import { parseTime } from '../../src/model/values/time.ts';
import { parseUser } from '../../src/model/values/user.ts';
import { samples } from '../support/samples.ts';

const PARSERS: readonly (readonly [string, (value: unknown) => unknown])[] = [
  ['parseTime', (value) => parseTime(value)],
  ['parseHostname SHORT', (value) => parseHostname(value, 'SHORT')],
  ['parseHostname FULL', (value) => parseHostname(value, 'FULL')],
  ['parseUser', parseUser],
  ['parseUid', parseUid],
  ['parseSourceId', parseSourceId],
  ['parseLoginId', parseLoginId],
  ['parseIpAddress', (value) => parseIpAddress(value, 'srcIp')],
  ['parsePort', (value) => parsePort(value, 'srcPort')],
  ['parseCidr', (value) => parseCidr(value, 'network')],
  ['parseDuration', (value) => parseDuration(value, 'last')],
  ['a part of a text', (value) => parseEventFilter({ sourceId: { contains: value } }, 'SHORT')],
  ['a part of a user', (value) => parseEventFilter({ user: { startsWith: value } }, 'SHORT')],
];

const MARK = 'Hunter2';

/** Runs the call and returns the message of its refusal, null if it succeeds. Other errors are rethrown. */
const messageOf = (call: () => unknown): string | null => {
  try {
    call();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
};

describe.each(PARSERS)('%s', (_, parse) => {
  test('accepts or refuses any value, and throws no other error', () => {
    const value = fc.oneof(
      fc.anything({ withBigInt: true, withDate: true, withNullPrototype: true, withSparseArray: true }),
      fc.string({ unit: 'binary' }),
      fc.array(fc.nat({ max: 0xffff })).map((units) => String.fromCharCode(...units)),
    );
    fc.assert(
      fc.property(value, (given) => {
        expect(messageOf(() => parse(given))).not.toBe('');
      }),
      samples(300),
    );
  });

  test('refuses without repeating the value', () => {
    const around = fc.string({ unit: 'binary', maxLength: 600 });
    fc.assert(
      fc.property(around, around, (before, after) => {
        expect(messageOf(() => parse(`${before}${MARK}${after}\0`))).not.toContain(MARK);
      }),
    );
  });
});

/** Short enough that linear work takes milliseconds, long enough that quadratic work takes seconds. */
const LENGTH = 100_000;

describe.each([
  ['zeros of an id', `0x${'0'.repeat(LENGTH)}g`],
  ['digits', `${'1'.repeat(LENGTH)}x`],
  ['digits and dots', `${'1.'.repeat(LENGTH)}x`],
  ['dots', `${'.'.repeat(LENGTH)}x`],
  ['spaces', `a${' '.repeat(LENGTH)}b`],
  ['Zs and spaces', 'Z '.repeat(LENGTH)],
  ['offsets', '+00:00 '.repeat(LENGTH)],
  ['slashes', '/'.repeat(LENGTH)],
  ['colons', ':'.repeat(LENGTH)],
  ['a zone', `fe80::1%${'a'.repeat(LENGTH)}_`],
  ['backslashes', '\\'.repeat(LENGTH)],
  ['at signs', '@'.repeat(LENGTH)],
  ['parts of a duration', `P${'1D'.repeat(LENGTH)}`],
  ['combining marks in the wrong order', `a${'\u0301'.repeat(LENGTH)}${'\u0316'.repeat(LENGTH)}`],
  ['letters that grow in NFC', '\u0958'.repeat(LENGTH)],
  ['emoji', '🦊'.repeat(LENGTH)],
])('a long text: %s', (_, text) => {
  test.each([
    ...PARSERS,
    ['parseCursor', (value: unknown) => parseCursor(String(value), 'after')] as const,
    ['parseNodeId', (value: unknown) => parseNodeId(String(value))] as const,
  ])('takes %s less than a second', (_name, parse) => {
    expect(cpuMsOf(() => messageOf(() => parse(text)))).toBeLessThan(1000);
  });
});

test('a sourceId of digits and a final letter takes less than a second', () => {
  const event = {
    action: 'LOCK',
    time: '2026-11-22T10:23:30.336123Z',
    hostname: 'HOST1',
    user: null,
  } as const;
  const sourceId = `${'1'.repeat(LENGTH)}x`;
  const identify = (): unknown =>
    makeEventUuid({ ...event, userDomain: null, userName: null, uid: null, loginId: null, sourceId });
  expect(cpuMsOf(identify)).toBeLessThan(1000);
});

/** The processor time that work takes in this process, regardless of other load on the machine. A thousandth of the limit is usual. */
const cpuMsOf = (work: () => unknown): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};
