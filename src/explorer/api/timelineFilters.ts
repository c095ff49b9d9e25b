import type { SessionEventFilter, SessionFilter } from './documents.ts';

/** A range of the API, and whether noise is left out. */
export type Asked = { readonly from: string; readonly until: string; readonly noNoise: boolean };

/** The sessions that were open in a range, and those that ended when they started, which are open at no time. */
export const sessionsIn = ({ from, until, noNoise }: Asked): SessionFilter => ({
  or: [{ overlaps: { from, until } }, { startedAt: { from, until } }],
  excludeNoise: noNoise,
});

/** The marks of a timeline: failed logins and reconnects. */
export const marksIn = ({ from, until, noNoise }: Asked): SessionEventFilter => ({
  time: { from, until },
  or: [{ loginSuccessful: { eq: false } }, { action: { eq: 'RECONNECT' } }],
  excludeNoise: noNoise,
});
