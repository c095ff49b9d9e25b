import { DEFAULT_URL } from './parseCommandLine.ts';
import type { ServerLookup, CommandContext } from './commandContext.ts';

/** Chooses the server: from the command line, else from the settings, else the address where `npm start` serves by default. */
export const chooseServer = (url: string | null, { findServer }: CommandContext): ServerLookup => {
  if (url !== null) return { kind: 'URL', url };
  return findServer?.() ?? { kind: 'URL', url: DEFAULT_URL };
};
