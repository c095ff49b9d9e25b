import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { makeRequestDatabase } from '../../src/db/makeRequestDatabase.ts';
import { storeEvents } from '../support/storeEvents.ts';
import { selectEvent } from '../../src/db/selectEvents.ts';
import { ACTIONS } from '../../src/model/action.ts';
import type { Action } from '../../src/model/action.ts';
import { parseEventInput } from '../../src/model/eventInput.ts';
import type { EventInput } from '../../src/model/eventInput.ts';
import type { NewEvent } from '../../src/model/sessionEvent.ts';
import { RULES, useDatabase } from '../support/database.ts';
import { samples } from '../support/samples.ts';

const database = useDatabase();

const TIMES = ['2026-11-16T09:00:00.000001Z', '2026-11-16T09:00:00Z', '2019-02-28T23:59:59.999999+14:00'];
const ADDRESSES = ['10.0.0.54', '::ffff:10.0.0.54', 'fe80::1%eth0', '::', '::1.2.3.4', '2001:DB8::0:5'];

/** Text of any script, with characters that change its length or bytes when it is folded or normalized. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }),
  fc
    .tuple(
      fc.constantFrom('ß', 'ΐ', 'İ', 'I\u0307', 'e\u0301', '\u{1d160}', '🛰️', 'a', '\\', '@'),
      fc.constantFrom(1, 7, 62, 120, 250),
    )
    .map(([unit, count]) => unit.repeat(count)),
);
const optional = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(value, { freq: 3 });
const prefixed = (...prefixes: readonly string[]): fc.Arbitrary<string> =>
  fc.tuple(fc.constantFrom(...prefixes), text).map((parts) => parts.join(''));

const input = fc
  .record({
    action: fc.constantFrom(...ACTIONS),
    time: fc.constantFrom(...TIMES),
    hostname: fc.oneof(text, fc.constantFrom(...ADDRESSES)),
    user: optional(prefixed('', 'CORP\\', 'corp.example\\', 'ana@')),
    uid: optional(prefixed('', 'S-1-5-21-', 's-1-5-', 's-')),
    loginId: optional(
      fc.oneof(
        fc.bigInt({ min: 0n, max: 2n ** 64n - 1n }).map((id) => `0x${id.toString(16)}`),
        fc.nat(),
      ),
    ),
    sourceId: optional(text),
    loginType: optional(
      fc.constantFrom('INTERACTIVE' as const, 'LOCAL' as const, 'RDP' as const, 'REMOTE' as const),
    ),
    srcIp: optional(fc.constantFrom(...ADDRESSES)),
    srcPort: optional(fc.nat(65_535)),
    destIp: optional(fc.constantFrom(...ADDRESSES)),
    destPort: optional(fc.constantFrom(0, 65_535)),
    srcHostname: optional(text),
    loginSuccessful: fc.boolean(),
  })
  .map(({ action, ...fields }) => ({ action, fields: fields as EventInput }));

/** Returns the event that the model makes; null if it rejects the input, such as control characters. */
const parse = ({
  action,
  fields,
}: {
  readonly action: Action;
  readonly fields: EventInput;
}): NewEvent | null => {
  const parsed = parseEventInput(action, fields, RULES);
  return parsed.kind === 'EVENT' ? parsed.event : null;
};

test('the table accepts every event that the model makes, and returns it unchanged', async () => {
  let stored = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(input, { minLength: 30, maxLength: 60 }), async (inputs) => {
      // Reversed, because the first of two events with the same identity stays.
      const parsed = inputs.flatMap((each) => parse(each) ?? []).toReversed();
      const byUuid = new Map(parsed.map((event) => [event.uuid, event]));
      const events = [...byUuid.values()];
      await database().writePool.query('delete from session_event');
      await storeEvents(database(), events);
      const db = makeRequestDatabase(database());
      const found = await Promise.all(events.map(async (event) => selectEvent(db, event)));
      expect(found.map((event) => ({ ...event, ingestedAt: null }))).toEqual(
        events.map((event) => ({ ...event, ingestedAt: null })),
      );
      stored += events.length;
    }),
    samples(40),
  );
  expect(stored).toBeGreaterThan(500);
});
