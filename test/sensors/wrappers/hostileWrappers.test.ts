import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { splitEvent } from '../../../src/sensors/sessionEventInput.ts';
import { NO_OPTIONS } from '../../../src/sensors/sensor.ts';
import { startSensors } from '../../../src/sensors/startSensors.ts';
import { parseInputZone } from '../../../src/sensors/timeZone.ts';
import { samples } from '../../support/samples.ts';

import { CASES } from './cases.ts';
import { OCSF_LOGON, OSQUERY_RESULTS } from './rawLogs.ts';

type Json = Readonly<Record<string, unknown>>;

/** Records of every wrapper and schema, as objects and as text. */
const RECORDS: readonly unknown[] = [
  ...Object.values(CASES).flatMap((cases) => cases.flatMap(([raw, wrapped]) => [raw, wrapped])),
  OCSF_LOGON,
  ...OSQUERY_RESULTS,
];

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null;

/** All members of a record, at any depth, by name. */
const listMembers = (value: unknown): readonly (readonly [string, unknown])[] =>
  isObject(value)
    ? Object.entries(value).flatMap(([name, one]) => [[name, one] as const, ...listMembers(one)])
    : [];

const MEMBERS = RECORDS.flatMap(listMembers);
/** Members whose values are names of anything, so that another one is a host or user, too. */
const NAMES = new Set(['name', 'host', 'hostname', 'id', 'value', 'stringValue', 'location']);
const ODD: readonly unknown[] = [null, [], {}, true, '', [[]], [null], { a: null }];

/** Replaces the n-th member, counted over all levels; the others stay. */
const replace = (value: unknown, at: number, change: (name: string) => readonly unknown[]): unknown => {
  let rest = at;
  const walk = (one: unknown): unknown => {
    if (Array.isArray(one))
      return one.flatMap((element: unknown) => (rest-- === 0 ? change('') : [walk(element)]));
    if (!isObject(one)) return one;
    return Object.fromEntries(
      Object.entries(one).flatMap(([name, member]) =>
        rest-- === 0 ? change(name).map((changed) => [name, changed]) : [[name, walk(member)]],
      ),
    );
  };
  return walk(value);
};

const place = fc.nat({ max: 60 });

/** A member is left out, becomes an odd value, or is that of another record. */
const damaged = fc
  .tuple(
    fc.constantFrom(...RECORDS),
    fc.array(fc.tuple(place, fc.constantFrom('DROP', 'ODD', 'SPLICE', 'CUT'), fc.nat()), {
      minLength: 1,
      maxLength: 4,
    }),
  )
  .map(([record, changes]) =>
    changes.reduce((value: unknown, [at, kind, pick]) => {
      if (typeof value === 'string')
        return kind === 'CUT' ? value.slice(0, pick % (value.length + 1)) : value;
      return replace(value, at, (name) => {
        if (kind === 'DROP') return [];
        const others = NAMES.has(name) ? [] : MEMBERS.filter(([other]) => other === name);
        if (kind === 'SPLICE' && others.length > 0) return [others[pick % others.length]?.[1]];
        return [ODD[pick % ODD.length]];
      });
    }, record),
  );

/** The names of hosts, and the addresses of those that a record may name by address only. */
const HOSTS = [
  'H1',
  'WS7',
  'ws7.corp.example',
  'web1',
  'WS7.corp.example',
  'collector',
  'i-1',
  '10.0.0.1',
  '10.0.0.7',
  '10.0.0.8',
  'wz',
];
const USERS = [undefined, 'ana', 'an a', 'CORP\\ana', 'root', 'CORP', '1000'];

test('damaged records end in one outcome each, and no host or user is a part of something else', () => {
  fc.assert(
    fc.property(fc.array(damaged, { maxLength: 20 }), (values) => {
      const now = () => Date.parse('2026-12-01T00:00:00Z');
      const sensors = startSensors({ ...NO_OPTIONS, hostname: 'H1', timeZone: parseInputZone('UTC'), now });
      const outcomes = [
        ...values.flatMap((value, index) =>
          sensors.read({ value, origin: { file: 'test', line: index + 1 } }),
        ),
        ...sensors.flush(),
      ];
      expect(outcomes.filter((outcome) => !('isExtra' in outcome))).toHaveLength(
        values.length + sensors.countInner(),
      );
      for (const outcome of outcomes) {
        if (outcome.kind !== 'EVENT') continue;
        const { hostname, user } = splitEvent(outcome.event).input;
        expect(HOSTS).toContain(hostname);
        expect(USERS).toContain(user);
      }
    }),
    samples(500),
  );
});
