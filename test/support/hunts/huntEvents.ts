import fc from 'fast-check';

import type { Database } from '../../../src/db/client.ts';
import type { Action } from '../../../src/model/action.ts';
import { parseEventInput } from '../../../src/model/eventInput.ts';
import type { EventInput } from '../../../src/model/eventInput.ts';
import type { NewEvent } from '../../../src/model/sessionEvent.ts';
import { RULES } from '../database.ts';
import { clear, store } from '../sessionItems.ts';

/** An event as a shipper sends it. */
export type Sent = { readonly action: Action; readonly input: EventInput };

/** An event as the oracles read it: every field is present, null if it has no value. */
export type HuntEvent = {
  readonly uuid: string;
  readonly time: string;
  readonly hostname: string;
  readonly action: string;
  readonly user: string | null;
  readonly uid: string | null;
  readonly loginId: string | null;
  readonly loginType: string | null;
  readonly loginSuccessful: boolean | null;
  readonly linkedLoginId: string | null;
  readonly srcIp: string | null;
  readonly destIp: string | null;
  readonly srcHostname: string | null;
};

const MINUTE_US = 60_000_000;
const START_US = Date.UTC(2026, 9, 20, 8) * 1000;

/** The time this many minutes and microseconds after the start of the generated log. */
export const minute = (minutes: number, us = 0): string => {
  const total = START_US + minutes * MINUTE_US + us;
  const ms = Math.floor(total / 1000);
  return `${new Date(ms).toISOString().slice(0, -1)}${String(total - ms * 1000).padStart(3, '0')}Z`;
};

const HOSTS = ['A', 'A', 'B', 'SRV1'];
const USERS = [
  'CORP\\ana',
  'corp.example\\ANA',
  'ana@corp.example',
  'CORP\\ben',
  'CORP\\carol',
  'LAB\\ana',
  'ana',
  'A\\backup',
  null,
  // Noise accounts and accounts that look like noise.
  'CORP\\A$',
  'A\\A$',
  'NT AUTHORITY\\SYSTEM',
];
const SOURCES = [
  '10.0.0.1',
  '10.0.0.2',
  '10.0.1.1',
  '203.0.113.5',
  '127.0.0.1',
  'fe80::1',
  '2001:db8::1',
  null,
];
const KINDS = ['OK', 'BAD', 'LOGOUT', 'LOCK', 'UNLOCK', 'RECONNECT', 'TWIN'] as const;

export type Kind = (typeof KINDS)[number];

/** What to generate. A kind that is listed several times is more frequent. */
export type Recipe = {
  readonly kinds: readonly Kind[];
  readonly users?: readonly (string | null)[];
  readonly hosts?: readonly string[];
  readonly sources?: readonly (string | null)[];
  readonly loginTypes?: readonly (EventInput['loginType'] | null)[];
  /** Names that clients claim. */
  readonly clients?: readonly (string | null)[];
  readonly minLength?: number;
  readonly maxLength?: number;
};

/**
 * Logs of three and a half hours with times in steps of five minutes, some off by a microsecond. There are few times, hosts, users and login
 * ids, so that ties, edges of windows, reused ids and missing logouts are common.
 */
export const logs = ({
  kinds,
  users = USERS,
  hosts = HOSTS,
  sources = SOURCES,
  loginTypes = ['RDP', 'REMOTE', 'INTERACTIVE', 'LOCAL', null],
  clients = [null],
  minLength = 0,
  maxLength = 60,
}: Recipe): fc.Arbitrary<readonly Sent[]> =>
  fc.array(
    fc
      .record({
        kind: fc.constantFrom(...kinds),
        step: fc.nat(42),
        us: fc.constantFrom(0, 0, 0, 1, -1),
        hostname: fc.constantFrom(...hosts),
        user: fc.constantFrom(...users),
        uid: fc.constantFrom(null, null, null, '1000', 'S-1-5-18'),
        loginId: fc.constantFrom('0x1', '0x2', '0x3', '0x3e7', null),
        loginType: fc.constantFrom(...loginTypes),
        srcIp: fc.constantFrom(...sources),
        destIp: fc.constantFrom('10.0.0.1', '10.0.0.2', null),
        record: fc.option(fc.nat(999)),
        srcHostname: fc.constantFrom(...clients),
      })
      .map(send),
    { minLength, maxLength, size: 'max' },
  );

type Draw = {
  readonly kind: Kind;
  readonly step: number;
  readonly us: number;
  readonly hostname: string;
  readonly user: string | null;
  readonly uid: string | null;
  readonly loginId: string | null;
  readonly loginType: EventInput['loginType'] | null;
  readonly srcIp: string | null;
  readonly destIp: string | null;
  readonly record: number | null;
  readonly srcHostname: string | null;
};

const send = (draw: Draw): Sent => {
  const { kind, hostname, user, uid, loginId, loginType } = draw;
  const sourceId = draw.record === null ? null : `w/${draw.record}`;
  const common = { time: minute(draw.step * 5, draw.us), hostname, user, uid, loginId, sourceId };
  if (kind === 'LOCK' || kind === 'UNLOCK') return { action: kind, input: common };
  const isLocal = loginType === 'INTERACTIVE' || loginType === 'LOCAL';
  const addresses = isLocal ? {} : { srcIp: draw.srcIp, destIp: draw.destIp };
  const remote = { ...common, loginType: loginType ?? null, ...addresses };
  if (kind === 'LOGOUT') return { action: kind, input: remote };
  const connecting = { ...remote, srcHostname: draw.srcHostname };
  if (kind === 'RECONNECT') return { action: kind, input: connecting };
  if (kind === 'BAD')
    return { action: 'LOGIN', input: { ...connecting, loginId: null, uid: null, loginSuccessful: false } };
  const twin = kind === 'TWIN' ? { linkedLoginId: '0x2' } : {};
  return { action: 'LOGIN', input: { ...connecting, loginSuccessful: true, ...twin } };
};

/** Parses the events that were sent; each is returned once. */
export const build = (sent: readonly Sent[]): readonly NewEvent[] => {
  const events = sent.map(({ action, input }) => {
    const parsed = parseEventInput(action, input, RULES);
    if (parsed.kind === 'EVENT') return parsed.event;
    throw new Error(`The event of the test was rejected: ${JSON.stringify(parsed.errors)}`);
  });
  return [...new Map(events.map((event) => [event.uuid, event])).values()];
};

/** Parses the events that were sent, for the oracles, oldest first. */
export const read = (sent: readonly Sent[]): readonly HuntEvent[] =>
  build(sent)
    .map((event) => ({ ...NOTHING, ...event }))
    .toSorted((a, b) => (a.time + a.uuid < b.time + b.uuid ? -1 : 1));

const NOTHING = {
  loginType: null,
  loginSuccessful: null,
  linkedLoginId: null,
  srcIp: null,
  destIp: null,
  srcHostname: null,
};

/** Replaces all stored events by those that were sent, in another order, in two transactions, some of them twice. */
export const replace = async (database: Database, sent: readonly Sent[]): Promise<void> => {
  const shuffled = build(sent).toSorted((a, b) => (a.uuid.slice(24) < b.uuid.slice(24) ? -1 : 1));
  const items = shuffled.map((event) => ({ event }));
  await clear(database);
  await store(database, items.slice(0, (items.length * 2) / 3));
  await store(database, items.slice(items.length / 3));
};
