import { hash } from 'node:crypto';

import type { LoginType } from '../../model/action.ts';
import { isLocalLoginType } from '../../model/action.ts';
import { fromMicroseconds } from '../../model/session/sessionRank.ts';
import { canonicalAddress } from '../../model/values/ipAddress.ts';

import { ADVICE } from '../advice.ts';
import { asFields } from '../fields.ts';
import { readName, readText } from '../fieldValues.ts';
import type { Outcome, RecordOrigin, Sensor, SensorContext } from '../sensor.ts';

import { findPamService, isGreeterUser } from './pamServices.ts';

/** The start or the end of a row of wtmpdb. */
export type WtmpdbRecord = {
  readonly wtmpdb: 'START' | 'END';
  readonly id: number;
  readonly type: number;
  readonly user: string;
  /** Microseconds of Unix time: of the row's start, and of this record. */
  readonly login: number;
  readonly time: number;
  readonly tty: string | null;
  readonly remoteHost: string | null;
  readonly service: string | null;
};

/** Creates the sensor of wtmpdb, which replaces wtmp. https://github.com/thkukuk/wtmpdb */
export const makeWtmpdbSensor = ({ options }: SensorContext): Sensor<WtmpdbRecord> => ({
  waitMs: 0,
  linuxSource: 'utmp',
  readsText: false,
  recognize: (value) => (isWtmpdbRecord(value) ? value : null),
  read: (record, origin) => [readRecord(record, origin, options)],
  flush: () => [],
  repeats: null,
});

const isWtmpdbRecord = (value: unknown): value is WtmpdbRecord => {
  const fields = asFields(value);
  const { wtmpdb } = fields;
  return (
    (wtmpdb === 'START' || wtmpdb === 'END') &&
    typeof fields['user'] === 'string' &&
    ['id', 'type', 'login', 'time'].every((name) => Number.isSafeInteger(fields[name]))
  );
};

const [BOOT_TIME, USER_PROCESS] = [1, 3];

const readRecord = (
  record: WtmpdbRecord,
  place: RecordOrigin,
  options: SensorContext['options'],
): Outcome => {
  const { type, user, wtmpdb } = record;
  const origin = { ...place, sensorEvent: `wtmpdb ${NAMES[type] ?? 'other'}` };
  if (type !== BOOT_TIME && type !== USER_PROCESS) {
    return { kind: 'SKIPPED', reason: 'wtmpdb: neither a session nor a start of the host', origin };
  }
  const service = findPamService(readText(record, 'service'));
  if (type === USER_PROCESS && (NO_LOGINS.has(service.kind) || isGreeterUser(user))) {
    return { kind: 'SKIPPED', reason: 'wtmpdb: cron, su, sudo and similar: not a user session', origin };
  }
  const { hostname } = options;
  if (hostname === null) {
    return { kind: 'FAILED', reason: `no host name: ${ADVICE[options.input].host}`, origin };
  }
  const timeMs = Math.floor(record.time / 1000);
  const common = { time: fromMicroseconds(record.time), hostname, sourceId: sourceIdOf(record) };
  if (type === BOOT_TIME) {
    const event = wtmpdb === 'START' ? { hostStart: common } : { hostStop: common };
    return { kind: 'CONTEXT', event, timeMs, origin };
  }
  const loginType = service.kind === 'LOGIN' ? service.loginType : typeOf(record);
  const session = { ...common, user: readName(record, 'user'), loginId: loginIdOf(record), loginType };
  if (wtmpdb === 'END') return { kind: 'EVENT', event: { logout: session }, timeMs, origin };
  const remote = isLocalLoginType(loginType) ? {} : { srcIp: addressOf(record) };
  const login = { ...session, ...remote, loginSuccessful: true };
  return { kind: 'EVENT', event: { login }, timeMs, origin };
};

const NAMES: Readonly<Record<number, string>> = {
  [BOOT_TIME]: 'BOOT_TIME',
  2: 'RUNLEVEL',
  [USER_PROCESS]: 'USER_PROCESS',
};
/** pam_wtmpdb writes a row for each session that PAM opens, also for those of services in which nobody logs in. */
const NO_LOGINS = new Set(['OTHER', 'GREETER', 'SCREEN_LOCK']);

/** Rows are numbered from 1 again after a rotation of all of them, so their start is part of their name. */
const nameOf = ({ id, login }: WtmpdbRecord): string => `${id}-${login}`;

const sourceIdOf = (record: WtmpdbRecord): string =>
  `wtmpdb/${nameOf(record)}/${record.wtmpdb.toLowerCase()}`;

/** Rows have no pid. The highest bit is set, so that the id is neither a pid nor the number of a session. */
const loginIdOf = (record: WtmpdbRecord): string =>
  `0x8${hash('sha256', `wtmpdb ${nameOf(record)}`, 'hex').slice(0, 15)}`;

const addressOf = (record: WtmpdbRecord): string | undefined =>
  canonicalAddress(readText(record, 'remoteHost')) ?? undefined;

const typeOf = (record: WtmpdbRecord): LoginType | null => {
  const [tty, host] = [readText(record, 'tty'), readText(record, 'remoteHost')];
  if (DISPLAY.test(tty) || DISPLAY.test(host)) return 'INTERACTIVE';
  if (addressOf(record) !== undefined || tty === 'ssh') return 'REMOTE';
  return tty.startsWith('tty') ? 'LOCAL' : null;
};

/** A display of X. */
const DISPLAY = /^:\d+(?:\.\d+)?$/;
