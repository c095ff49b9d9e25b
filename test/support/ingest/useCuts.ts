import { expect } from '@jest/globals';

import type { Database } from '../../../src/db/client.ts';

import { useApi } from '../api.ts';
import { storedSessions } from '../sessionItems.ts';

type Stored = { readonly events: readonly object[]; readonly sessions: readonly object[] };

type Cuts = {
  /** Sends records in one request to one of two servers with one database, as two processes have it. */
  readonly send: (records: readonly string[], server?: number, query?: string) => Promise<void>;
  /** What is stored, except the numbers of equal lines, which count once in different requests. */
  readonly readStored: () => Promise<Stored>;
};

/** Starts two servers, whose results for records in different requests are compared. */
export const useCuts = (database: () => Database): Cuts => {
  const servers = [useApi(database), useApi(database)];
  return {
    send: async (records, server = 0, query = '') => {
      const url = new URL(`/ingest?timezone=UTC&host=WEB1${query}`, servers[server]?.().url);
      const response = await fetch(url, { method: 'POST', body: records.join('\n') });
      expect(response.status).toBe(200);
    },
    readStored: async () => {
      const { rows } = await database().writePool.query<object>(
        `select distinct hostname, time::text, action, login_id, "user", uid, login_type, login_successful, src_ip, src_port, dest_ip, dest_port,
       regexp_replace(source_id, '/\\d+$', '') as source from session_event
     union all
     select hostname, time::text, kind, login_id, "user", null, null, null, src_ip, null, null, null, source_id from context_event
     order by 2, 13, 3, 1, 4, 5, 9, 10`,
      );
      return { events: rows, sessions: await storedSessions(database()) };
    },
  };
};
