import { readConfig } from '../../src/config/config.ts';
import { ConfigError } from '../../src/config/ConfigError.ts';

/** One line for each problem; [] when the settings can be used. */
export const problemsOf = (environment: Record<string, string>): readonly string[] =>
  problemsIn(() => readConfig(environment));

/** One line for each problem that reading settings throws; [] when it throws none. */
export const problemsIn = (read: () => unknown): readonly string[] => {
  try {
    read();
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};
