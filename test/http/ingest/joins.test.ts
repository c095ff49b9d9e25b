import { describe, expect, test } from '@jest/globals';

import { lockHosts } from '../../../src/db/lockHosts.ts';
import { withTransaction } from '../../../src/db/withTransaction.ts';
import { useApi } from '../../support/api.ts';
import { awaitUntil } from '../../support/awaitUntil.ts';
import { useDatabase } from '../../support/database.ts';
import { accepted, line, opened } from '../../support/ingest/sshdLines.ts';
import { useFailedOf } from '../../support/ingest/useFailedOf.ts';
import { useSend } from '../../support/ingest/useSend.ts';

const database = useDatabase();
const api = useApi(database);

const send = useSend(api);

const sessionsOf = async (host: string) => {
  const { data } = await api().query(
    `query ($host: String!) { sessions(filter: { hostname: { eq: $host } }, first: 100) { nodes { user srcIp startReason endReason } } }`,
    { host },
  );
  return data.sessions.nodes;
};

const failedOf = useFailedOf(api);

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

  test.each([
    ['before a login', [], [{ user: 'ana', srcIp: '10.0.0.9', srcPort: 70 }]],
    ['after a login', [accepted('LEFT', 70)], []],
  ])('the end of a connection without a user, %s', async (_, more, expected) => {
    const host = `LEFT${more.length}`;
    const records = [
      line(host, 70, 'Failed publickey for ana from 10.0.0.9 port 70 ssh2: RSA SHA256:a'),
      ...more.map((record) => record.replace('LEFT', host)),
    ];
    for (const record of records) await send(record);
    const end = line(host, 70, 'Connection closed by 10.0.0.9 port 70', 2);
    // After a login it is a logout.
    expect(await send(end)).toMatchObject({ accepted: 1, skipped: 0 });
    expect(await send(end)).toMatchObject({ accepted: 0 });
    expect(await failedOf(host)).toEqual(expected);
  });

  test('the end of a connection without a user is one skipped record if nothing is known of the connection', async () => {
    expect(await send(line('LEFT2', 71, 'Connection closed by 10.0.0.9 port 71'))).toMatchObject({
      skipped: 1,
    });
  });

  test('another client whose process has the same pid is not joined', async () => {
    const at = (port: number, second: number): string =>
      line('REUSED', 80, `Invalid user eve from 10.0.0.9 port ${port}`, second);
    expect(await send(at(5, 1))).toMatchObject({ accepted: 1 });
    expect(await send(at(6, 2))).toMatchObject({ accepted: 1 });
    expect(
      await send(line('REUSED', 80, 'Failed password for invalid user eve from 10.0.0.9 port 5 ssh2', 3)),
    ).toMatchObject({ skipped: 1 });
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
