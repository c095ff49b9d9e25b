import { readFile } from 'node:fs/promises';

/** The key, or null if there is none; MISTAKE explains what is wrong, without the key. */
export type KeyLookup =
  | { readonly kind: 'KEY'; readonly key: string | null }
  | { readonly kind: 'MISTAKE'; readonly message: string };

/** Reads the key to send with requests from the file if one is named, otherwise from the environment. */
export const readKey = async (file: string | null, fromEnvironment: string | null): Promise<KeyLookup> => {
  if (file === null) return check('SESSIONSCOPE_KEY', fromEnvironment?.trim() || null);
  try {
    const text = (await readFile(file, 'utf8')).trim();
    return text === '' ? mistake(`${file} contains no key`) : check(file, text);
  } catch (error) {
    return mistake(`the key cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
};

const check = (place: string, key: string | null): KeyLookup =>
  key === null || /^[\x21-\x7e]+$/.test(key)
    ? { kind: 'KEY', key }
    : mistake(`${place} must contain one key, like ss_….…, and nothing else`);

const mistake = (message: string): KeyLookup => ({ kind: 'MISTAKE', message });
