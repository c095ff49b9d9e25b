import { Refusal } from '../refusal.ts';
import type { InputErrorCode } from '../refusal.ts';

type TextRule = { readonly name: string; readonly code: InputErrorCode; readonly maxLength: number };

/**
 * Parses any stored text: trimmed, Unicode NFC.
 *
 * @throws Refusal for what Postgres would refuse (NUL, 22021) or silently change (a lone surrogate becomes U+FFFD), for
 * other control characters, for text that is empty or longer than `maxLength` UTF-16 units.
 */
export const parseText = (value: unknown, { name, code, maxLength }: TextRule): string => {
  if (typeof value !== 'string') throw new Refusal(code, `${name} must be a string.`);
  if (!value.isWellFormed()) {
    throw new Refusal(code, `${name} holds half of a surrogate pair; send well-formed Unicode.`);
  }
  const text = value.normalize('NFC').trim();
  if (text === '') throw new Refusal(code, `${name} is empty; leave the field out when it is not known.`);
  if (text.length > maxLength) {
    throw new Refusal(code, `${name} has ${text.length} characters; the most is ${maxLength}.`);
  }
  if (CONTROL_CHARACTER.test(text)) {
    throw new Refusal(code, `${name} holds a control character; remove or escape it.`);
  }
  return text;
};

const CONTROL_CHARACTER = /\p{Cc}/u;

/** Folds case in the model, because `lower()` differs by collation and from JavaScript. */
export const foldCase = (text: string): string => text.toLowerCase().normalize('NFC');
