import { describe, expect, test } from '@jest/globals';

import { selectNotes } from '../../../src/db/joinNotes.ts';
import { withTransaction } from '../../../src/db/withTransaction.ts';
import { eraseEvents } from '../../../src/domain/eraseEvents.ts';
import { maintainDatabase } from '../../../src/domain/maintainDatabase.ts';
import { useApi } from '../../support/api.ts';
import { useDatabase } from '../../support/database.ts';
import { accepted, line } from '../../support/ingest/sshdLines.ts';
import { useSend } from '../../support/ingest/useSend.ts';

const database = useDatabase();
const api = useApi(database);

const send = useSend(api);

describe('records that are sent again', () => {
  test('hours later do not count a failed login a second time', async () => {
    const records = [
      line('HOURS', 90, 'Invalid user eve from 10.0.0.9 port 90'),
      line('HOURS', 90, 'Failed password for invalid user eve from 10.0.0.9 port 90 ssh2', 1),
      line(
        'HOURS',
        90,
        'error: maximum authentication attempts exceeded for invalid user eve from 10.0.0.9 port 90 ssh2 [preauth]',
        2,
      ),
    ];
    for (const record of records) await send(record);
    await database().writePool.query(
      `update join_note set expires_at = expires_at - interval '12 hours' where hostname = 'HOURS'`,
    );
    await maintainDatabase(database(), { events: null, audit: null });
    for (const record of records) expect(await send(record)).toMatchObject({ accepted: 0 });
  });

  test('the end of a connection and the next login from its port at the same time: no logout is invented', async () => {
    const end = line('PORT', 91, 'Disconnected from user ana 10.0.0.9 port 91');
    expect(await send(end)).toMatchObject({ skipped: 1 });
    expect(await send(accepted('PORT', 91))).toMatchObject({ accepted: 1 });
    expect(await send(end)).toMatchObject({ skipped: 1 });
    expect(await send(line('PORT', 91, 'Disconnected from user ana 10.0.0.9 port 91', 5))).toMatchObject({
      accepted: 1,
    });
    expect(await send(accepted('PORT', 91))).toMatchObject({ duplicates: 1 });
    expect(await send(line('PORT', 91, 'Disconnected from user ana 10.0.0.9 port 91', 6))).toMatchObject({
      skipped: 1,
    });
  });

  test('a login and its end at the same time, on a terminal line: the end stays the end', async () => {
    const record = (type: number, pid: number, second = 0): string =>
      JSON.stringify({
        ut_type: type,
        ut_pid: pid,
        ut_line: 'tty1',
        ut_user: type === 7 ? 'ana' : '',
        ut_host: '',
        ut_addr: '0.0.0.0',
        ut_tv: Date.UTC(2026, 8, 1, 8, 0, second) * 1000,
      });
    const post = async (body: string) =>
      (await fetch(new URL('/ingest?host=TTY', api().url), { method: 'POST', body })).json();
    expect(await post(record(8, 9))).toMatchObject({ skipped: 1 });
    expect(await post(record(7, 10))).toMatchObject({ accepted: 1 });
    expect(await post(record(8, 9))).toMatchObject({ skipped: 1 });
    expect(await post(record(8, 10))).toMatchObject({ accepted: 1 });
    expect(await post(record(7, 10))).toMatchObject({ duplicates: 1 });
    expect(await post(record(8, 10, 1))).toMatchObject({ skipped: 1 });
  });
});

