/** Inputs of events as a shipper sends them. Each builder takes the fields that differ from the default. */
const COMMON = { time: '2026-11-16T09:00:00Z', hostname: 'HOST1', user: 'CORP\\ana', loginId: '0x8a1f0' };

export type Input = Readonly<Record<string, unknown>>;

export const aLogin = (fields: Input = {}) => ({
  login: { ...COMMON, loginSuccessful: true, ...fields },
});
export const aLogout = (fields: Input = {}) => ({ logout: { ...COMMON, ...fields } });
export const aReconnect = (fields: Input = {}) => ({ reconnect: { ...COMMON, ...fields } });
export const aLock = (fields: Input = {}) => ({ lock: { ...COMMON, ...fields } });
export const anUnlock = (fields: Input = {}) => ({ unlock: { ...COMMON, ...fields } });

/** The example row of https://car.mitre.org/data_model/user_session, which has no time. */
export const CAR_EXAMPLE = aLogin({
  user: 'HOST1\\LOCALUSER',
  uid: 'S-1-5-18',
  loginId: 1008115,
  loginType: 'RDP',
  loginSuccessful: false,
  srcIp: '10.0.0.54',
  srcPort: 50438,
  destIp: '192.168.1.5',
  destPort: 1900,
});

/** The n-th of many distinct logins at intervals of one second. */
export const aNumberedLogin = (n: number, fields: Input = {}) =>
  aLogin({
    time: new Date(Date.UTC(2026, 9, 1) + n * 1000).toISOString(),
    sourceId: `windows/security/${n}`,
    ...fields,
  });
