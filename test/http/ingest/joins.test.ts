import { describe, expect, test } from '@jest/globals';

import { eraseEvents } from '../../../src/domain/eraseEvents.ts';
import { maintainDatabase } from '../../../src/domain/maintainDatabase.ts';
import { lockHosts } from '../../../src/db/lockHosts.ts';
import { withTransaction } from '../../../src/db/withTransaction.ts';
import { useApi } from '../../support/api.ts';
import { awaitUntil } from '../../support/awaitUntil.ts';
import { useDatabase } from '../../support/database.ts';

const database = useDatabase();
const api = useApi(database);

const send = async (...records: readonly string[]) => {
  const response = await fetch(new URL('/ingest?timezone=UTC', api().url), {
    method: 'POST',
    body: records.join('\n'),
  });
  return response.json();
};

const line = (host: string, pid: number, text: string, second = 0): string =>
  `2026-09-01T08:00:${String(second).padStart(2, '0')}.${String(pid).padStart(6, '0')}Z ${host} sshd[${pid}]: ${text}`;
const accepted = (host: string, pid: number, user = 'ana'): string =>
  line(host, pid, `Accepted password for ${user} from 10.0.0.9 port ${pid} ssh2`);
const opened = (host: string, pid: number, user = 'ana'): string =>
  line(host, pid, `pam_unix(sshd:session): session opened for user ${user}(uid=1000) by (uid=0)`, 1);

const sessionsOf = async (host: string) => {
  const { data } = await api().query(
    `query ($host: String!) { sessions(filter: { hostname: { eq: $host } }, first: 100) { nodes { user srcIp startReason endReason } } }`,
    { host },
  );
  return data.sessions.nodes;
};

