import { aLock, aLogin, aLogout, anUnlock, aReconnect } from './events.ts';
import type { Input } from './events.ts';

export const HOSTS = ['A', 'B', 'C'];
export const at = (second: number): string => new Date(Date.UTC(2026, 9, 1, 8) + second * 1000).toISOString();

/** Events of a few days on three hosts: logins, locks and logouts of six login ids, some missing, from two sources. */
export const events = Array.from({ length: 300 }, (_, n) => {
  const fields: Input = {
    time: at(n * 977),
    hostname: HOSTS[n % 3],
    loginId: `0x${(n * 7) % 6}1`,
    user: `CORP\\u${(n * 7) % 6}`,
    sourceId: `w/${n}`,
  };
  const remote = { ...fields, loginType: 'RDP', srcIp: n % 4 === 0 ? '10.0.0.1' : '203.0.113.9' };
  const kind = (n * 5) % 11;
  if (kind < 4) return aLogin(remote);
  if (kind < 6) return aLogout({ ...remote, loginType: n % 2 === 0 ? 'REMOTE' : 'RDP' });
  if (kind < 8) return aLock(fields);
  return kind < 10 ? anUnlock(fields) : aReconnect(remote);
});

/** Two restarts; the second one is later than all events. */
export const starts = [
  { hostname: 'A', time: at(150 * 977 + 1), sourceId: 'windows/system/1' },
  { hostname: 'B', time: at(400 * 977), sourceId: 'windows/system/2' },
];
/** The same as they are stored. */
export const STARTS = starts.map(({ hostname, time }) => ({ hostname, time: time.replace('Z', '000Z') }));
