import type { Join } from '../../model/joins/join.ts';

import { KEPT_MS } from '../notes.ts';
import { splitEvent } from '../sessionEventInput.ts';

import { SETTLED_BY, UNLOCK_WINDOW_MS } from './joinUnlocks.ts';
import type { Mapped } from './mapSecurityEvent.ts';

const SOURCE = 'windows';

type Joined = Extract<Mapped, { readonly kind: 'EVENT' | 'HELPER' }>;

/**
 * The join of a record of an unlock, in a request. The first logon of type 7 or 13 is the unlock, unless a record before it is; the others are part
 * of it. A 4801 after them is an unlock of its own, because it names the session. Null for records that are not joined.
 */
export const joinUnlock = (
  mapped: Joined,
  { account, timeMs }: { readonly account: string; readonly timeMs: number },
): Join | null => {
  const hostname = String(splitEvent(mapped.event).input['hostname']);
  const keyOf = (tell: string): string => `windows ${tell} ${account}`;
  if (mapped.kind === 'HELPER') {
    const { becomes } = mapped;
    return {
      hostname,
      timeMs,
      source: SOURCE,
      asks: SETTLED_BY[becomes].map((sign) => ({
        key: keyOf(sign),
        withinMs: UNLOCK_WINDOW_MS,
        effect: { kind: 'SKIP' },
      })),
      tells: [{ key: keyOf(`COUNTED_${becomes}`), values: {}, keepMs: KEPT_MS.LOGIN, ifKept: true }],
    };
  }
  if (mapped.sign === null || isElsewhere(mapped)) return null;
  return {
    hostname,
    timeMs,
    source: SOURCE,
    asks: [],
    tells: [{ key: keyOf(mapped.sign), values: {}, keepMs: KEPT_MS.LOGIN }],
  };
};

/** Only a login at a screen is an unlock, too. A server has thousands of others. */
const isElsewhere = ({ event }: Joined): boolean =>
  'login' in event && event.login.loginType !== 'INTERACTIVE' && event.login.loginType !== 'RDP';
