import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { makeContextEventId, makeEventId, makeSessionId, parseNodeId } from '../../src/model/globalId.ts';
import { formatTime } from '../../src/model/values/time.ts';
import { refusalOf, refuses } from './refusalOf.ts';
import { samples } from '../support/samples.ts';

const KEY = {
  hostname: 'HOST1',
  time: '2026-11-22T10:23:30.336123Z',
  uuid: '00000000-beac-81b6-864c-ef975576b035',
};
const ID = makeEventId(KEY);

const encode = (content: string): string => Buffer.from(content).toString('base64url');
const decode = (id: string): string => Buffer.from(id, 'base64url').toString();

describe('a global id', () => {
  test.each([
    'HOST1',
    'WEB01.PROD.EXAMPLE.COM',
    '10.0.0.5',
    'fe80::1',
    'MY HOST',
    'BüCHER',
    '🦊',
    'X'.repeat(255),
    'Ü'.repeat(255),
  ])('contains the key of an event on %s', (hostname) => {
    const id = makeEventId({ ...KEY, hostname });
    expect(id).toMatch(/^[\w-]+$/);
    expect(parseNodeId(id)).toEqual({ kind: 'EVENT', key: { ...KEY, hostname } });
  });

  test('contains any time and uuid', () => {
    const time = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(time, fc.uuid(), (at, uuid) => {
        const key = { hostname: 'HOST1', time: formatTime(at.getTime()), uuid };
        expect(parseNodeId(makeEventId(key))).toEqual({ kind: 'EVENT', key });
      }),
    );
  });
});

test('the ids of an event, a context event and a session with the same key are different', () => {
  const session = { hostname: KEY.hostname, startedAt: KEY.time, startUuid: KEY.uuid };
  expect([makeEventId(KEY), makeContextEventId(KEY), makeSessionId(session)].map(parseNodeId)).toEqual([
    { kind: 'EVENT', key: KEY },
    { kind: 'CONTEXT_EVENT', key: KEY },
    { kind: 'SESSION', key: KEY },
  ]);
});

describe('parseNodeId refuses', () => {
  test.each([
    ['nothing', ''],
    ['garbage', 'garbage'],
    ['text that is not base64', '%%%'],
    ['a megabyte', 'A'.repeat(2 ** 20)],
    ['a number', '1'],
    ['a uuid', KEY.uuid],
    ['an unknown kind', encode(decode(ID).replace('event1', 'user1'))],
    ['another version', encode(decode(ID).replace('event1', 'event2'))],
    ['a day that does not exist', encode(decode(ID).replace('11-22', '02-30'))],
    ['hour 24', encode(decode(ID).replace('T10', 'T24'))],
    ['the year 0', encode(decode(ID).replace('2026', '0000'))],
    ['milliseconds', encode(decode(ID).replace('336123', '336'))],
    ['an invalid uuid', encode(decode(ID).replace('beac', 'beag'))],
    ['no hostname', encode(decode(ID).replace('HOST1', ''))],
    ['a hostname with NUL', encode(`${decode(ID)}\0`)],
    ['a hostname with a line break', encode(`${decode(ID)}\n`)],
    ['a hostname of 256 characters', encode(decode(ID).replace('HOST1', 'X'.repeat(256)))],
  ])('%s', (_, id) => {
    const { code, field, message } = refusalOf(() => parseNodeId(id));
    expect({ code, field, message }).toEqual({
      code: 'BAD_ID',
      field: 'id',
      message: 'The id was not issued by this API; copy the id field of an object.',
    });
  });

  test('every id that is truncated before its hostname', () => {
    const start = encode(decode(ID).replace('HOST1', '')).length;
    for (let length = 0; length < start; length += 1) {
      expect(refusalOf(() => parseNodeId(ID.slice(0, length))).code).toBe('BAD_ID');
    }
  });

  test('any text, or returns a key that Postgres accepts', () => {
    const bitFlip = fc.nat({ max: decode(ID).length * 8 - 1 }).map((bit) => {
      const bytes = Buffer.from(ID, 'base64url');
      bytes[bit >> 3]! ^= 1 << (bit & 7);
      return bytes.toString('base64url');
    });
    fc.assert(
      fc.property(fc.oneof(bitFlip, fc.base64String(), fc.string({ unit: 'binary' })), (id) => {
        fc.pre(!refuses(() => parseNodeId(id)));
        const node = parseNodeId(id);
        fc.pre('key' in node);
        const { hostname, time, uuid } = node.key;
        expect(new Date(time).toISOString().slice(0, 19)).toBe(time.slice(0, 19));
        expect(uuid).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
        expect(hostname).not.toContain('\0');
        expect(hostname.isWellFormed()).toBe(true);
      }),
      samples(1000),
    );
  });
});