describe('records in different requests', () => {
  test('ten logins of sshd and PAM, one line per request, are ten sessions with their address', async () => {
    for (let pid = 101; pid <= 110; pid += 1) {
      expect(await send(accepted('TEN', pid))).toMatchObject({ accepted: 1 });
      expect(await send(opened('TEN', pid))).toMatchObject({ accepted: 0, duplicates: 0, skipped: 1 });
    }
    const session = { user: 'ana', srcIp: '10.0.0.9', startReason: 'LOGIN', endReason: null };
    expect(await sessionsOf('TEN')).toEqual(Array.from({ length: 10 }, () => session));
  });

  test('a session of PAM without Accepted is a login', async () => {
    expect(await send(opened('ALONE', 7))).toMatchObject({ accepted: 1, skipped: 0 });
  });

  test('auditd completes a login with the address of an earlier request, and reports it once', async () => {
    const audit = (type: string, serial: number, text: string): string =>
      `node=AUD type=${type} msg=audit(1788249600.10${serial}:${serial}): pid=9 uid=0 ${text} res=success'`;
    const sshd = `exe="/usr/sbin/sshd" hostname=10.0.0.9 addr=10.0.0.9 terminal=ssh`;
    await send(
      `node=AUD type=CRYPTO_SESSION msg=audit(1788249600.101:1): pid=9 uid=0 msg='op=start laddr=10.0.0.1 lport=22 exe="/usr/sbin/sshd" addr=10.0.0.9 res=success' rport=5022`,
    );
    const start = `auid=1000 ses=3 msg='op=PAM:session_open acct="ana" ${sshd}`;
    expect(await send(audit('USER_START', 2, start))).toMatchObject({ accepted: 1 });
    expect(await send(audit('USER_LOGIN', 3, `auid=1000 ses=3 msg='op=login id=1000 ${sshd}`))).toMatchObject(
      { skipped: 1 },
    );
    const { data } = await api().query(
      `{ sessionEvents(filter: { hostname: { eq: "AUD" } }) { nodes { ... on LoginEvent { user srcIp srcPort destIp destPort } } } }`,
    );
    expect(data.sessionEvents.nodes).toEqual([
      { user: 'ana', srcIp: '10.0.0.9', srcPort: 5022, destIp: '10.0.0.1', destPort: 22 },
    ]);
  });

  test('a login that another source has reported is not stored again, and neither is its logout', async () => {
    await send(accepted('TWO', 8));
    const audit = (type: string, ms: number, op: string): string =>
      `node=TWO type=${type} msg=audit(1788249601.${ms}:${ms}): pid=8 uid=0 auid=1000 ses=4 msg='op=${op} acct="ana" exe="/usr/sbin/sshd" hostname=10.0.0.9 addr=10.0.0.9 terminal=ssh res=success'`;
    expect(await send(audit('USER_START', 100, 'PAM:session_open'))).toMatchObject({
      skipped: 1,
      accepted: 0,
    });
    expect(await send(audit('USER_END', 200, 'PAM:session_close'))).toMatchObject({
      skipped: 1,
      accepted: 0,
    });
    expect(await sessionsOf('TWO')).toHaveLength(1);
  });

  test('a failed login that two sources report is stored once, where both report logins of the host', async () => {
    const failed = (pid: number): string =>
      line('TWICE', pid, `Failed password for eve from 10.0.0.9 port ${pid} ssh2`);
    const audit = (pid: number, ms: number): string =>
      `node=TWICE type=USER_LOGIN msg=audit(1788249600.${ms}:${ms}): pid=${pid} uid=0 msg='op=login acct="eve" exe="/usr/sbin/sshd" hostname=10.0.0.9 addr=10.0.0.9 terminal=ssh res=failed'`;
    const earlier = (record: string): string => record.replace('1788249600', '1788246000');
    await send(earlier(audit(40, 100)));
    expect(await send(failed(41))).toMatchObject({ accepted: 1 });
    expect(await send(audit(41, 200))).toMatchObject({ accepted: 0, skipped: 1 });
  });

  test('the end of a connection is a logout where PAM reports none, and the end of its login', async () => {
    const left = (host: string, pid: number): string =>
      line(host, pid + 1, `Disconnected from user ana 10.0.0.9 port ${pid}`, 9);
    await send(accepted('NOPAM', 20));
    expect(await send(left('NOPAM', 20))).toMatchObject({ accepted: 1 });
    expect(await send(left('NOPAM', 22))).toMatchObject({ skipped: 1 });
    const session = { user: 'ana', srcIp: '10.0.0.9', startReason: 'LOGIN' };
    expect(await sessionsOf('NOPAM')).toEqual([{ ...session, endReason: 'LOGOUT' }]);
    await send(accepted('PAM', 20));
    await send(opened('PAM', 20));
    expect(await send(left('PAM', 20))).toMatchObject({ skipped: 1 });
    expect(await sessionsOf('PAM')).toEqual([{ ...session, endReason: null }]);
  });

  test('a refused key is a failed login when the connection ends, and none if another key is accepted', async () => {
    const refused = (pid: number): string =>
      line('KEYS', pid, `Failed publickey for ana from 10.0.0.9 port ${pid} ssh2: RSA SHA256:a`);
    const left = (pid: number): string =>
      line('KEYS', pid, `Connection closed by authenticating user ana 10.0.0.9 port ${pid} [preauth]`, 2);
    for (const record of [refused(30), refused(30), refused(31)])
      expect(await send(record)).toMatchObject({ skipped: 1 });
    expect(await send(left(30))).toMatchObject({ accepted: 1 });
    await send(accepted('KEYS', 31));
    expect(await send(left(31))).toMatchObject({ skipped: 1 });
    const { data } = await api().query(
      `{ sessionEvents(filter: { hostname: { eq: "KEYS" }, loginSuccessful: { eq: false } }) { nodes { ... on LoginEvent { user srcIp srcPort } } } }`,
    );
    expect(data.sessionEvents.nodes).toEqual([{ user: 'ana', srcIp: '10.0.0.9', srcPort: 30 }]);
  });

  test.each([
    [
      'the process that listens, at the timeout',
      'sshd[1]',
      'Timeout before authentication for connection from 10.0.0.9 to 10.0.0.1, pid = 40',
    ],
    [
      'a broken connection',
      'sshd-session[40]',
      'fatal: ssh_dispatch_run_fatal: Connection from authenticating user ana 10.0.0.9 port 40: Broken pipe [preauth]',
    ],
  ])('a refused key is a failed login at the end that is reported by %s', async (by, program, text) => {
    const host = `END${by.length}`;
    await send(line(host, 40, 'Failed publickey for ana from 10.0.0.9 port 40 ssh2: RSA SHA256:a'));
    expect(await send(`2026-09-01T08:01:40Z ${host} ${program}: ${text}`)).toMatchObject({ accepted: 1 });
  });

  test('the end of a connection is not joined with a later process of the same pid when it is sent again', async () => {
    const records = [
      line('AGAIN', 50, 'Connection closed by authenticating user bob 10.0.0.8 port 49 [preauth]'),
      line('AGAIN', 50, 'Failed publickey for ana from 10.0.0.9 port 50 ssh2: RSA SHA256:a', 9),
    ];
    await send(...records);
    expect(await send(...records)).toMatchObject({ accepted: 0, skipped: 2 });
  });

  test('two records of auditd in one millisecond both complete the login', async () => {
    const audit = (type: string, serial: number, text: string): string =>
      `node=SAMEMS type=${type} msg=audit(1788249600.101:${serial}): pid=9 uid=0 ${text}`;
    const sshd = `exe="/usr/sbin/sshd" hostname=10.0.0.9 addr=10.0.0.9 terminal=ssh res=success'`;
    const records = [
      audit('CRYPTO_SESSION', 1, `msg='op=start laddr=10.0.0.1 lport=22 ${sshd} rport=5022`),
      audit('CRED_ACQ', 2, `auid=1000 ses=3 msg='op=PAM:setcred acct="ana" ${sshd}`),
      audit('USER_START', 3, `auid=1000 ses=3 msg='op=PAM:session_open acct="ana" ${sshd}`),
    ];
    for (const record of records) await send(record);
    const { data } = await api().query(
      `{ sessionEvents(filter: { hostname: { eq: "SAMEMS" } }) { nodes { ... on LoginEvent { srcIp srcPort destIp destPort } } } }`,
    );
    expect(data.sessionEvents.nodes).toEqual([
      { srcIp: '10.0.0.9', srcPort: 5022, destIp: '10.0.0.1', destPort: 22 },
    ]);
  });

  test('the end of a connection is not a logout if auditd has reported its login', async () => {
    await send(
      `node=AUDITED type=USER_LOGIN msg=audit(1788249600.000:1): pid=60 uid=0 auid=1000 ses=9 msg='op=login acct="ana" exe="/usr/sbin/sshd" hostname=10.0.0.9 addr=10.0.0.9 terminal=ssh res=success'`,
    );
    expect(await send(accepted('AUDITED', 60))).toMatchObject({ skipped: 1 });
    expect(await send(line('AUDITED', 61, 'Disconnected from user ana 10.0.0.9 port 60', 30))).toMatchObject({
      skipped: 1,
    });
  });

  test('logind is read if the URL asks for it, and the end has the user of the start', async () => {
    const logind = (text: string, second: number): string =>
      `2026-09-01T08:00:0${second}Z LOGIND systemd-logind[411]: ${text}`;
    const post = async (body: string, query: string) =>
      (await fetch(new URL(`/ingest${query}`, api().url), { method: 'POST', body })).json();
    expect(await post(logind('New session 5 of user ana.', 1), '')).toMatchObject({ skipped: 1 });
    expect(await post(logind('New session 5 of user ana.', 1), '?logind=true')).toMatchObject({
      accepted: 1,
    });
    expect(await post(logind('Removed session 5.', 2), '?logind=true')).toMatchObject({ accepted: 1 });
    expect(await post(logind('Removed session 6.', 3), '?logind=true')).toMatchObject({ skipped: 1 });
    expect(await post('{}', '?logind=yes')).toMatchObject({
      errors: [{ message: 'logind must be true or omitted.' }],
    });
    expect(await sessionsOf('LOGIND')).toEqual([
      { user: 'ana', srcIp: null, startReason: 'LOGIN', endReason: 'LOGOUT' },
    ]);
  });
});

