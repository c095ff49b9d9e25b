import { readFile } from 'node:fs/promises';

/** What came of looking for a key; a MISTAKE says what is wrong, without the key. */
export type KeyAnswer =
  | { readonly kind: 'KEY'; readonly key: string | null }
  | { readonly kind: 'MISTAKE'; readonly message: string };

/** Reads the key to send with requests from the file, if one is named, else takes that of the surroundings. */
export const readKey = async (file: string | null, surrounding: string | null): Promise<KeyAnswer> => {
  if (file === null) return check('SESSIONSCOPE_KEY', surrounding?.trim() || null);
  try {
    const text = (await readFile(file, 'utf8')).trim();
    return text === '' ? mistake(`${file} holds no key`) : check(file, text);
  } catch (error) {
    return mistake(`the key cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const check = (place: string, key: string | null): KeyAnswer =>
  key === null || /^[\x21-\x7e]+$/.test(key)
    ? { kind: 'KEY', key }
    : mistake(`${place} must hold one key and nothing else, like ss_….…`);

const mistake = (message: string): KeyAnswer => ({ kind: 'MISTAKE', message });
