import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { NO_OPTIONS } from '../../../src/sensors/sensor.ts';
import type { Outcome } from '../../../src/sensors/sensor.ts';
import { startSensors } from '../../../src/sensors/startSensors.ts';
import { parseInputZone } from '../../../src/sensors/timeZone.ts';
import { samples } from '../../support/samples.ts';

const OPTIONS = {
  ...NO_OPTIONS,
  hostname: 'GIVEN',
  timeZone: parseInputZone('UTC'),
  now: () => Date.parse('2026-11-23T12:00:00Z'),
};

const TEXT = 'Accepted publickey for ana from 10.0.0.9 port 50000 ssh2';
const FAILED = 'Failed password for root from 10.0.0.8 port 50002 ssh2';

/** One line of each notation, from the hosts web01 to web03 or without a host. */
const LINES = [
  `Nov 16 10:00:00 web01 sshd[4711]: ${TEXT}`,
  `<38>Nov 16 10:00:00 web02 sshd[4711]: ${FAILED}`,
  `Nov 16 10:00:00 web01 auth.info sshd[4711]: ${TEXT}`,
  `Nov 16 10:00:00 <auth.info> web02 sshd[4711]: ${FAILED}`,
  `Nov 16 10:00:00 web01 auth|security:info sshd[4711]: ${TEXT}`,
  `Nov 16 10:00:00 web03 Message forwarded from web01: sshd[4711]: ${TEXT}`,
  `Nov 16 10:00:00 web02 sshd[4711]: [ID 800047 auth.info] ${TEXT}`,
  `Nov 16 2026 10:00:00.123 web02 sshd[4711]: ${TEXT}`,
  `2026 Nov 16 10:00:00 web02 sshd[4711]: ${TEXT}`,
  `Mon Nov 16 10:00:00 2026 authpriv.info sshd[4711]: ${FAILED}`,
  `Mon 2026-11-16 10:00:00 UTC web01 ssh.service[4711]: ${TEXT}`,
  `1794823200.123456 web01 sshd[4711]: ${TEXT}`,
  `2026-11-16T10:00:00.123Z In(38) sshd[4711]: ${TEXT}`,
  `2026-11-16T10:00:00.123+01:00 web02 sshd[4711]: ${FAILED}`,
  `2026-11-16 10:00:02\tAuth.Info\t10.0.0.7\tNov 16 10:00:00 web01 sshd[4711]: ${TEXT}`,
  `<38>1 2026-11-16T10:00:00Z web01 sshd 4711 - [a@1 b="\\]"][c@1 d="e"] ${TEXT}`,
  `2026-11-16 02:00:00.123456-0800  localhost sshd[4711]: ${TEXT}`,
  `2026-11-16 02:00:00.123456-0800 0x1a2b     Default     0x0      4711   0    sshd: ${FAILED}`,
  `2026-11-16 10:00:00.123 Df sshd[4711:1a2b3c] ${TEXT}`,
  'Nov 16 10:00:09 web01 last message repeated 4 times',
] as const;
const HOSTS = new Set(['web01', 'web02', 'web03', 'GIVEN']);

const readAll = (lines: readonly string[]): readonly Outcome[] => {
  const sensors = startSensors(OPTIONS);
  const outcomes = lines.flatMap((value, index) =>
    sensors.read({ value, origin: { file: 'a', line: index + 1 } }),
  );
  return [...outcomes, ...sensors.flush()];
};

const listHosts = (outcomes: readonly Outcome[]): readonly unknown[] =>
  outcomes.flatMap((outcome) =>
    outcome.kind === 'EVENT' ? [(Object.values(outcome.event)[0] as { hostname: unknown }).hostname] : [],
  );

const aLine = fc.constantFrom(...LINES);
const aCut = fc.double({ min: 0, max: 1, noNaN: true });
const at = (line: string, share: number): number => Math.floor(line.length * share);

describe('damaged lines of all notations', () => {
  test('are undamaged: each is an event of a host that it names', () => {
    const outcomes = readAll([LINES[0], ...LINES]);
    expect(outcomes.filter(({ kind }) => kind !== 'EVENT')).toEqual([
      expect.objectContaining({ reason: 'last message repeated: the line before is not a failed login' }),
    ]);
    expect(listHosts(outcomes).filter((host) => !HOSTS.has(String(host)))).toEqual([]);
  });

  test('a line without its beginning or end does not become an event of another host', () => {
    for (const line of LINES) {
      const cuts = Array.from(line, (_, index) => [line.slice(index), line.slice(0, index)]).flat();
      const ofOthers = cuts.filter((cut) =>
        listHosts(readAll([cut])).some((host) => !HOSTS.has(String(host))),
      );
      // Any text after the name of a host belongs to it, so only a cut inside the name is not seen.
      expect(ofOthers).toEqual([]);
    }
  });

  test('a line that was torn, with the next one behind it, does not become an event of another host', () => {
    fc.assert(
      fc.property(aLine, aCut, aLine, (torn, share, next) => {
        const line = `${torn.slice(0, at(torn, share))}${next}`;
        const others = listHosts(readAll([line])).filter((host) => !HOSTS.has(String(host)));
        expect(others).toEqual([]);
      }),
      samples(3_000),
    );
  });

  test('any characters in any place: one outcome per line, and no crash', () => {
    const characters = fc.constantFrom(
      '\0',
      ' ',
      ':',
      '[',
      ']',
      '<',
      '>',
      '(',
      '|',
      '.',
      '0',
      'é',
      '\t',
      '\u2028',
      '"',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(aLine, aCut, characters), { maxLength: 5 }), (flips) => {
        const lines = flips.map(([line, share, character]) => {
          const place = at(line, share);
          return `${line.slice(0, place)}${character}${line.slice(place + 1)}`;
        });
        const places = readAll(lines).flatMap((outcome) =>
          'isExtra' in outcome ? [] : [outcome.origin.line],
        );
        expect(places.toSorted((a, b) => a - b)).toEqual(lines.map((_, index) => index + 1));
      }),
      samples(2_000),
    );
  });
});
