import { findEndOfString } from './measureJson.ts';

/**
 * Splits a text that begins with an object and contains several without a separator, such as `{…}{…}`, up to a limit; one part for any other
 * text. The last part may be incomplete.
 */
export const splitObjects = (text: string, limit: number): readonly string[] => {
  const parts: string[] = [];
  let start = 0;
  while (start < text.length && parts.length < limit) {
    if (text.charCodeAt(start) !== OPEN_BRACE) return [text];
    const end = findEndOfObject(text, start);
    parts.push(text.slice(start, end));
    start = skipBlanks(text, end);
  }
  return parts;
};

/** The index behind the brace that closes an object, or the end of the text. */
const findEndOfObject = (text: string, start: number): number => {
  let depth = 0;
  for (let index = start; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) index = findEndOfString(text, index);
    else if (code === OPEN_BRACE) depth += 1;
    else if (code === CLOSE_BRACE) {
      depth -= 1;
      if (depth === 0) return index + 1;
    }
  }
  return text.length;
};

const skipBlanks = (text: string, start: number): number => {
  let index = start;
  while (index < text.length && text.charCodeAt(index) <= SPACE) index += 1;
  return index;
};

const [QUOTE, OPEN_BRACE, CLOSE_BRACE, SPACE = 0] = Buffer.from('"{} ');
