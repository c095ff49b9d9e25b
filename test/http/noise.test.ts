import { beforeAll, expect, test } from '@jest/globals';

import { parseEventInput } from '../../src/model/eventInput.ts';
import { INGEST, useApi } from '../support/api.ts';
import { ask } from '../support/companyLog.ts';
import { RULES, useDatabase } from '../support/database.ts';
import { aLogin, anUnlock } from '../support/events.ts';
import type { Input } from '../support/events.ts';
import { store } from '../support/sessionItems.ts';

const database = useDatabase();
const api = useApi(database);

const failed = (fields: Input) => aLogin({ loginId: null, loginSuccessful: false, ...fields });

/** Hidden accounts, which no person uses. */
const NOISE = [
  aLogin({ user: 'CORP\\WS2$' }),
  failed({ user: 'CORP\\WS2$' }),
  aLogin({ user: 'WS2$' }),
  aLogin({ user: 'NT AUTHORITY\\SYSTEM', uid: 'S-1-5-18' }),
  aLogin({ user: null, uid: 'S-1-5-19' }),
  aLogin({ user: 'anyone', uid: 'S-1-5-20' }),
  aLogin({ user: 'NT AUTHORITY\\ANONYMOUS LOGON', uid: 'S-1-5-7' }),
  ...['80-1', '82-1', '83-1', '90-0-1', '96-0-1', '111-1'].map((sid) => aLogin({ uid: `S-1-5-${sid}` })),
  aLogin({ user: 'NT AUTHORITY\\LOCAL SERVICE' }),
  aLogin({ user: 'Window Manager\\DWM-1' }),
  anUnlock({ user: 'SYSTEM' }),
];

/** Accounts that must never be hidden, because an attacker could use them. */
const PEOPLE = [
  aLogin(),
  aLogin({ user: null }),
  // A local account with the name of a machine.
  aLogin({ user: 'HOST1\\backup$' }),
  aLogin({ user: 'CORP\\system' }),
  aLogin({ uid: 'S-1-5-21-1-2-3-500' }),
  aLogin({ uid: 'S-1-5-8' }),
  aLogin({ user: 'SYSTEM', uid: 'S-1-5-21-1-2-3-1004' }),
  // A failure has no uid that could confirm the name.
  failed({ user: 'NT AUTHORITY\\SYSTEM' }),
  failed({ user: 'system' }),
  failed({ user: 'NT AUTHORITY\\ANONYMOUS LOGON' }),
];

const numbered = (prefix: string, events: readonly object[]) =>
  events.map((event, index) =>
    Object.fromEntries(
      Object.entries(event).map(([action, fields]) => [
        action,
        { ...fields, sourceId: `${prefix}/${String(index).padStart(2, '0')}x` },
      ]),
    ),
  );

beforeAll(async () => {
  const events = [...numbered('noise', NOISE), ...numbered('people', PEOPLE)];
  const { ingestSessionEvents } = await ask(api(), INGEST, { events });
  expect(ingestSessionEvents.accepted).toBe(events.length);
});

test('excludeNoise hides only machines, SYSTEM and services', async () => {
  const { sessionEvents } = await ask(
    api(),
    '{ sessionEvents(filter: { excludeNoise: true }, first: 1000) { nodes { sourceId } } }',
  );
  const shown = sessionEvents.nodes.map(({ sourceId }: { sourceId: string }) => sourceId).toSorted();
  expect(shown).toEqual(PEOPLE.map((_, index) => `people/${String(index).padStart(2, '0')}x`));
});

test('a local account is shown on a host that is stored with its full name', async () => {
  const users = ['WEB01\\evil$', 'PROD\\evil$'];
  const logins = users.map((user) =>
    parseEventInput(
      'LOGIN',
      { time: '2026-01-02T00:00:00Z', hostname: 'web01.prod.example', user, loginSuccessful: true },
      { ...RULES, hostnames: 'FULL' },
    ),
  );
  await store(
    database(),
    logins.flatMap((parsed) => (parsed.kind === 'EVENT' ? [{ event: parsed.event }] : [])),
  );
  const { sessionEvents } = await ask(
    api(),
    '{ sessionEvents(filter: { excludeNoise: true, user: { eq: "evil$" } }) { nodes { user } } }',
  );
  expect(sessionEvents.nodes).toEqual([{ user: 'WEB01\\evil$' }]);
});
