import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';

import { beforeAll, describe, expect } from '@jest/globals';

import type { Database } from '../../../src/db/client.ts';
import { runImport } from '../../../src/importer/runImport.ts';
import { useApi } from '../api.ts';
import type { Api } from '../api.ts';
import { useDatabase } from '../database.ts';

import type { HuntEvent } from './huntEvents.ts';

// Real logs from third parties, which are not part of this project. The tests are skipped if the folder does not exist.
const FOLDER = join(process.cwd(), '../shared/realdata');

export const describeReal = existsSync(FOLDER) ? describe : describe.skip;

/** A stored log, oldest first, and the API that serves it. */
export type RealLog = { readonly api: Api; readonly events: readonly HuntEvent[] };

/** Creates a database and imports some of the real logs into it. */
export const useRealLog = (...files: readonly string[]): (() => RealLog) => {
  const database = useDatabase();
  const api = useApi(database);
  let events: readonly HuntEvent[] = [];
  beforeAll(async () => {
    const silent = {
      output: new PassThrough(),
      errors: new PassThrough(),
      interrupt: new AbortController().signal,
    };
    const paths = files.map((file) => join(FOLDER, file));
    expect(await runImport(['--url', api().url, '--timezone', 'UTC', ...paths], silent)).toBe(0);
    events = await selectEvents(database());
    expect(events.length).toBeGreaterThan(0);
  });
  return () => ({ api: api(), events });
};

const selectEvents = async ({ writePool }: Database): Promise<readonly HuntEvent[]> => {
  const { rows } = await writePool.query<HuntEvent>(
    `select id as uuid, to_char(time, 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as time, hostname, action, "user", uid, login_id as "loginId",
       login_type as "loginType", login_successful as "loginSuccessful", linked_login_id as "linkedLoginId", host(src_ip) as "srcIp",
       host(dest_ip) as "destIp", src_hostname as "srcHostname" from session_event e order by e.time, e.id`,
  );
  return rows;
};

/** Five days of a lab, and a sequence of one user's remote desktop events. */
export const LAB = [
  'windows-json/session_events.nxlog_flat.jsonl',
  'windows-json/five_actions_story.nxlog_flat.jsonl',
];
