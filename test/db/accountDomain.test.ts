import { expect, test } from '@jest/globals';

import { writeAliases } from '../../src/db/accountDomain.ts';
import { withTransaction } from '../../src/db/withTransaction.ts';
import { parseDomainAliases } from '../../src/model/domainAliases.ts';
import { useDatabase } from '../support/database.ts';

const database = useDatabase();

/** The plan of a lookup of an account, with the rights of a reader. */
const planOf = async (): Promise<string> => {
  const client = await database().readPool.acquire({ signal: undefined, waitMs: 600_000 });
  try {
    await client.query('set enable_seqscan = off; set enable_bitmapscan = off');
    const { rows } = await client.query<{ 'QUERY PLAN': string }>(
      `explain (costs off) select from account where user_name = 'ana' and account_domain(user_domain) = account_domain('COMPANY')`,
    );
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  } finally {
    client.release();
  }
};

test('Postgres inlines account_domain, so that without aliases the index serves the domain too', async () => {
  expect(await planOf()).toContain(
    `Index Cond: ((user_name = 'ana'::text) AND (user_domain = 'COMPANY'::text))`,
  );
  await withTransaction(database().writePool, async (client) =>
    writeAliases(client, parseDomainAliases('CORP=company.com')),
  );
  const plan = await planOf();
  expect(plan).toContain(`Index Cond: (user_name = 'ana'::text)`);
  expect(plan).toContain(`CASE user_domain WHEN 'COMPANY'::text THEN 'CORP'::text`);
  expect(plan).not.toContain('account_domain');
});
