import { upperAscii } from './hostname.ts';
import { parseText } from './text.ts';

const RULE = { name: 'uid', code: 'INVALID_UID', maxLength: 256 } as const;

/** Parses a user's id at its system, CAR `uid`: a SID (upper case) or whatever else the system uses, such as `1000`. */
export const parseUid = (value: unknown): string => foldSid(parseText(value, RULE));

/**
 * Upper case when the text is a SID or begins as one; other systems tell `ana` from `ANA`. Of a-z alone: SIDs have no other letters, and
 * some of those become three.
 */
export const foldSid = (text: string): string => (SID.test(text) ? upperAscii(text) : text);

const SID = /^s-(?:\d|$)/i;
