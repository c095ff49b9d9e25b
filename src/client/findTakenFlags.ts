/** A command, the words on its command line and the options that it has. */
export type CommandLine = {
  readonly command: string;
  readonly words: readonly string[];
  readonly options: Readonly<Record<string, { readonly type: 'boolean' | 'string' }>>;
};

/**
 * Says which options of this command npm took for itself, and how to write the command; null when it took none.
 *
 * `npm run import FILE --dry-run` runs the script without the option: npm takes what is before `--` as its own configuration, which it hands
 * down in variables such as npm_config_dry_run. Without this check that would be a real import.
 */
export const findTakenFlags = (
  { command, words, options }: CommandLine,
  environment: Readonly<Record<string, string | undefined>>,
): string | null => {
  if (environment['npm_lifecycle_event'] !== command) return null;
  const taken = Object.entries(options).filter(([name]) => {
    const value = environment[`npm_config_${name.replaceAll('-', '_')}`] ?? '';
    const isGiven = words.some((word) => word === `--${name}` || word.startsWith(`--${name}=`));
    return value !== '' && value !== 'false' && !isGiven;
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

/** What each command takes beside options. */
const OPERANDS: Readonly<Record<string, readonly string[]>> = {
  start: ['FILE…'],
  import: ['FILE…'],
  export: ['LIST'],
  keys: ['add'],
};
