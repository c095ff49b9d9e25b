import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { aHelper, aRecord, at, listEvents, listFates, readAll } from './records.ts';
import type { Fields } from './records.ts';

const CLIENT = { IpAddress: '10.0.0.54', IpPort: '0' };
const helperAt = (seconds: number, fields: Fields = {}): Fields =>
  aHelper({ TimeCreated: at(seconds), EventRecordID: 5000 + seconds, ...fields });
const unlockAt = (seconds: number, fields: Fields = {}): Fields =>
  aRecord({ EventID: 4801, TimeCreated: at(seconds), ...fields });
const reconnectAt = (seconds: number, fields: Fields = {}): Fields =>
  aRecord({
    EventID: 4778,
    TimeCreated: at(seconds),
    AccountName: 'ana',
    AccountDomain: 'CORP',
    SessionName: 'RDP-Tcp#1',
    ...fields,
  });
const loginAt = (seconds: number, fields: Fields = {}): Fields =>
  aRecord({ LogonType: '3', TimeCreated: at(seconds), ...fields });
const disconnectAt = (seconds: number, fields: Fields = {}): Fields =>
  reconnectAt(seconds, { EventID: 4779, ...fields });
/** A record of the host that is not a sign. */
const lockAt = (seconds: number, fields: Fields = {}): Fields =>
  aRecord({ EventID: 4800, TimeCreated: at(seconds), ...fields });

const PART_OF = (what: string): string => `SKIPPED: 4624 type 7 or 13: part of ${what}`;
const OF_RECONNECT = PART_OF('a reconnect (4778)');
const OF_UNLOCK = PART_OF('an unlock (4801)');
const OF_LOGIN = PART_OF('a login');
const OF_COUNTED_UNLOCK = PART_OF('an unlock that is already counted');
const OF_COUNTED_RECONNECT = PART_OF('a reconnect that is already counted');

describe('an unlock logon without a client address', () => {
  test('is an unlock if no other record reports it', () => {
    expect(listFates([helperAt(0)])).toEqual(['unlock']);
  });

  test.each(['127.0.0.1', '::1', '::ffff:127.0.0.1', '-', 'LOCAL'])('%s is not a client', (IpAddress) => {
    expect(listFates([helperAt(0, { IpAddress })])).toEqual(['unlock']);
  });

  test('is part of a 4801 up to 5 s before or after it, in any order', () => {
    expect(listFates([helperAt(0), unlockAt(5)])).toEqual([OF_UNLOCK, 'unlock']);
    expect(listFates([unlockAt(5), helperAt(0)])).toEqual(['unlock', OF_UNLOCK]);
    expect(listFates([unlockAt(0), helperAt(5)])).toEqual(['unlock', OF_UNLOCK]);
    expect(listFates([helperAt(0), unlockAt(5.001)])).toEqual(['unlock', 'unlock']);
    expect(listFates([unlockAt(0), helperAt(5.001)])).toEqual(['unlock', 'unlock']);
  });

  test('is part of a login of that user', () => {
    expect(listFates([loginAt(0), helperAt(4)])).toEqual(['login', OF_LOGIN]);
    expect(listFates([helperAt(0), loginAt(4)])).toEqual([OF_LOGIN, 'login']);
    expect(listFates([helperAt(0), loginAt(4, { EventID: 4625 })])).toEqual(['unlock', 'login']);
  });

  test('is not part of events of another user or host', () => {
    expect(listFates([helperAt(0), unlockAt(0, { TargetUserName: 'bob' })])).toEqual(['unlock', 'unlock']);
    expect(listFates([helperAt(0), unlockAt(0, { Hostname: 'WS2' })])).toEqual(['unlock', 'unlock']);
  });

  test('type 13, an unlock with a cached password, is treated in the same way', () => {
    expect(listFates([helperAt(0, { LogonType: '13' }), unlockAt(1)])).toEqual([OF_UNLOCK, 'unlock']);
  });

  test('different spellings of a domain and a host are equal', () => {
    const other = { TargetDomainName: 'corp.example', TargetUserName: 'ANA', Hostname: 'ws1' };
    expect(listFates([helperAt(0), unlockAt(1, other)])).toEqual([OF_UNLOCK, 'unlock']);
  });
});

describe('an unlock logon with a client address', () => {
  test('is a reconnect, even next to an unlock', () => {
    expect(listFates([helperAt(0, CLIENT)])).toEqual(['reconnect']);
    expect(listFates([helperAt(0, CLIENT), unlockAt(1)])).toEqual(['reconnect', 'unlock']);
  });

  test('is part of a 4778 up to 5 s before or after it', () => {
    expect(listFates([reconnectAt(0), helperAt(5, CLIENT)])).toEqual(['reconnect', OF_RECONNECT]);
    expect(listFates([helperAt(0, CLIENT), reconnectAt(5)])).toEqual([OF_RECONNECT, 'reconnect']);
    expect(listFates([reconnectAt(0), helperAt(6, CLIENT)])).toEqual(['reconnect', 'reconnect']);
  });
});