test('a request with joins waits for another one of its host, and a request without joins does not', async () => {
  const lock = '{"lock":{"time":"2026-09-01T08:00:00Z","hostname":"WAIT","user":"ana"}}';
  let isDone = false;
  let waiting: Promise<unknown> = Promise.resolve();
  await withTransaction(database().writePool, async (client) => {
    await lockHosts(client, ['WAIT'], 'JOINS');
    waiting = send(accepted('WAIT', 5)).then(() => (isDone = true));
    await awaitUntil('the request waits for the lock', async () => {
      const { rows } = await database().writePool.query(
        `select from pg_locks where locktype = 'advisory' and not granted`,
      );
      return rows.length > 0;
    });
    expect(await send(lock)).toMatchObject({ accepted: 1 });
    expect(isDone).toBe(false);
  });
  await waiting;
  expect(isDone).toBe(true);
});

test('requests about many hosts at once, in any order, are all stored', async () => {
  const hosts = Array.from({ length: 40 }, (_, n) => `MANY${n}`);
  const answers = await Promise.all(
    Array.from({ length: 12 }, async (_, n) => {
      const turned = [...hosts.slice(n * 3), ...hosts.slice(0, n * 3)];
      return send(
        ...turned.map((host) => accepted(host, 1000 + n)),
        ...turned.map((host) => opened(host, 1000 + n)),
      );
    }),
  );
  for (const answer of answers) expect(answer).toMatchObject({ accepted: 40, skipped: 40 });
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
