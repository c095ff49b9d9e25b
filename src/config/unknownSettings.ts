import leven from 'leven';

import { listSettings } from './config.ts';
import type { Environment } from './environment.ts';

/** Settings that only the commands read. */
const OF_COMMANDS = ['SESSIONSCOPE_KEY'];
/** Docker Compose reads the same file; these variables are for it and its Postgres. */
const OF_COMPOSE = /^(?:COMPOSE|POSTGRES)_/;
/** Variables that shells and operating systems set and whose names resemble a setting. */
const OF_SYSTEM = new Set(['HOSTNAME']);
/** Shorter names cause false warnings: PATH and USER are as close to PORT and AUTH as a typo would be. */
const MIN_LENGTH = 7;

/**
 * Warns about unknown names: about every one in the file, which may only contain settings, and about those in the environment that resemble a
 * setting. The warnings contain names, not values.
 */
export const listUnknownSettings = ({
  file,
  environment,
}: Readonly<Record<'file' | 'environment', Environment>>): readonly string[] => {
  const known = [...listSettings().keys(), ...OF_COMMANDS];
  const inFile = Object.keys(file)
    .filter((name) => !known.includes(name) && !OF_COMPOSE.test(name))
    .map((name) => {
      const meant = findMeant(known, name);
      return `.env sets ${name}, which is not a setting${meant === null ? ' and has no effect.' : did(meant)}`;
    });
  const inEnvironment = Object.keys(environment)
    .filter((name) => !known.includes(name) && !OF_SYSTEM.has(name) && !(name in file))
    .flatMap((name) => {
      const meant = name.length < MIN_LENGTH ? null : findMeant(known, name);
      return meant === null ? [] : [`The environment sets ${name}, which is not a setting${did(meant)}`];
    });
  return [...inFile, ...inEnvironment];
};

const did = (meant: string): string => `. Did you mean ${meant}?`;

/** Finds the setting that a name most likely means: with a typo, in lower case, or without its last word; null when no setting is similar. */
const findMeant = (known: readonly string[], name: string): string | null => {
  const text = name.toUpperCase();
  const longer = known.filter((setting) => setting.startsWith(`${text}_`));
  if (longer.length === 1) return longer[0] ?? null;
  const most = text.length < 10 ? 1 : 2;
  const [nearest] = known
    .map((setting) => ({ setting, distance: leven(setting, text, { maxDistance: most + 1 }) }))
    .filter(({ distance }) => distance <= most)
    .toSorted((a, b) => a.distance - b.distance);
  return nearest?.setting ?? null;
};
