import type { Environment } from './environment.ts';
import type { Kind } from './settingKinds.ts';

/** Reads one setting by its name; an invalid value is added to the problems. */
export type ReadSetting = <T>(name: string, fallback: string, kind: Kind<T>) => T;

/** Makes the reader of an environment. A blank setting counts as absent. */
export const makeReadSetting =
  (environment: Environment, addProblem: (problem: string) => void): ReadSetting =>
  <T>(name: string, fallback: string, { parse, expected }: Kind<T>): T => {
    const text = environment[name]?.trim() || fallback;
    const value = parse(text);
    if (value === null) addProblem(`${name} must be ${expected}.`);
    return value as T;
  };
