import { ConfigError, readConfig } from '../../src/config/config.ts';

/** One line for each problem; [] when the settings can be used. */
export const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    readConfig(environment);
    return [];
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
};
