import { expect, test } from '@jest/globals';
import fc from 'fast-check';

import { writeAliases } from '../../src/db/accountDomain.ts';
import { withTransaction } from '../../src/db/withTransaction.ts';
import { eraseEvents } from '../../src/domain/eraseEvents.ts';
import { NO_ALIASES, parseDomainAliases } from '../../src/model/domainAliases.ts';
import type { DomainAliases } from '../../src/model/domainAliases.ts';
import { useApi } from '../support/api.ts';
import { useDatabase } from '../support/database.ts';
import { recordEvents } from '../support/recordEvents.ts';
import { samples } from '../support/samples.ts';
import { clear } from '../support/sessionItems.ts';

const database = useDatabase();
const api = useApi(database);

type Login = {
  readonly hostname: string;
  readonly user: string | null;
  readonly uid: string | null;
  readonly loginSuccessful: boolean;
};

const record = async (logins: readonly Login[]): Promise<void> => {
  await recordEvents(
    database(),
    logins.map((input, index) => ({
      action: 'LOGIN',
      input: { ...input, time: '2026-11-16T09:00:00Z', sourceId: `w/${index}` },
    })),
  );
};

const useAliases = async (aliases: DomainAliases): Promise<void> =>
  withTransaction(database().writePool, async (client) => writeAliases(client, aliases));

const sharedSids = async (): Promise<unknown> =>
  (await api().query('{ overview { sharedSids { sid domains aliases } } }')).data.overview.sharedSids;

const login = (user: string | null, uid: string | null, hostname = 'HOST1'): Login => ({
  hostname,
  user,
  uid,
  loginSuccessful: true,
});

test('overview lists domains that share a SID, and not those that are aliases already', async () => {
  await record([
    login('CORP\\ana', 'S-1-5-21-1-2-3-1104'),
    login('ben@company.com', 'S-1-5-21-1-2-3-1105'),
    login('OLD\\carol', 'S-1-5-21-1-2-3-1106'),
    login('LAB\\ana', 'S-1-5-21-1-2-4-1104'),
    // Neither a name without a domain, nor that of a host, nor a part of a longer SID.
    login('dora', 'S-1-5-21-1-2-4-1107'),
    login('HOST1\\admin', 'S-1-5-21-1-2-4-500'),
    login('MicrosoftAccount\\eve@outlook.com', 'S-1-5-21-1-2-4-1001'),
    login('DEV\\ana', 'S-1-5-21-1-2-4-5-1104'),
    { ...login('KALI\\ana', 'S-1-5-21-1-2-4-1104'), loginSuccessful: false },
  ]);
  const sid = 'S-1-5-21-1-2-3';
  expect(await sharedSids()).toEqual([
    { sid, domains: ['COMPANY', 'CORP', 'OLD'], aliases: 'COMPANY=CORP,OLD' },
  ]);
  await useAliases(parseDomainAliases('CORP=company.com'));
  expect(await sharedSids()).toEqual([{ sid, domains: ['CORP', 'OLD'], aliases: 'CORP=OLD' }]);
  await useAliases(parseDomainAliases('CORP=company.com,old.example'));
  expect(await sharedSids()).toEqual([]);
  await useAliases(NO_ALIASES);
});

const someLogins = fc.array(
  fc.record({
    hostname: fc.constantFrom('A', 'B'),
    user: fc.constantFrom('CORP\\ana', 'CORP\\ben', 'COMPANY\\ana', 'A\\ana', 'ana', null),
    uid: fc.constantFrom('S-1-5-21-1-2-3-1104', 'S-1-5-21-1-2-3-4-1104', 'S-1-5-21-1-2-4-1104', '1000', null),
    loginSuccessful: fc.boolean(),
  }),
  { maxLength: 12 },
);

const DOMAINS = `select distinct coalesce(user_domain, '') as user_domain, case when uid ~ '^S-1-5-21-[0-9]+-[0-9]+-[0-9]+-[0-9]+$'
    then array_to_string((string_to_array(uid, '-'))[1:7], '-') else '' end as sid
  from session_event where login_successful and user_name is not null order by 1, 2`;

test('login_domain has the domains of the stored logins, in any order of ingest and after an erasure', async () => {
  await fc.assert(
    fc.asyncProperty(someLogins, fc.nat(12), fc.constantFrom('A', null), async (logins, split, hostname) => {
      await clear(database());
      await record(logins.slice(0, split));
      await record(logins);
      const rowsOf = async (statement: string): Promise<unknown> =>
        (await database().writePool.query(statement)).rows;
      const stored = async (): Promise<unknown> => rowsOf('select * from login_domain order by 1, 2');
      expect(await stored()).toEqual(await rowsOf(DOMAINS));
      const account = hostname === null ? { userDomain: 'CORP', userName: 'ana' } : null;
      await eraseEvents(database(), { hostname, account, from: null, until: null, source: null });
      expect(await stored()).toEqual(await rowsOf(DOMAINS));
    }),
    samples(30),
  );
});