describe('the records of one unlock', () => {
  test('four unlock logons are one unlock at the time of the first, in any order', () => {
    const helpers = [0, 1, 2, 4].map((seconds) => helperAt(seconds));
    const [first] = listEvents([helperAt(0)]);
    fc.assert(
      fc.property(fc.shuffledSubarray(helpers, { minLength: 4 }), (shuffled) => {
        expect(listEvents(shuffled)).toEqual([first]);
      }),
    );
    expect(listFates(helpers)).toEqual(['unlock', ...Array(3).fill(OF_COUNTED_UNLOCK)]);
  });

  test('of logons with the same time, the one with the lowest record number is the first', () => {
    const helpers = [30, 4, 200].map((EventRecordID) => helperAt(0, { EventRecordID }));
    expect(listFates(helpers)).toEqual([OF_COUNTED_UNLOCK, 'unlock', OF_COUNTED_UNLOCK]);
  });

  test('two unlock logons with the client’s address are one reconnect', () => {
    expect(listFates([helperAt(0, CLIENT), helperAt(0, CLIENT)])).toEqual([
      'reconnect',
      OF_COUNTED_RECONNECT,
    ]);
  });

  test('two unlocks more than 5 s apart are two', () => {
    expect(listFates([helperAt(0), helperAt(4), helperAt(6)])).toEqual([
      'unlock',
      OF_COUNTED_UNLOCK,
      'unlock',
    ]);
  });

  test('a complete unlock: 4801, four logons and four logoffs of type 7', () => {
    const logoff = aRecord({ EventID: 4634, LogonType: '7' });
    const helpers = [helperAt(3), helperAt(3)];
    const clientHelpers = [helperAt(3, CLIENT), helperAt(3, CLIENT)];
    const logoffs = [logoff, logoff];
    const records = [reconnectAt(0), ...clientHelpers, unlockAt(3), ...logoffs, ...helpers, ...logoffs];
    const fates = listFates(records);
    expect(fates.filter((fate) => !fate.startsWith('SKIPPED'))).toEqual(['reconnect', 'unlock']);
    expect(fates.filter((fate) => fate === OF_RECONNECT)).toHaveLength(2);
    expect(fates.filter((fate) => fate === OF_UNLOCK)).toHaveLength(2);
  });
});

describe('an unlock logon waits', () => {
  const fatesSoFar = (records: readonly Fields[], last: Fields): readonly string[] =>
    readAll([...records, last]).map(({ kind, origin }) => `${kind} ${origin.line}`);

  test('until the records of its host are a minute later, so that records out of order are joined', () => {
    expect(listFates([helperAt(0), lockAt(60), unlockAt(1)])).toEqual([OF_UNLOCK, 'lock', 'unlock']);
    // The unlock logon is settled before the lock that is more than a minute later.
    expect(fatesSoFar([helperAt(0)], lockAt(66))).toEqual(['EVENT 1', 'EVENT 2']);
    expect(fatesSoFar([helperAt(0)], lockAt(64))).toEqual(['EVENT 2', 'EVENT 1']);
  });

  test('in a file that is newest first, too', () => {
    expect(fatesSoFar([helperAt(100)], lockAt(0))).toEqual(['EVENT 1', 'EVENT 2']);
    expect(listFates([unlockAt(103), helperAt(100), helperAt(99), lockAt(0)])).toEqual([
      'unlock',
      OF_UNLOCK,
      OF_UNLOCK,
      'lock',
    ]);
  });

  test('not for other hosts', () => {
    expect(fatesSoFar([helperAt(0)], lockAt(900, { Hostname: 'WS2' }))).toEqual(['EVENT 2', 'EVENT 1']);
  });

  test('within bounds: 1,200 logons within a second have one outcome each, and are one unlock', () => {
    const fates = listFates(Array.from({ length: 1_200 }, (_, n) => helperAt(n / 1_200)));
    expect(fates).toHaveLength(1_200);
    expect(fates.filter((fate) => fate === 'unlock')).toHaveLength(1);
  });

  test('within bounds: many hosts with one unlock logon each', () => {
    const records = Array.from({ length: 10_500 }, (_, n) => helperAt(0, { Hostname: `WS${n}` }));
    expect(new Set(listFates(records))).toEqual(new Set(['unlock']));
  });
});

test('every record has exactly one outcome', () => {
  const seconds = fc.integer({ min: 0, max: 90 });
  const host = fc.constantFrom({}, { Hostname: 'WS2' }, { TargetUserName: 'bob', AccountName: 'bob' });
  const make = fc.constantFrom(helperAt, unlockAt, reconnectAt, disconnectAt, loginAt, lockAt);
  const client = fc.constantFrom({}, CLIENT);
  const record = fc
    .tuple(make, seconds, host, client)
    .map(([aRecordAt, when, where, source]) => aRecordAt(when, { ...where, ...source }));
  fc.assert(
    fc.property(fc.array(record, { maxLength: 40 }), (records) => {
      const lines = readAll(records).map(({ origin }) => origin.line);
      expect(lines.toSorted((a, b) => a - b)).toEqual(records.map((_, index) => index + 1));
    }),
  );
});
