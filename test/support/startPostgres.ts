import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createDatabase } from '../../src/db/createDatabase.ts';
import { startEmbedded } from '../../src/db/embedded/startEmbedded.ts';
import { migrate } from '../../src/db/migrate.ts';

import { closeTemplate, dropJoinedTemplate, makeJoinedTemplate } from './citus/clusterDatabases.ts';
import { citusNodes, findCitusNodes, inDatabase } from './citus/nodes.ts';
import { MAKE_READER } from './citus/readerLogin.ts';
import { copyCluster, makeClusterTemplate } from './clusterTemplate.ts';
import { maintain } from './maintain.ts';

type Stop = () => Promise<void>;

/**
 * Starts the embedded Postgres, or uses the one at DATABASE_URL, and makes a migrated template that each test file clones. Environment
 * variables pass the URL and the template to the test files.
 */
export const startPostgres = async (): Promise<Stop> => {
  const template = `sessionscope_template_${process.pid}`;
  const dropTemplate = async (): Promise<void> => {
    await maintain(`drop database ${template}`);
    if (citusNodes().length > 0) await dropJoinedTemplate();
  };
  const given = process.env['DATABASE_URL'];
  const { url, stop } = given === undefined ? await startOwn() : { url: given, stop: dropTemplate };
  process.env['TEST_POSTGRES_URL'] = url;
  process.env['TEST_TEMPLATE'] = template;
  await findCitusNodes(url);
  if (citusNodes().length > 0) await makeCitusTemplate(url, template);
  else await migrate(await createDatabase(url, template));
  return stop;
};

const makeCitusTemplate = async (url: string, template: string): Promise<void> => {
  await makeJoinedTemplate();
  await maintain(`create database ${template} template template0 encoding 'UTF8'`);
  await migrate(inDatabase(url, template));
  await maintain(MAKE_READER);
  await closeTemplate(template);
};

const startOwn = async (): Promise<{ readonly url: string; readonly stop: Stop }> => {
  const folder = await mkdtemp(join(tmpdir(), 'sessionscope-test-'));
  // Postgres runs as another user when the tests run as root.
  await chmod(folder, 0o755);
  await makeClusterTemplate(join(folder, 'template'));
  const dataDir = join(folder, 'data');
  await copyCluster(dataDir);
  return startEmbedded({ dataDir, log: () => undefined });
};
