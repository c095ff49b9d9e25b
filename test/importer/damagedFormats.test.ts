import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { readRecords } from '../../src/importer/read/readRecords.ts';
import { KNOWN_FORMATS } from '../../src/sensors/knownFormats/knownFormats.ts';
import { NO_OPTIONS } from '../../src/sensors/sensor.ts';
import type { Outcome } from '../../src/sensors/sensor.ts';
import { splitEvent } from '../../src/sensors/sessionEventInput.ts';
import { startSensors } from '../../src/sensors/startSensors.ts';
import { parseInputZone } from '../../src/sensors/timeZone.ts';
import { samples } from '../support/samples.ts';

import { writeFile } from './importing.ts';

const OPTIONS = {
  ...NO_OPTIONS,
  hostname: 'GIVEN',
  timeZone: parseInputZone('UTC'),
  now: () => Date.parse('2026-12-01T00:00:00Z'),
};

/** Reads a file as the importer does. */
const read = async (content: string): Promise<readonly Outcome[]> => {
  const sensors = startSensors(OPTIONS);
  const outcomes: Outcome[] = [];
  const file = writeFile(content, 'sample');
  const { signal } = new AbortController();
  for await (const { records } of readRecords(file, { signal, format: null })) {
    for (const { line, ...record } of records) {
      if (record.kind !== 'VALUE') continue;
      outcomes.push(...sensors.read({ value: record.value, origin: { file, line } }));
    }
  }
  return [...outcomes, ...sensors.flush()];
};

const listWho = (outcomes: readonly Outcome[]) =>
  outcomes.flatMap((outcome) => {
    if (outcome.kind !== 'EVENT') return [];
    const { hostname, user } = splitEvent(outcome.event).input;
    return [{ hostname, user }];
  });

const SAMPLES = KNOWN_FORMATS.flatMap(({ name, sample }) => (sample === null ? [] : [{ name, sample }]));

/** Two files that were written one behind the other, of which the first was not completed, and files that lack their beginning or end. */
const DAMAGES = {
  'without its end': (text: string, at: number) => text.slice(0, at),
  'without its beginning': (text: string, at: number) => text.slice(at),
  'torn, with the same again behind it': (text: string, at: number) => text.slice(0, at) + text,
};

describe.each(SAMPLES)('a file in the format $name', ({ sample }) => {
  test.each(Object.entries(DAMAGES))('%s: no host or user is a part of something else', async (_, damage) => {
    const known = listWho(await read(sample));
    const hosts = ['GIVEN', ...known.map(({ hostname }) => hostname)];
    const users = [undefined, ...known.map(({ user }) => user)];
    await fc.assert(
      fc.asyncProperty(fc.nat(sample.length), async (at) => {
        for (const { hostname, user } of listWho(await read(damage(sample, at)))) {
          expect(hosts).toContain(hostname);
          expect(users).toContain(user);
        }
      }),
      samples(10),
    );
  });
});
