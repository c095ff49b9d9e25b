import leven from 'leven';

import { listSettings } from './config.ts';
import type { Environment } from './environment.ts';

/** What the commands read beside the settings of the server. */
const OF_COMMANDS = ['SESSIONSCOPE_KEY'];
/** Docker compose reads the same file; these are for it, and for its Postgres. */
const OF_COMPOSE = /^(?:COMPOSE|POSTGRES)_/;
/** Names that resemble a setting and that shells and operating systems set. */
const OF_SYSTEM = new Set(['HOSTNAME']);
/** Shorter names resemble too much: PATH and USER are as near to PORT and AUTH as a mistyped one. */
const MIN_LENGTH = 7;

/**
 * Warns of names that are no settings: of each in the file, where only settings belong, and of those in the environment that resemble a
 * setting. Names both; the values are not told.
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

/** The setting that a name resembles most: mistyped, in small letters, or with its last word missing; null for none. */
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
