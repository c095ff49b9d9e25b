import type { EventToRecord } from '../../../src/domain/recordItems.ts';
import { makeRandom } from '../../support/makeRandom.ts';

/** The host of the sessions, as the explorer names it. */
export const BUSY_HOST = 'TS1';

type SessionsRange = {
  readonly sessions: number;
  readonly accounts: number;
  readonly fromMs: number;
  readonly untilMs: number;
};

/**
 * Makes the sessions of many accounts on one host, each of half an hour to four hours: every third is locked for a while, every twentieth has no
 * logout, and every fiftieth follows a failed login. Not in order of time.
 */
export function* makeManySessions({
  sessions,
  accounts,
  fromMs,
  untilMs,
}: SessionsRange): Generator<EventToRecord, void> {
  const random = makeRandom(9);
  for (let index = 0; index < sessions; index += 1) {
    const startMs = fromMs + random() * (untilMs - fromMs);
    const lengthMs = (0.5 + 3.5 * random()) * 3_600_000;
    const account = index % accounts;
    const at = (share: number) => ({
      time: new Date(Math.min(untilMs, startMs + share * lengthMs)).toISOString(),
      hostname: BUSY_HOST,
      user: `CORP\\user${account}`,
      sourceId: `${BUSY_HOST}/${index}/${share}`,
    });
    const loginId = `0x${(0x100_0000 + index).toString(16)}`;
    const from = { loginType: 'RDP', srcIp: `10.9.${account >> 8}.${account & 255}` } as const;
    if (index % 50 === 0) yield { action: 'LOGIN', input: { ...at(-0.01), ...from, loginSuccessful: false } };
    yield { action: 'LOGIN', input: { ...at(0), ...from, loginId, loginSuccessful: true } };
    if (index % 3 === 0) {
      yield { action: 'LOCK', input: { ...at(0.3), loginId } };
      yield { action: 'UNLOCK', input: { ...at(0.6), loginId } };
    }
    if (index % 20 !== 0) yield { action: 'LOGOUT', input: { ...at(1), loginId, loginType: 'RDP' } };
  }
}
