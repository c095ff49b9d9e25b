import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { useDatabase } from '../../support/database.ts';
import { readRealRecords } from '../../support/ingest/realRecords.ts';
import { useCuts } from '../../support/ingest/useCuts.ts';
import { makeRandom } from '../../support/makeRandom.ts';
import { clear } from '../../support/sessionItems.ts';

// Real logs of third parties, which are not part of this project; the tests are skipped when the folder does not exist.
const FOLDER = join(process.cwd(), '../shared/realdata');
const describeReal = existsSync(FOLDER) ? describe : describe.skip;

const database = useDatabase();
const { send, readStored } = useCuts(database);

/** Of a larger file only the first records are sent, because some ways send each alone. */
const MAX_RECORDS = 400;

describeReal.each([
  'linux/audit-rhel7.log',
  'linux/opnsense-sshd.log',
  'linux/sshd-success-logs.log',
  'linux/syslog_ssh.log',
  'linux/utmp_x86_64',
  'linux/wtmp.1',
  'macos',
  'windows-evtx/ID4625_OpenSSH_nonexisting.evtx',
  'windows-evtx/ID4625_OpenSSH_valid.evtx',
  'windows-evtx/ID4625_rdp_account_restriction.evtx',
  'windows-evtx/ID4778_4779_RDP_hijack_direct.evtx',
  'windows-evtx/ID4778_RDP_hijack_cmd.evtx',
  'windows-evtx/Security_short_selected.evtx',
  'windows-evtx/security.evtx',
  'windows-json/five_actions_story.nxlog_flat.jsonl',
  'windows-json/session_events.azure_securityevent.jsonl',
  'windows-json/session_events.flat_iso.jsonl',
  'windows-json/session_events.nxlog_flat.jsonl',
  'windows-json/session_events.winlogbeat6.jsonl',
  'windows-json/windows-bf.xml.log',
])('the records of %s', (name) => {
  test('lead to equal events and sessions in one request, in one each, and in any with resends to two servers', async () => {
    const records = (await readRealRecords(FOLDER, name)).slice(0, MAX_RECORDS);
    await clear(database());
    await send(records);
    const whole = await readStored();
    expect(whole.events.length).toBeGreaterThan(0);

    await clear(database());
    for (const record of records) await send([record]);
    expect(await readStored()).toEqual(whole);

    for (const seed of [1, 2]) {
      const random = makeRandom(seed);
      await clear(database());
      for (let start = 0; start < records.length;) {
        const end = start + 1 + Math.floor(random() * 12);
        const server = Math.floor(random() * 2);
        await send(records.slice(start, end), server);
        // The answer was lost: the same records come again, to the other server and with earlier ones.
        if (random() < 0.3) await send(records.slice(Math.max(0, start - 5), end), 1 - server);
        start = end;
      }
      expect(await readStored()).toEqual(whole);
    }
  });
});
