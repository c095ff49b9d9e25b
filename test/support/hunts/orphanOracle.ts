import { sessionsOf } from '../sessionOracle.ts';

import type { HuntEvent } from './huntEvents.ts';
import { lies } from './huntOracle.ts';
import type { Range } from './huntOracle.ts';

export type OrphansParameters = { readonly range: Range; readonly actions: readonly string[] };

type HostStart = { readonly hostname: string; readonly time: string };

/** Events of the actions in the range that are in no session according to the session oracle over the whole log, with the reason. */
export const orphanOracle = (
  events: readonly HuntEvent[],
  { range, actions }: OrphansParameters,
  starts: readonly HostStart[] = [],
): { matches: object[]; rates: object[] } => {
  const folded = events.map(({ loginSuccessful, ...event }) => ({
    ...event,
    loginSuccessful: loginSuccessful === true,
  }));
  const members = new Set(sessionsOf(folded, starts).flatMap((session) => session.members));
  const asked = events.filter((event) => lies(event, range) && actions.includes(event.action));
  const orphans = asked.filter(({ uuid }) => !members.has(uuid));
  return {
    matches: orphans.map((event) => ({ event: event.uuid, reason: reasonOf(event), evidence: [event.uuid] })),
    rates: ratesOf(asked, orphans),
  };
};

const reasonOf = ({ loginId, uid }: HuntEvent): string => {
  if (loginId === null) return 'NO_LOGIN_ID';
  const isService = ['S-1-5-7', 'S-1-5-17', 'S-1-5-18', 'S-1-5-19', 'S-1-5-20'].includes(uid ?? '');
  return isService && /^0x3e[3-7]$/.test(loginId) ? 'FIXED_LOGON' : 'NO_LOGIN';
};

/** Rates by host and by day, which is the first ten letters of a time. */
const ratesOf = (asked: readonly HuntEvent[], orphans: readonly HuntEvent[]): object[] => {
  const keyOf = ({ time, hostname }: HuntEvent): string => `${time.slice(0, 10)} ${hostname}`;
  const countOf = (events: readonly HuntEvent[], key: string): number =>
    events.filter((event) => keyOf(event) === key).length;
  return [...new Set(orphans.map(keyOf))]
    .toSorted()
    .map((key) => {
      const [own, all] = [countOf(orphans, key), countOf(asked, key)];
      const [day = '', hostname = ''] = key.split(' ');
      return { host: { hostname }, day, orphans: own, events: all, rate: own / all };
    })
    .toSorted((a, b) => b.orphans - a.orphans);
};
