import type { OracleFact } from './types.ts';

const compare = <T extends number | string>(a: T, b: T): number => (a < b ? -1 : Number(a > b));

/**
 * The order of the fold: time, host starts first, then events and Disconnects by record number and place in life, then HostSeen,
 * stops last, id.
 */
export const compareFacts = (a: OracleFact, b: OracleFact): number =>
  compare(a.time, b.time) ||
  compare(GROUP[a.kind], GROUP[b.kind]) ||
  compare(recordNumberInOrder(a), recordNumberInOrder(b)) ||
  compare(placeInLife(a), placeInLife(b)) ||
  compare(a.uuid, b.uuid);

const GROUP = { HOST_START: 0, EVENT: 1, DISCONNECT: 1, HOST_SEEN: 2, HOST_STOP: 3 } as const;

/** Only events and Disconnects are ordered by record number; host facts of one kind and time by id. */
const recordNumberInOrder = (fact: OracleFact): number =>
  fact.kind === 'EVENT' || fact.kind === 'DISCONNECT' ? recordNumber(fact.sourceId) : 0;

/** The number at the end of `sourceId` if it has 48 bits, else 0. */
export const recordNumber = (sourceId: string | null): number => {
  const number = Number(/[0-9]*$/.exec(sourceId ?? '')?.[0] ?? '');
  return number < 2 ** 48 ? number : 0;
};

const placeInLife = (fact: OracleFact): number => {
  if (fact.kind === 'DISCONNECT') return 2;
  if (fact.kind !== 'EVENT') return 0;
  return { LOGIN: fact.loginSuccessful === true ? 1 : 0, LOCK: 3, RECONNECT: 4, UNLOCK: 5, LOGOUT: 6 }[
    fact.action
  ];
};
