import { existsSync } from 'node:fs';

/** A command, the words on its command line, and its options. */
export type CommandLine = {
  readonly command: string;
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, Option>>;
};

type Option = {
  readonly type: 'boolean' | 'string';
  /** The only values that the option can have. */
  readonly choices?: readonly string[];
};

/**
 * Names the options of this command that npm consumed, and shows how to write the command; null when npm consumed none.
 *
 * `npm run import FILE --dry-run` runs the script without the option: npm treats options before `--` as its own configuration and passes them
 * to the script as variables such as npm_config_dry_run. Without this check the command would perform a real import.
 */
export const findTakenFlags = (
  { command, words, options }: CommandLine,
  environment: Readonly<Record<string, string | undefined>>,
): string | null => {
  if (environment['npm_lifecycle_event'] !== command) return null;
  const taken = Object.entries(options).filter(([name, { choices = [] }]) => {
    if (words.some((word) => word === `--${name}` || word.startsWith(`--${name}=`))) return false;
    const value = environment[`npm_config_${name.replaceAll('-', '_')}`] ?? '';
    // npm expands --format to --format-package-lock, which no variable shows; the option's value becomes an operand.
    const isOperand = words.some((word) => choices.includes(word) && !existsSync(word));
    return isOperand || (value !== '' && value !== 'false');
  });
  if (taken.length === 0) return null;
  const names = taken.map(([name]) => `--${name}`).join(', ');
  const usage = taken.map(([name, { type }]) => (type === 'boolean' ? `--${name}` : `--${name} …`));
  const script = command === 'start' ? 'npm start' : `npm run ${command}`;
  const operands = OPERANDS[command] ?? [];
  return (
    `npm took ${names} as its own configuration and did not pass it on, so nothing was done. Write -- before the options:\n` +
    `  ${[script, '--', ...operands, ...usage].join(' ')}`
  );
};

/** The operands of each command. */
const OPERANDS: Readonly<Record<string, readonly string[]>> = {
  start: ['FILE…'],
  import: ['FILE…'],
  export: ['LIST'],
  keys: ['add'],
};
