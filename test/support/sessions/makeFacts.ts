/** Short forms of facts for tests. Each takes its uuid, a time as `makeTime` takes it, and the fields that matter. */
import type { OracleDisconnect, OracleEvent, OracleHostFact } from './types.ts';

/** `10:00`, `10:00:30`, `10:00:00.000001`, each also after a day of February 2001: `3 10:00`. */
export const makeTime = (text: string): string => {
  const [, day = '1', clock, second = ':00', fraction = '.000000'] =
    /^(?:(\d+) )?(\d\d:\d\d)(:\d\d)?(\.\d{6})?$/.exec(text)!;
  return `2001-02-${day.padStart(2, '0')}T${clock}${second}${fraction}Z`;
};

/** The inverse of `makeTime`, in its shortest form. */
export const shortTime = (time: string): string => {
  const [, day, clock, second, fraction] = /^2001-02-(\d\d)T(\d\d:\d\d)(:\d\d)(\.\d{6})Z$/.exec(time)!;
  const precise = fraction === '.000000' ? second : `${second}${fraction}`;
  return `${day === '01' ? '' : `${Number(day)} `}${clock}${precise === ':00' ? '' : precise}`;
};

/** An account in folded form: `CORP\ana` or `ana`. */
const parseAccount = (user: string | null): Pick<OracleEvent, 'user' | 'userDomain' | 'userName'> => {
  const [name = null, domain = null] = user?.split('\\').toReversed() ?? [];
  return { user, userDomain: domain, userName: name };
};

type EventFields = Partial<
  Omit<OracleEvent, 'kind' | 'uuid' | 'time' | 'action' | 'userDomain' | 'userName'>
>;

const makeEvent =
  (action: OracleEvent['action']) =>
  (uuid: string, time: string, fields: EventFields = {}): OracleEvent => ({
    kind: 'EVENT',
    uuid,
    time: makeTime(time),
    hostname: 'HOST1',
    action,
    loginId: '0x1',
    uid: null,
    sourceId: null,
    ...(action === 'LOGIN' ? { loginSuccessful: true } : {}),
    ...fields,
    ...parseAccount(fields.user ?? null),
  });

export const login = makeEvent('LOGIN');
export const logout = makeEvent('LOGOUT');
export const lock = makeEvent('LOCK');
export const unlock = makeEvent('UNLOCK');
export const reconnect = makeEvent('RECONNECT');

export const disconnect = (
  uuid: string,
  time: string,
  fields: Partial<Pick<OracleDisconnect, 'loginId' | 'user' | 'srcIp' | 'sourceId'>> = {},
): OracleDisconnect => ({
  kind: 'DISCONNECT',
  uuid,
  time: makeTime(time),
  hostname: 'HOST1',
  loginId: '0x1',
  srcIp: null,
  sourceId: null,
  ...fields,
  ...parseAccount(fields.user ?? null),
});

const makeHostFact =
  (kind: OracleHostFact['kind']) =>
  (uuid: string, time: string, sourceId: string | null = null): OracleHostFact => ({
    kind,
    uuid,
    time: makeTime(time),
    hostname: 'HOST1',
    sourceId,
  });

export const start = makeHostFact('HOST_START');
export const stop = makeHostFact('HOST_STOP');
export const seen = makeHostFact('HOST_SEEN');
