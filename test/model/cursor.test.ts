import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import {
  BY_NAME,
  BY_TIME,
  checkCursorList,
  hashList,
  makeCursor,
  parseCursor,
  parsePosition,
} from '../../src/model/cursor.ts';
import { formatTime } from '../../src/model/values/time.ts';
import { refusalOf, refuses } from './refusalOf.ts';
import { samples } from '../support/samples.ts';

const TIME = '2026-11-22T10:23:30.336123Z';
const AS_OF = '2026-11-23T00:00:00.000001Z';
const UUID = '00000000-beac-81b6-864c-ef975576b035';
const LIST = hashList(['NEWEST_FIRST', { kind: 'and', of: [] }]);
const write = (time: string, uuid: string, asOf = AS_OF, listHash = LIST): string =>
  makeCursor({ position: BY_TIME.write({ time, uuid }), asOf, listHash });
const CURSOR = write(TIME, UUID);

/** Parses a cursor of a list that is ordered by time. */
const read = (cursor: string, field: string) => {
  const { position, ...found } = parseCursor(cursor, field);
  return { ...found, ...parsePosition(BY_TIME, { position, ...found }, field) };
};

const encode = (content: string): string => Buffer.from(content).toString('base64url');
const decode = (cursor: string): string => Buffer.from(cursor, 'base64url').toString();

describe('a cursor', () => {
  test('contains the values that it was made from', () => {
    const time = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(time, time, fc.uuid(), fc.json(), (at, then, uuid, list) => {
        const position = { time: formatTime(at.getTime()), uuid };
        const asOf = formatTime(then.getTime());
        const cursor = write(position.time, uuid, asOf, hashList(list));
        expect(read(cursor, 'after')).toEqual({ ...position, asOf, listHash: hashList(list) });
      }),
    );
  });

  test('fits into a URL', () => {
    expect(CURSOR).toMatch(/^[\w-]+$/);
  });

  test('keeps the microseconds', () => {
    expect(read(CURSOR, 'after')).toMatchObject({ time: TIME, asOf: AS_OF });
  });
});

describe('parsing a cursor refuses', () => {
  test.each([
    ['nothing', ''],
    ['garbage', 'garbage'],
    ['text that is not base64', '%%%'],
    ['a megabyte', 'A'.repeat(2 ** 20)],
    ['a number', encode('50')],
    ['another version', encode(decode(CURSOR).replace('1 ', '2 '))],
    ['a day that does not exist', encode(decode(CURSOR).replace('11-22', '02-30'))],
    ['a time of the first page that does not exist', encode(decode(CURSOR).replace('11-23', '11-31'))],
    ['month 13', encode(decode(CURSOR).replace('11-22', '13-22'))],
    ['hour 24', encode(decode(CURSOR).replace('T10', 'T24'))],
    ['second 60', encode(decode(CURSOR).replace(':30.', ':60.'))],
    ['the year 0', encode(decode(CURSOR).replace('2026', '0000'))],
    ['milliseconds', encode(decode(CURSOR).replace('336123', '336'))],
    ['no offset', encode(decode(CURSOR).replace('Z', ''))],
    ['an invalid uuid', encode(decode(CURSOR).replace('beac', 'beag'))],
    ['SQL', encode(decode(CURSOR).replace('beac', "'--;"))],
    ['text after the end', encode(`${decode(CURSOR)} or 1=1`)],
    ['a line break after the end', encode(`${decode(CURSOR)}\n`)],
  ])('%s', (_, cursor) => {
    const { code, field, message } = refusalOf(() => read(cursor, 'before'));
    expect({ code, field, message }).toEqual({
      code: 'BAD_CURSOR',
      field: 'before',
      message: 'before is not a cursor of this API; copy it from pageInfo or an edge.',
    });
  });

  test('every truncated cursor', () => {
    for (let length = 0; length < CURSOR.length; length += 1) {
      expect(refusalOf(() => read(CURSOR.slice(0, length), 'after')).code).toBe('BAD_CURSOR');
    }
  });

  test('any text, or returns a position that Postgres accepts', () => {
    const bitFlip = fc.nat({ max: decode(CURSOR).length * 8 - 1 }).map((bit) => {
      const bytes = Buffer.from(CURSOR, 'base64url');
      bytes[bit >> 3]! ^= 1 << (bit & 7);
      return bytes.toString('base64url');
    });
    fc.assert(
      fc.property(fc.oneof(bitFlip, fc.base64String(), fc.string({ unit: 'binary' })), (cursor) => {
        fc.pre(!refuses(() => read(cursor, 'after')));
        const { time, asOf, uuid } = read(cursor, 'after');
        for (const at of [time, asOf]) expect(new Date(at).toISOString().slice(0, 19)).toBe(at.slice(0, 19));
        expect(uuid).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
      }),
      samples(1000),
    );
  });
});

describe('a cursor of another list', () => {
  const filter = { kind: 'in', field: 'hostname', values: ['HOST1'] };

  test.each([
    ['another order', ['OLDEST_FIRST', filter]],
    ['another value', ['NEWEST_FIRST', { ...filter, values: ['HOST2'] }]],
    ['another field', ['NEWEST_FIRST', { ...filter, field: 'sourceId' }]],
    ['no filter', ['NEWEST_FIRST', { kind: 'and', of: [] }]],
  ])('is refused: %s', (_, list) => {
    const { code, field } = refusalOf(() =>
      checkCursorList(hashList(['NEWEST_FIRST', filter]), hashList(list), 'after'),
    );
    expect([code, field]).toEqual(['BAD_CURSOR', 'after']);
  });

  test('is accepted for the same filter, parsed again', () => {
    const again = hashList(structuredClone(['NEWEST_FIRST', filter]));
    expect(() => checkCursorList(hashList(['NEWEST_FIRST', filter]), again, 'after')).not.toThrow();
  });
});

describe('a position in a list of names', () => {
  test.each(['HOST1', 'fe80::1', 'ÅSE', 'a b', '日本', '\\ana'])('can be parsed: %s', (name) => {
    const cursor = makeCursor({ position: BY_NAME.write(name), asOf: AS_OF, listHash: LIST });
    expect(parsePosition(BY_NAME, parseCursor(cursor, 'after'), 'after')).toBe(name);
  });

  test.each([
    ['NUL', 'HOST\0'],
    ['a line break', 'HOST\n1'],
    ['half of a surrogate pair', 'HOST\ud800'],
    ['more characters than a name can have', 'A'.repeat(2001)],
  ])('is refused: %s', (_, name) => {
    expect(BY_NAME.read(name)).toBeNull();
  });
});
