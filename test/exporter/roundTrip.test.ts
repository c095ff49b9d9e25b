import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';

import { INGEST, INGEST_CONTEXT, useApi } from '../support/api.ts';
import type { Api } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { clear } from '../support/sessionItems.ts';
import { readCounts, runCommand, writeFile } from '../importer/importing.ts';

import { parseLines, runExportCommand } from './exporting.ts';
import { samples } from '../support/samples.ts';

const first = useDatabase();
const second = useDatabase();
const api = useApi(first);
const otherApi = useApi(second);

/** Text as attackers and foreign systems write it; spaces at its ends are removed. */
const text = fc.oneof(
  fc.constantFrom(
    'ana',
    '{"login"',
    '</Event>',
    '\u2028x',
    '=1+1',
    'a"b\\c',
    '\uFEFFa',
    'e\u0301',
    '🦊',
    'ß',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
);
const user = fc.oneof(
  text,
  fc.tuple(text, text).map((parts) => parts.join('\\')),
  fc.tuple(text, text).map((parts) => parts.join('@')),
  fc.constantFrom('CORP\\ana', 'corp.example\\ANA', 'ana@corp.example', 'DOM\\a\\b', 'CORP\\WS1$'),
);
const loginId = fc.oneof(
  fc.constantFrom('0x0', '0x00F61F3', '1008115', 1008115, '18446744073709551615', '0xFFFFFFFFFFFFFFFF'),
  fc.nat(5),
);
const time = fc
  .tuple(fc.nat(3), fc.nat(9), fc.nat({ max: 999_999 }), fc.constantFrom('Z', '+02:00', '-09:30'))
  .map(([day, second_, micro, offset]) => {
    const fraction = String(micro % 2 === 0 ? micro : micro % 10).padStart(6, '0');
    return `2026-1${day % 2}-1${day}T03:04:0${second_}.${fraction}${offset}`;
  });
const optional = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values, { freq: 2 });

const common = {
  time,
  hostname: fc.constantFrom('WS1', 'ws2.corp.example', '10.0.0.5', 'FE80::1', 'bücher', 'FE80::1.example'),
  user: optional(user),
  uid: optional(fc.constantFrom('s-1-5-18', 'S-1-5-21-1-2-3-1105', '1000', 'ana', 's-1-ﬃ')),
  loginId: optional(loginId),
  sourceId: optional(
    fc.oneof(
      text,
      fc.nat(5).map((n) => `windows/security/${n}`),
    ),
  ),
};
const address = fc.constantFrom('10.0.0.54', '::ffff:10.0.0.9', 'FE80::1%eth0', '2001:DB8::1', '::1.2.3.4');
const remote = {
  ...common,
  loginType: optional(fc.constantFrom('RDP', 'REMOTE')),
  srcIp: optional(address),
  srcPort: optional(fc.constantFrom(0, 22, 65_535)),
  destIp: optional(address),
  destPort: optional(fc.constantFrom(0, 3389)),
};
const connecting = {
  ...remote,
  srcHostname: optional(fc.constantFrom('WS5', '-', '\u0007', 'x'.repeat(256), '10.0.0.9')),
};
const login = { ...connecting, loginSuccessful: fc.boolean(), linkedLoginId: optional(loginId) };
const event = fc.oneof(
  fc.record({ login: fc.record(login) }),
  fc.record({
    login: fc.record({ ...common, loginType: fc.constant('INTERACTIVE'), loginSuccessful: fc.boolean() }),
  }),
  fc.record({ logout: fc.record(remote) }),
  fc.record({ reconnect: fc.record(connecting) }),
  fc.record({ lock: fc.record(common) }),
  fc.record({ unlock: fc.record(common) }),
);

const ofHost = { time, hostname: common.hostname, sourceId: common.sourceId };
const contextEvent = fc.oneof(
  fc.record({ hostStart: fc.record(ofHost) }),
  fc.record({ hostStop: fc.record(ofHost) }),
  fc.record({ hostSeen: fc.record(ofHost) }),
  fc.record({
    disconnect: fc.record({
      ...ofHost,
      user: common.user,
      loginId: common.loginId,
      srcIp: optional(address),
    }),
  }),
);

