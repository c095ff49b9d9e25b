import { execFile } from 'node:child_process';
import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { getBinaries } from '../../src/db/embedded/getBinaries.ts';
import { getDataLocation } from '../../src/db/embedded/getDataLocation.ts';
import { openCluster } from '../../src/db/embedded/openCluster.ts';

const run = promisify(execFile);

/** Creates an empty cluster in a data folder. An environment variable passes it to the test files, which copy it. */
export const makeClusterTemplate = async (dataDir: string): Promise<void> => {
  const log = (): void => undefined;
  const location = await getDataLocation(dataDir, log);
  const { cluster } = await openCluster(location, await getBinaries(location, log), { log });
  process.env['TEST_CLUSTER'] = cluster;
};

/**
 * Puts an empty cluster into a data folder, which is created if it does not exist. Copying takes a third of the CPU time of initdb. If the tests
 * use the Postgres at DATABASE_URL there is no template: then the first start on the folder creates the cluster.
 */
export const copyCluster = async (dataDir: string): Promise<void> => {
  const template = process.env['TEST_CLUSTER'];
  if (template === undefined) return;
  await mkdir(dataDir, { recursive: true });
  // Postgres runs as another user when the tests run as root.
  await chmod(dataDir, 0o755);
  await run('cp', ['-a', template, join(dataDir, 'postgres')]);
};
