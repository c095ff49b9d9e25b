import { parseArgs } from 'node:util';
import type { ParseArgsConfig } from 'node:util';

/** The address where `npm start` serves by default. */
export const DEFAULT_URL = 'http://127.0.0.1:4000/graphql';

/** The message for an invalid `--url`. */
export const BAD_URL = `--url must be an http or https URL without a user name, such as ${DEFAULT_URL}`;

type Config<Options> = { args: string[]; options: Options; allowPositionals: true };

/** Parses a command line; returns an error message when it is invalid. */
export const parseCommandLine = <const Options extends NonNullable<ParseArgsConfig['options']>>(
  words: readonly string[],
  options: Options,
): ReturnType<typeof parseArgs<Config<Options>>> | string => {
  try {
    return parseArgs<Config<Options>>({ args: [...words], options, allowPositionals: true });
  } catch (error) {
    // Node's message without its advice on positionals: "Unknown option '--speed'. To specify a …".
    if (isParseArgsError(error)) return error.message.split(/\. |\n/, 1)[0] ?? error.message;
    throw error;
  }
};

const isParseArgsError = (error: unknown): error is Error =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS_');

/** Whether requests can be sent to a URL. One with a user name or password is refused, because it would end up in logs. */
export const isHttpUrl = (text: string): boolean => {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && /^https?:$/.test(url.protocol) && url.username === '' && url.password === '';
};