const exportFrom = async ({ url }: Api, list = 'events'): Promise<string> => {
  const { code, output } = await runExportCommand([list, '--url', url]);
  expect(code).toBe(0);
  return output;
};

const importInto = async ({ url }: Api, content: string) => {
  const { code, output } = await runCommand(['--url', url, writeFile(content, 'export.jsonl')]);
  return { code, ...readCounts(output) };
};

describe('exported events', () => {
  test('are duplicates when they are imported again, and the same events in an empty database', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(event, { minLength: 20, maxLength: 200, size: 'max' }), async (events) => {
        await Promise.all([clear(first()), clear(second())]);
        const { data } = await api().query(INGEST, { events });
        const { accepted } = data.ingestSessionEvents;
        fc.pre(accepted > 0);
        const exported = await exportFrom(api());
        expect(parseLines(exported)).toHaveLength(accepted);
        const flawless = { code: 0, events: accepted, rejected: 0, failed: 0 };
        expect(await importInto(api(), exported)).toMatchObject({
          ...flawless,
          accepted: 0,
          duplicates: accepted,
        });
        expect(await importInto(otherApi(), exported)).toMatchObject({
          ...flawless,
          accepted,
          duplicates: 0,
        });
        expect(await exportFrom(otherApi())).toBe(exported);
      }),
      samples(10),
    );
  });

  test('are, with context events, the complete data: they result in the same sessions', async () => {
    const events_ = fc.array(event, { minLength: 20, maxLength: 200, size: 'max' });
    const context_ = fc.array(contextEvent, { minLength: 1, maxLength: 60 });
    await fc.assert(
      fc.asyncProperty(events_, context_, async (events, context) => {
        await Promise.all([clear(first()), clear(second())]);
        await api().query(INGEST, { events });
        const { data } = await api().query(INGEST_CONTEXT, { events: context });
        const { accepted } = data.ingestContextEvents;
        fc.pre(accepted > 0);
        const [backup, contextEvents, sessions] = await exportAll(api());
        expect(parseLines(contextEvents)).toHaveLength(accepted);
        expect(await importInto(api(), contextEvents)).toMatchObject({
          code: 0,
          accepted: 0,
          duplicates: accepted,
        });
        expect(await importInto(otherApi(), contextEvents + backup)).toMatchObject({
          code: 0,
          duplicates: 0,
        });
        expect(await exportAll(otherApi())).toEqual([backup, contextEvents, sessions]);
        found += parseLines(sessions).length;
      }),
      samples(8),
    );
    expect(found).toBeGreaterThan(8);
  });

  let found = 0;
  const exportAll = async (from: Api): Promise<readonly [string, string, string]> => [
    await exportFrom(from),
    await exportFrom(from, 'context-events'),
    await exportFrom(from, 'sessions'),
  ];

  test('have every field that has a value, and no other', async () => {
    await clear(first());
    const everything = {
      time: '2026-11-16T09:00:00.123456Z',
      hostname: 'WS1',
      user: 'CORP\\ana',
      uid: 'S-1-5-18',
      loginId: '0xa1',
      sourceId: 'windows/security/7',
      loginType: 'RDP',
      loginSuccessful: false,
      linkedLoginId: '0xa2',
      srcIp: '10.0.0.54',
      srcPort: 0,
      destIp: 'fe80::1',
      destPort: 3389,
      srcHostname: 'WS5',
    };
    const events = [
      { login: everything },
      { lock: { time: '2026-11-16T09:00:01.000000Z', hostname: 'WS1' } },
    ];
    await api().query(INGEST, { events });
    // Compared as text, because the order of the fields is part of the format.
    expect(await exportFrom(api())).toBe(events.map((line) => `${JSON.stringify(line)}\n`).join(''));
  });
});
