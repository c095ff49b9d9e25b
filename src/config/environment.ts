import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';

import { ConfigError } from './ConfigError.ts';

/** Settings by name, as text. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** The settings file, in the working directory. */
const FILE = '.env';

/** Returns the environment of this process. No other code reads process.env. */
export const getEnvironment = (): Environment => process.env;

/** Makes packages that read NODE_ENV use their production mode, unless it is set. */
export const preferProduction = (): void => {
  process.env['NODE_ENV'] ??= 'production';
};

/**
 * Reads the settings in the file `.env` of a folder; returns none when the file does not exist.
 *
 * @throws ConfigError when the file cannot be used; it names the line but not the value.
 */
export const readEnvironmentFile = (folder: string): Environment => {
  const text = readText(join(folder, FILE));
  // util.parseEnv accepts any text: a line without a value becomes part of the next name.
  const problems = text
    .split('\n')
    .flatMap((line, index) => (LINE.test(line) ? [] : [`line ${index + 1} of ${FILE} must be ${EXPECTED}.`]));
  if (problems.length > 0) throw new ConfigError(problems);
  return parseEnv(text);
};

/**
 * A blank line, a comment, or a name and its value on one line. A value without quotes must not contain #: some programs read it as the start of
 * a comment, others as part of the value.
 */
const LINE =
  /^\s*(?:#.*|(?:export\s+)?[A-Za-z_]\w*\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'`#][^#]*?)?(?:\s+#.*)?)?\s*$/;
const EXPECTED = 'NAME=VALUE, with quotes around a value that contains a # or begins with a quote';

const readText = (path: string): string => {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // A folder of this name is usually a Python virtual environment.
    if (code === 'ENOENT' || code === 'EISDIR') return '';
    throw new ConfigError([
      `${FILE} cannot be read (${String(code)}): give this user permission to read it.`,
    ]);
  }
};
