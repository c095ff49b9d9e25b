import type { TimelineSessionFragment } from '../../src/explorer/api/documents.ts';

/** The time a number of minutes after the begin of the range. */
export const minute = (count: number): string =>
  new Date(Date.UTC(2026, 10, 16) + count * 60_000).toISOString();
export const at = (count: number): number => Date.parse(minute(count));
export const RANGE = { from: at(0), until: at(1000) };

/** A session of an account from one minute to another, always active; null: open. */
export const aSession = (
  user: string,
  [from, until]: readonly [number, number | null],
  fields: Partial<TimelineSessionFragment> = {},
): TimelineSessionFragment => {
  const endedAt = until === null ? null : minute(until);
  return {
    id: `${user} ${from}`,
    hostname: 'HOST1',
    loginId: '0x1',
    user,
    loginType: 'RDP',
    srcIp: null,
    srcIps: [],
    startedAt: minute(from),
    startReason: 'LOGIN',
    endedAt,
    endedAfter: endedAt,
    endReason: endedAt === null ? null : 'LOGOUT',
    account: { id: user, user },
    periods: [{ from: minute(from), until: endedAt, state: 'ACTIVE', truncated: false }],
    ...fields,
  };
};
