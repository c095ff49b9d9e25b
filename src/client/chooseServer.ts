import { DEFAULT_URL } from './parseCommandLine.ts';
import type { ServerLookup, CommandContext } from './commandContext.ts';

/** The server of the command line, else that of the settings, else where `npm start` serves without settings. */
export const chooseServer = (url: string | null, { findServer }: CommandContext): ServerLookup => {
  if (url !== null) return { kind: 'URL', url };
  return findServer?.() ?? { kind: 'URL', url: DEFAULT_URL };
};
