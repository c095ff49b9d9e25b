import { isUtf8 } from 'node:buffer';

import iconv from 'iconv-lite';

/** The encoding of text that is not UTF-8. */
export type TextEncoding = {
  /** As the user gave it, for messages. */
  readonly name: string;
  readonly from: 'GIVEN' | 'ASSUMED';
};

/** Latin-1 has a character for each byte, so that a line with a name that cannot be read is kept. */
export const LATIN_1: TextEncoding = { name: 'latin1', from: 'ASSUMED' };

/** Parses the name of an encoding, such as `cp850` or `windows-1252`; null for one that is not known. */
export const parseEncoding = (name: string): TextEncoding | null =>
  iconv.encodingExists(name) && !UNICODE.test(name) ? { name, from: 'GIVEN' } : null;

/** Finds the encoding that the XML declaration at the beginning of a file names; null without one that is known. */
export const findDeclared = (beginning: Buffer): TextEncoding | null => {
  const [, name] = DECLARATION.exec(beginning.toString('latin1', 0, DECLARATION_BYTES)) ?? [];
  const encoding = name === undefined ? null : parseEncoding(name);
  return encoding === null ? null : { ...encoding, from: 'ASSUMED' };
};

const DECLARATION = /^\s*<\?xml\s[^<>]{0,100}?\sencoding\s*=\s*["']([\w.:-]{1,40})["']/;
const DECLARATION_BYTES = 300;

/** Text in these is recognized by its byte order mark, and other text is tried as UTF-8 first. */
const UNICODE = /^(?:utf|ucs|base64|hex|binary|internal)/i;

/** Decodes text that is UTF-8, as nearly all is, or else in the given encoding. `encoding` is null for UTF-8. */
export const decodeText = (
  bytes: Buffer,
  encoding: TextEncoding,
): { readonly text: string; readonly encoding: TextEncoding | null } => {
  if (isUtf8(bytes)) return { text: bytes.toString('utf8'), encoding: null };
  const text = encoding === LATIN_1 ? bytes.toString('latin1') : iconv.decode(bytes, encoding.name);
  return { text, encoding };
};
