import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { EmbeddedError } from './EmbeddedError.ts';
import type { EmbeddedOptions, EmbeddedPostgres } from './startEmbedded.ts';
import { startEmbedded } from './startEmbedded.ts';
import { findPostmaster } from './findPostmaster.ts';
import { getDataLocation } from './getDataLocation.ts';
import { PASSWORD_FILE } from './initCluster.ts';
import { formatUrl } from './readFingerprint.ts';

/**
 * Returns the Postgres of a data folder, for a command that may run beside a server: the Postgres of the server, or, if no server runs, one
 * that is started for the command.
 */
export const joinEmbedded = async (options: EmbeddedOptions): Promise<EmbeddedPostgres> => {
  try {
    return await startEmbedded(options);
  } catch (error) {
    if (!(error instanceof EmbeddedError) || error.code !== 'DATA_IN_USE') throw error;
    const location = await getDataLocation(options.dataDir, options.log);
    const postmaster = await findPostmaster(location.cluster);
    // It has ended, and only the process with the lock starts it again.
    if (postmaster === null) throw new EmbeddedError('DATA_IN_USE', `${error.message} ${RESTARTING}`);
    const password = (await readFile(join(location.cluster, PASSWORD_FILE), 'utf8')).trim();
    // The server stops it.
    return { url: formatUrl({ ...location, password }, postmaster.port), stop: async () => undefined };
  }
};

const RESTARTING =
  'No Postgres runs there at the moment: if that server is starting it again, run the command again in a minute.';
