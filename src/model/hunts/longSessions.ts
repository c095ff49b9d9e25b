import type { SessionMatch } from './sessionMatch.ts';

/** A session that lasts long, and until when it was looked at. */
export type LongSessions = SessionMatch & { readonly until: string };
