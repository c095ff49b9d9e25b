/** Facts around the time before which retention drops events, for tests of what a late fact does after retention. */
import type { Database } from '../../src/db/client.ts';
import { maintainDatabase } from '../../src/domain/maintainDatabase.ts';
import type { StoredSession } from '../../src/model/session/session.ts';

import type { FactDraft } from './sessions/facts.ts';
import { clearFacts, identify, readSessions, storeFacts } from './sessions/storeFacts.ts';
import type { OracleEvent, OracleFact } from './sessions/types.ts';

const YEAR = new Date().getUTCFullYear() - 1;
/** Retention drops whole partitions. The clock decides which months have partitions of their own. */
export const KEPT_FROM = `${YEAR}-07-01T00:00:00.000000Z`;

/** `06-30 08:00` is dropped, `07-10 08:00` is kept. */
export const at = (text: string): string => `${YEAR}-${text.replace(' ', 'T')}:00.000000Z`;

export const withUuid = (draft: FactDraft): OracleFact => ({ ...draft, uuid: identify(draft) });

const event =
  (action: OracleEvent['action']) =>
  (time: string, fields: Partial<OracleEvent> = {}): OracleFact =>
    withUuid({
      kind: 'EVENT',
      action,
      hostname: 'HOST1',
      time: at(time),
      loginId: '0x1',
      ...(action === 'LOGIN' ? { loginSuccessful: true } : {}),
      user: null,
      userDomain: null,
      userName: null,
      uid: null,
      sourceId: null,
      ...fields,
    });

export const [login, logout, lock, unlock, reconnect] = [
  event('LOGIN'),
  event('LOGOUT'),
  event('LOCK'),
  event('UNLOCK'),
  event('RECONNECT'),
];
export const stop = (time: string): OracleFact =>
  withUuid({ kind: 'HOST_STOP', hostname: 'HOST1', time: at(time), sourceId: null });
export const disconnect = (time: string): OracleFact =>
  withUuid({
    kind: 'DISCONNECT',
    hostname: 'HOST1',
    time: at(time),
    loginId: '0x1',
    user: null,
    userDomain: null,
    userName: null,
    srcIp: null,
    sourceId: null,
  });

/** Stores facts, drops those before KEPT_FROM, and then stores late ones, each batch in a transaction. */
export const storeLate = async (
  database: Database,
  facts: readonly OracleFact[],
  late: readonly (readonly OracleFact[])[],
): Promise<readonly StoredSession[]> => {
  await clearFacts(database);
  await storeFacts(database, facts);
  await maintainDatabase(database, { events: KEPT_FROM, audit: null });
  for (const batch of late) await storeFacts(database, batch);
  return readSessions(database);
};
