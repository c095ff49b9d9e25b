import { expect, test } from '@jest/globals';

import { useApi } from '../../support/api.ts';
import { useDatabase } from '../../support/database.ts';
import { useFailedOf } from '../../support/ingest/useFailedOf.ts';
import { useSend } from '../../support/ingest/useSend.ts';

const database = useDatabase();
const api = useApi(database);

const send = useSend(api);

const failedOf = useFailedOf(api);

test('lines without a pid are joined by the address of the client', async () => {
  const at = (second: number): string => `2026-09-01T08:00:0${second}Z NOPID sshd:`;
  const records = ['10.0.0.7', '10.0.0.8'].flatMap((address) => [
    `${at(1)} Invalid user eve from ${address} port 5`,
    `${at(2)} Failed password for invalid user eve from ${address} port 5 ssh2`,
  ]);
  for (const record of records) await send(record);
  for (const record of records) expect(await send(record)).toMatchObject({ accepted: 0 });
  expect(await failedOf('NOPID')).toEqual([
    { user: 'eve', srcIp: '10.0.0.7', srcPort: 5 },
    { user: 'eve', srcIp: '10.0.0.8', srcPort: 5 },
  ]);
  await send(`${at(3)} Accepted password for ana from 10.0.0.7 port 6 ssh2`);
  expect(
    await send(`${at(4)} pam_unix(sshd:session): session opened for user bob(uid=1001) by (uid=0)`),
  ).toMatchObject({ accepted: 1 });
  expect(
    await send(`${at(4)} pam_unix(sshd:session): session opened for user ana(uid=1000) by (uid=0)`),
  ).toMatchObject({ accepted: 0 });
});

test('without a pid and a port, lines of one address are joined by the user', async () => {
  const at = (second: number, text: string): string => `2026-09-01T08:00:0${second}Z NOPORT sshd: ${text}`;
  const records = [
    at(1, 'Invalid user eve from 10.0.0.7'),
    at(2, 'Invalid user mallory from 10.0.0.7'),
    at(3, 'Failed password for invalid user mallory from 10.0.0.7 port 6 ssh2'),
    at(3, 'Failed password for invalid user eve from 10.0.0.7 port 5 ssh2'),
    // Neither of these lines has an address.
    at(4, 'User ana not allowed because account is locked'),
    at(5, 'User bob not allowed because account is locked'),
    at(6, 'Failed password for invalid user bob from 10.0.0.8 port 7 ssh2'),
  ];
  for (const record of records) await send(record);
  for (const record of records) expect(await send(record)).toMatchObject({ accepted: 0 });
  expect(await failedOf('NOPORT')).toEqual([
    { user: 'eve', srcIp: '10.0.0.7', srcPort: null },
    { user: 'mallory', srcIp: '10.0.0.7', srcPort: null },
    { user: 'ana', srcIp: null, srcPort: null },
    { user: 'bob', srcIp: null, srcPort: null },
  ]);
});
