import { Refusal } from '../refusal.ts';
import type { RefusalCode } from '../refusal.ts';

type TextRule = { readonly name: string; readonly code: RefusalCode; readonly maxLength: number };

/**
 * Parses any text that will be stored: trims it and applies Unicode NFC.
 *
 * @throws Refusal for text that Postgres would refuse (NUL, 22021) or silently change (a lone surrogate becomes U+FFFD), for
 * other control characters, and for text that is empty or longer than `maxLength` UTF-16 units.
 */
export const parseText = (value: unknown, { name, code, maxLength }: TextRule): string => {
  if (typeof value !== 'string') throw new Refusal(code, `${name} must be a string.`);
  const trimmed = value.trim();
  if (trimmed === '') throw new Refusal(code, `${name} is empty; leave the field out when it is not known.`);
  if (trimmed.length <= maxLength && PLAIN_ASCII.test(trimmed)) return trimmed;
  if (!trimmed.isWellFormed()) {
    throw new Refusal(code, `${name} holds half of a surrogate pair; send well-formed Unicode.`);
  }
  const text = normalizeWithin(trimmed, maxLength);
  if (text.length > maxLength) {
    throw new Refusal(code, `${name} has ${text.length} characters; the most is ${maxLength}.`);
  }
  if (CONTROL_CHARACTER.test(text)) {
    throw new Refusal(code, `${name} holds a control character; remove or escape it.`);
  }
  return text;
};

/** The text in most logs: printable ASCII, which is NFC and well-formed. */
export const PLAIN_ASCII = /^[ -~]*$/;
const CONTROL_CHARACTER = /\p{Cc}/u;

/**
 * Applies NFC to a text unless it is too long to fit into `maxLength` afterwards. NFC takes time proportional to the square of the
 * length of a run of combining marks (24 s for 200,000 marks), and it shortens text to a quarter at most.
 */
export const normalizeWithin = (text: string, maxLength: number): string =>
  text.length > 4 * maxLength ? text : text.normalize('NFC');

/** Folds case in the model, because `lower()` differs by collation and from JavaScript. */
export const foldCase = (text: string): string => text.toLowerCase().normalize('NFC');

const SOURCE_ID = { name: 'sourceId', code: 'INVALID_SOURCE_ID', maxLength: 512 } as const;

/** Parses the id of a record at its source, for example `windows/security/48812`. It is stored as sent and compared exactly. */
export const parseSourceId = (value: unknown): string => parseText(value, SOURCE_ID);
