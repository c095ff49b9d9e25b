import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

import { ConfigError } from './ConfigError.ts';

/** Settings by name, as text. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The file with settings, in the working directory. */
const FILE = '.env';

/** The environment of this process. Nothing else reads it. */
export const getEnvironment = (): Environment => process.env;

/** Has packages that look at NODE_ENV work as in production, unless it is set. */
export const preferProduction = (): void => {
  process.env['NODE_ENV'] ??= 'production';
};

/**
 * Reads the settings in the file `.env` of a folder; none when there is no such file.
 *
 * @throws ConfigError that names the line, without its value, when the file cannot be used.
 */
export const readEnvironmentFile = (folder: string): Environment => {
  const text = readText(join(folder, FILE));
  // util.parseEnv takes what it can of any text: a line without a value becomes a part of the next name.
  const problems = text
    .split('\n')
    .flatMap((line, index) => (LINE.test(line) ? [] : [`line ${index + 1} of ${FILE} must be ${EXPECTED}.`]));
  if (problems.length > 0) throw new ConfigError(problems);
  return parseEnv(text);
};

/**
 * Nothing, a comment, or a name and its value on one line. A value without quotes has no # that some programs take for a comment and others
 * for a part of the value.
 */
const LINE =
  /^\s*(?:#.*|(?:export\s+)?[A-Za-z_]\w*\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'`#][^#]*?)?(?:\s+#.*)?)?\s*$/;
const EXPECTED = 'NAME=VALUE, with quotes around a value that contains a # or begins with a quote';

const readText = (path: string): string => {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // Python keeps its environments in folders of this name.
    if (code === 'ENOENT' || code === 'EISDIR') return '';
    throw new ConfigError([`${FILE} cannot be read (${String(code)}): give this user the right to read it.`]);
  }
};
