import { DEFAULT_URL } from './parseWords.ts';
import type { ServerAnswer, Surroundings } from './surroundings.ts';

/** The server of the command line, else that of the settings, else where `npm start` serves without settings. */
export const chooseServer = (url: string | null, { findServer }: Surroundings): ServerAnswer => {
  if (url !== null) return { kind: 'URL', url };
  return findServer?.() ?? { kind: 'URL', url: DEFAULT_URL };
};
