/** A part of a text: as it is, or a character that would not be seen or would move others, as its escape `\u202e`. */
export type TextPart = { readonly text: string; readonly isEscape: boolean };

/** Control and format characters (bidirectional marks too), what has no glyph by default, and each space but the usual one. */
const HIDDEN = /([\p{C}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\u2800]|[^\S ])/u;

/** Splits a text from a log into parts that can be seen. */
export const splitText = (text: string): readonly TextPart[] =>
  text.split(HIDDEN).flatMap((part, index) => {
    // Every second part is what separates the others.
    const isEscape = index % 2 === 1;
    return part === '' ? [] : [{ text: isEscape ? escapeCharacter(part) : part, isEscape }];
  });

/** The text with its escapes, for places that take no elements. */
export const escapeText = (text: string): string =>
  splitText(text)
    .map((part) => part.text)
    .join('');

const escapeCharacter = (character: string): string => {
  const code = (character.codePointAt(0) ?? 0).toString(16);
  return code.length > 4 ? `\\u{${code}}` : `\\u${code.padStart(4, '0')}`;
};
