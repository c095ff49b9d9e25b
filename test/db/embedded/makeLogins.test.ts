import { expect, test } from '@jest/globals';

import { createDatabase } from '../../../src/db/createDatabase.ts';
import { makeLogins } from '../../../src/db/embedded/makeLogins.ts';
import { startEmbedded } from '../../../src/db/embedded/startEmbedded.ts';
import { migrate } from '../../../src/db/migrate.ts';
import { query, withCluster } from './withDataDir.ts';

const REFUSED = { code: '42501' };

test('each start resets the passwords and settings of the logins, and limits them to the databases of Sessionscope', async () => {
  await withCluster(async (dataDir) => {
    const postgres = await startEmbedded({ dataDir, log: () => undefined });
    const ownerUrl = await createDatabase(postgres.url, 'sessionscope');
    expect(await migrate(ownerUrl)).toBe('GRANTED');
    const logins = await makeLogins(ownerUrl);
    for (const url of [logins.reader, logins.writer]) {
      // No privilege of Postgres prevents this.
      await query(url, `alter role current_user set work_mem = '1GB'`);
      await query(url, `alter role current_user password 'of an attacker'`);
      await expect(query(url, 'select')).rejects.toMatchObject({ code: '28P01' });
    }
    expect(await Promise.all([makeLogins(ownerUrl), makeLogins(ownerUrl)])).toEqual([logins, logins]);
    for (const url of [logins.reader, logins.writer]) {
      expect(await query(url, `select current_setting('work_mem') as "workMem"`)).toEqual([
        { workMem: '4MB' },
      ]);
      await expect(query(url, 'create temporary table x ()')).rejects.toMatchObject(REFUSED);
      await expect(query(url, 'select lo_create(0)')).rejects.toMatchObject(REFUSED);
      for (const name of ['postgres', 'template1']) {
        const elsewhere = new URL(url);
        elsewhere.pathname = `/${name}`;
        await expect(query(elsewhere.href, 'select')).rejects.toMatchObject(REFUSED);
      }
    }
    await postgres.stop();
  });
});
