import { readConfig } from '../../src/config/config.ts';
import { ConfigError } from '../../src/config/ConfigError.ts';

/** Lists the problems of settings, one line each; empty if the settings are valid. */
export const problemsOf = (environment: Record<string, string>): readonly string[] =>
  problemsIn(() => readConfig(environment));

/** Lists the problems that reading settings throws, one line each; empty if it throws none. */
export const problemsIn = (read: () => unknown): readonly string[] => {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};
