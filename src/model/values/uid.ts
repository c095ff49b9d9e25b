import { upperAscii } from './hostname.ts';
import { parseText } from './text.ts';

const RULE = { name: 'uid', code: 'INVALID_UID', maxLength: 256 } as const;

/** Parses a user's id at its system, CAR `uid`: a SID (folded to upper case) or another kind of id, for example `1000`. */
export const parseUid = (value: unknown): string => foldSid(parseText(value, RULE));

/**
 * Folds a text to upper case if it is a SID or begins like one; on other systems `ana` and `ANA` are different. Folds only a-z: SIDs
 * contain no other letters, and some other letters become three in upper case.
 */
export const foldSid = (text: string): string => (SID.test(text) ? upperAscii(text) : text);

/** The part of a SID that all users of one domain share, such as `S-1-5-21-1-2-3` of `S-1-5-21-1-2-3-1104`; null for other ids. */
export const domainSidOf = (uid: string): string | null => DOMAIN_USER.exec(uid)?.[1] ?? null;

const DOMAIN_USER = /^(S-1-5-21(?:-[0-9]+){3})-[0-9]+$/;

const SID = /^s-(?:\d|$)/i;
