/** Generates adversarial facts: few hosts, pairs and times, with many ties and with the exact distances that the rules name. */
import fc from 'fast-check';

import { HOUR, MINUTE, SECOND, addMicros, microsBetween } from './micros.ts';
import type { OracleEvent, OracleFact } from './types.ts';

/** SILENCE of the generated facts if none is given, in microseconds: PT24H. */
export const SILENCE = 24 * HOUR;

/** Another SILENCE: PT2H. */
export const SHORT_SILENCE = 2 * HOUR;

type WithoutUuid<Fact> = Fact extends unknown ? Omit<Fact, 'uuid'> : never;

export type FactDraft = WithoutUuid<OracleFact>;

type WithoutKey<Fact> = Fact extends unknown ? Omit<Fact, 'uuid' | 'time' | 'hostname' | 'sourceId'> : never;

const FIRST_TIME = '2025-03-03T08:00:00.000000Z';
const HOSTNAMES = ['HOST1', 'HOST2'];
const LOGIN_IDS = ['0x1', '0x2', '0x3'];
const FIXED_IDS = ['0x3e3', '0x3e4', '0x3e5', '0x3e6', '0x3e7'];

const USERS: readonly Pick<OracleEvent, 'user' | 'userDomain' | 'userName'>[] = [
  { user: null, userDomain: null, userName: null },
  { user: 'THESHIRE\\ana', userDomain: 'THESHIRE', userName: 'ana' },
  { user: 'theshire.local\\ANA', userDomain: 'THESHIRE', userName: 'ana' },
  { user: 'ana@theshire.local', userDomain: 'THESHIRE', userName: 'ana' },
  { user: 'ana', userDomain: null, userName: 'ana' },
  { user: 'THESHIRE\\bob', userDomain: 'THESHIRE', userName: 'bob' },
];

/** Distances between facts, for a SILENCE. */
const stepsOf = (silence: number) => [
  { weight: 8, value: 0 },
  { weight: 4, value: 1 },
  { weight: 6, value: 20 * SECOND },
  { weight: 4, value: 60 * SECOND },
  { weight: 3, value: 60 * SECOND + 1 },
  { weight: 4, value: 10 * MINUTE },
  { weight: 3, value: 10 * MINUTE + 1 },
  { weight: 4, value: 3 * HOUR },
  { weight: 2, value: silence },
  { weight: 2, value: silence + 1 },
  { weight: 1, value: 3 * silence },
];

const weighted = <T>(choices: readonly { readonly weight: number; readonly value: T }[]): fc.Arbitrary<T> =>
  fc.oneof(...choices.map(({ weight, value }) => ({ weight, arbitrary: fc.constant(value) })));

const loginId = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...LOGIN_IDS) },
  { weight: 2, arbitrary: fc.constantFrom(...FIXED_IDS) },
  { weight: 3, arbitrary: fc.constant('0x3e7') },
  { weight: 1, arbitrary: fc.constant(null) },
);
const user = fc.constantFrom(...USERS);
const uid = weighted([
  { weight: 6, value: null },
  { weight: 2, value: 'S-1-5-18' },
  { weight: 1, value: 'S-1-5-7' },
  { weight: 1, value: 'S-1-5-21-1-2-3-1001' },
  { weight: 1, value: '1000' },
]);
const address = fc.constantFrom(null, '10.0.0.1', '10.0.0.2', '203.0.113.7', '2001:db8::1');

/** Addresses apply to remote and RDP sessions only. */
const remoteFields = fc
  .record({ loginType: fc.constantFrom(null, 'INTERACTIVE', 'LOCAL', 'RDP', 'REMOTE'), srcIp: address })
  .map(({ loginType, srcIp }) => ({
    loginType,
    srcIp: loginType === 'INTERACTIVE' || loginType === 'LOCAL' ? null : srcIp,
  }));

/** A third of the successful logins are twins. */
const loginFields = fc
  .record({
    loginSuccessful: weighted([
      { weight: 6, value: true },
      { weight: 1, value: false },
    ]),
    linkedLoginId: fc.oneof(
      { weight: 2, arbitrary: fc.constant(null) },
      { weight: 1, arbitrary: fc.constantFrom(...LOGIN_IDS, '0x3e7') },
    ),
  })
  .map(({ loginSuccessful, linkedLoginId }) => ({
    loginSuccessful,
    linkedLoginId: loginSuccessful ? linkedLoginId : null,
  }));

