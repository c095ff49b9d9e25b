import { randomUUID } from 'node:crypto';

import { openDatabase } from '../../src/db/client.ts';
import type { Database } from '../../src/db/client.ts';

import { cloneTemplate } from './cloneTemplate.ts';
import { urlOf } from './database.ts';
import { maintain } from './maintain.ts';
import { PATIENT } from './timeLimits.ts';

/**
 * Runs work on a new database, cloned from the migrated template, with the connections of several servers: each has its own pools and its
 * own cache of partitions.
 */
export const withServers = async (
  count: number,
  work: (servers: readonly Database[]) => Promise<void>,
): Promise<void> => {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await cloneTemplate(name);
  const options = { url: urlOf(name), readConnections: 2, writeConnections: 3, ...PATIENT };
  const servers = Array.from({ length: count }, () => openDatabase(options));
  try {
    await work(servers);
  } finally {
    await Promise.all(servers.map(async ({ close }) => close()));
    await maintain(`drop database if exists ${name} with (force)`);
  }
};