describe('the notes', () => {
  const notesAbout = async (text: string): Promise<number> => {
    const { rows } = await database().writePool.query(
      `select from join_note where position($1 in hostname || ' ' || key || ' ' || fields::text) > 0`,
      [text],
    );
    return rows.length;
  };

  test('expire, and maintenance deletes them', async () => {
    await send(accepted('OLD', 6));
    expect(await notesAbout('OLD')).toBeGreaterThan(0);
    await database().writePool.query(
      `update join_note set expires_at = now() - interval '1 second' where hostname = 'OLD'`,
    );
    await maintainDatabase(database(), { events: null, audit: null });
    expect(await notesAbout('OLD')).toBe(0);
  });

  test('about an account or a host are erased with it, and the others are kept', async () => {
    await send(
      accepted('ERASED1', 6, 'carol'),
      accepted('ERASED1', 7, 'dave'),
      accepted('ERASED2', 8, 'dave'),
    );
    const all = { hostname: null, account: null, from: null, until: null, source: null };
    await eraseEvents(database(), { ...all, account: { userDomain: null, userName: 'carol' } });
    expect(await notesAbout('carol')).toBe(0);
    expect(await notesAbout('dave')).toBeGreaterThan(0);
    await eraseEvents(database(), { ...all, hostname: 'ERASED1' });
    expect(await notesAbout('ERASED1')).toBe(0);
    expect(await notesAbout('ERASED2')).toBeGreaterThan(0);
  });

  test('of another time than an erasure covers are kept', async () => {
    await send(accepted('BOUNDED', 9, 'erin'));
    const all = { hostname: null, account: null, from: null, until: null, source: null };
    await eraseEvents(database(), { ...all, until: '2026-09-01T00:00:00Z' });
    await eraseEvents(database(), { ...all, from: '2026-09-02T00:00:00Z' });
    expect(await notesAbout('BOUNDED')).toBeGreaterThan(0);
    await eraseEvents(database(), { ...all, from: '2026-09-01T00:00:00Z', until: '2026-09-02T00:00:00Z' });
    expect(await notesAbout('BOUNDED')).toBe(0);
  });

  test('of other sources than an erasure covers are kept', async () => {
    const unlock = JSON.stringify({
      EventID: 4801,
      Channel: 'Security',
      Hostname: 'SOURCES',
      EventTime: '2026-09-01T08:00:00Z',
      RecordNumber: 1,
      TargetUserName: 'ana',
      TargetLogonId: '0x1234',
    });
    await send(accepted('SOURCES', 9), unlock);
    expect(await notesAbout('SOURCES windows')).toBeGreaterThan(0);
    const all = { hostname: 'SOURCES', account: null, from: null, until: null };
    await eraseEvents(database(), { ...all, source: 'windows/sec' });
    expect(await notesAbout('SOURCES windows')).toBe(0);
    expect(await notesAbout('SOURCES accepted')).toBeGreaterThan(0);
    await eraseEvents(database(), { ...all, source: 'te' });
    expect(await notesAbout('SOURCES')).toBe(0);
  });

  test('with one key are read and kept up to a limit', async () => {
    await database().writePool.query(
      `insert into join_note (hostname, key, time_ms, source, fields, expires_at)
        select 'MANY', 'attempt 5', 1000 + n, 'text', '{}', now() + interval '1 day' from generate_series(1, 1500) n`,
    );
    const range = { hostname: 'MANY', key: 'attempt 5', fromMs: 0, untilMs: 2400 };
    const read = async () =>
      withTransaction(database().writePool, async (client) => selectNotes(client, [range]));
    expect((await read()).length).toBeGreaterThanOrEqual(1000);
    const notes = await read();
    expect(notes.map(({ timeMs }) => timeMs).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 1000 }, (_, n) => 1401 + n),
    );
    // Those after the range stay.
    expect(await notesAbout('MANY')).toBe(1100);
  });

  test('of an account are erased in each notation of its name', async () => {
    await send(accepted('NOTATION', 9, 'ZO\u0308E'));
    expect(await notesAbout('NOTATION')).toBeGreaterThan(0);
    const all = { hostname: null, from: null, until: null, source: null };
    await eraseEvents(database(), { ...all, account: { userDomain: null, userName: 'z\u00F6e' } });
    expect(await notesAbout('ZO')).toBe(0);
  });

  test.each([
    ['a long name', 'x'.repeat(500)],
    ['a character that Postgres refuses', 'a\u0000b'],
    ['quotes and backslashes', String.raw`o"ne\il`],
  ])('take %s', async (_, user) => {
    const failed = line('ODD', 12, `Failed password for ${user} from 10.0.0.9 port 12 ssh2`);
    const answer = await send(failed);
    expect(answer.errors ?? []).not.toContainEqual(
      expect.objectContaining({ code: 'INTERNAL_SERVER_ERROR' }),
    );
    expect(answer.accepted + answer.rejected + answer.duplicates + answer.skipped).toBe(1);
  });
});