const eventBody = fc
  .record({
    action: weighted([
      { weight: 6, value: 'LOGIN' as const },
      { weight: 3, value: 'LOGOUT' as const },
      { weight: 2, value: 'RECONNECT' as const },
      { weight: 3, value: 'LOCK' as const },
      { weight: 3, value: 'UNLOCK' as const },
    ]),
    loginId,
    user,
    uid,
    remote: remoteFields,
    login: loginFields,
  })
  .map(({ action, user: named, remote, login, ...fields }) => ({
    kind: 'EVENT' as const,
    action,
    ...fields,
    ...named,
    ...(action === 'LOCK' || action === 'UNLOCK' ? {} : remote),
    ...(action === 'LOGIN' ? login : {}),
  }));

const disconnectBody = fc
  .record({ loginId, user, srcIp: address })
  .map(({ user: named, ...fields }) => ({ kind: 'DISCONNECT' as const, ...fields, ...named }));

const hostBody = fc.record({ kind: fc.constantFrom('HOST_START', 'HOST_STOP', 'HOST_STOP', 'HOST_SEEN') });

const body: fc.Arbitrary<WithoutKey<OracleFact>> = fc.oneof(
  { weight: 14, arbitrary: eventBody },
  { weight: 3, arbitrary: disconnectBody },
  { weight: 3, arbitrary: hostBody },
);

/** A fact, the distance of its time from that of a fact up to three before it, and how it is numbered. */
const itemWith = (silence: number) =>
  fc.record({
    body,
    hostname: weighted([
      { weight: 4, value: HOSTNAMES[0]! },
      { weight: 1, value: HOSTNAMES[1]! },
    ]),
    back: fc.integer({ min: 1, max: 3 }),
    step: weighted(stepsOf(silence)),
    numbering: fc.constantFrom('IN_ORDER', 'OUT_OF_ORDER', 'NONE', 'TOO_LONG', 'WITHOUT_SOURCE'),
  });

type Numbering = 'IN_ORDER' | 'OUT_OF_ORDER' | 'NONE' | 'TOO_LONG' | 'WITHOUT_SOURCE';

const SOURCE_IDS: Readonly<Record<Numbering, (index: number) => string | null>> = {
  IN_ORDER: (index) => `log/${index + 1}`,
  OUT_OF_ORDER: (index) => `log/${(index * 7) % 5}`,
  NONE: (index) => `log/${index + 1}/x`,
  TOO_LONG: (index) => `log/${2 ** 48 + index}`,
  WITHOUT_SOURCE: () => null,
};

/**
 * Lists of facts of up to two hosts, without two facts of one uuid: of those the first that arrives is stored.
 *
 * `identify` makes the uuid that the server makes.
 */
export const arbitraryFacts = (
  identify: (draft: FactDraft) => string,
  maxLength = 24,
  silence = SILENCE,
): fc.Arbitrary<readonly OracleFact[]> =>
  fc.array(itemWith(silence), { minLength: 1, maxLength, size: 'max' }).map((items) => {
    const times: string[] = [];
    const facts = new Map<string, OracleFact>();
    for (const [index, { body: fields, hostname, back, step, numbering }] of items.entries()) {
      const time = addMicros(times[index - back] ?? FIRST_TIME, step);
      times.push(time);
      const draft = { ...fields, time, hostname, sourceId: SOURCE_IDS[numbering](index) } as FactDraft;
      const uuid = identify(draft);
      if (!facts.has(uuid)) facts.set(uuid, { ...draft, uuid });
    }
    return [...facts.values()];
  });

/** The same, moved in time as a whole: one of the facts is at a time, or close to it. */
export const arbitraryFactsAround = (
  identify: (draft: FactDraft) => string,
  time: string,
  maxLength = 24,
): fc.Arbitrary<readonly OracleFact[]> =>
  fc
    .tuple(arbitraryFacts(identify, maxLength), fc.nat(maxLength - 1), fc.constantFrom(-HOUR, -1, 0, 1, HOUR))
    .map(([facts, index, distance]) => {
      const by = microsBetween(facts[index % facts.length]!.time, time) + distance;
      return facts.map(({ uuid: _, ...draft }): OracleFact => {
        const moved = { ...draft, time: addMicros(draft.time, by) } as FactDraft;
        return { ...moved, uuid: identify(moved) };
      });
    });

/** Times at which answers about these facts can change: a microsecond around each fact, also SILENCE later. */
export const timesAround = (facts: readonly OracleFact[], silence = SILENCE): readonly string[] => {
  const distances = [0, silence].flatMap((distance) => [distance - 1, distance, distance + 1]);
  const times = facts.flatMap(({ time }) => distances.map((distance) => addMicros(time, distance)));
  return [...new Set(times)].toSorted();
};
