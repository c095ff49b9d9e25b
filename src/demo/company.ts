import type { Action } from '../model/action.ts';
import type { EventInput } from '../model/eventInput.ts';

import type { EventToRecord } from '../domain/recordItems.ts';

/** An entry of a host's log: its time (UTC, without the year 2026), its action and the other fields of the event. */
export type Entry = readonly [when: string, action: Action, fields: Partial<EventInput>];

const DOMAIN_SID = 'S-1-5-21-1004336348-1177238915-682003330';
const WS6_SID = 'S-1-5-21-2893471160-1541627398-3308417729';

export const ANA = { user: 'CORP\\ana', uid: `${DOMAIN_SID}-1104` };
export const BEN = { user: 'CORP\\ben', uid: `${DOMAIN_SID}-1105` };
export const CAROL = { user: 'CORP\\carol', uid: `${DOMAIN_SID}-1106` };
export const FAY = { user: 'CORP\\fay', uid: `${DOMAIN_SID}-1109` };
export const GUS = { user: 'CORP\\gus', uid: `${DOMAIN_SID}-1110` };
/** Ivo's administrative account. */
export const IVO = { user: 'CORP\\adm-ivo', uid: `${DOMAIN_SID}-1131` };
/** The account of the reception, local to WS6. */
export const RECEPTION = { user: 'WS6\\reception', uid: `${WS6_SID}-1001` };
export const WS6_ADMINISTRATOR = { user: 'WS6\\Administrator', uid: `${WS6_SID}-500` };
export const WS2_ITSELF = { user: 'CORP\\WS2$', uid: `${DOMAIN_SID}-1602` };
export const WS5_ITSELF = { user: 'CORP\\WS5$', uid: `${DOMAIN_SID}-1631` };
export const SYSTEM = { user: 'NT AUTHORITY\\SYSTEM', uid: 'S-1-5-18', loginId: '0x3e7' };
export const ANONYMOUS = { user: 'NT AUTHORITY\\ANONYMOUS LOGON', uid: 'S-1-5-7' };

export const AT_KEYBOARD = { loginType: 'INTERACTIVE' } as const;
export const BY_DESKTOP = { loginType: 'RDP' } as const;
export const BY_NETWORK = { loginType: 'REMOTE' } as const;
export const TO_RDP1 = { ...BY_DESKTOP, destIp: '10.20.0.10', destPort: 3389 };
export const TO_WS5 = { ...BY_DESKTOP, destIp: '10.20.0.15', destPort: 3389 };
export const TO_WS6 = { ...BY_NETWORK, destIp: '10.20.0.16', destPort: 445 };
export const TO_FS1 = { ...BY_NETWORK, destIp: '10.20.0.20', destPort: 445 };
export const TO_APP1 = { ...BY_DESKTOP, destIp: '10.20.0.21', destPort: 3389 };

export const FROM_FAYS_HOME = { srcIp: '198.51.100.23' };
export const FROM_OUTSIDE = { srcIp: '203.0.113.66' };
export const FROM_TUNNEL = { srcIp: '203.0.113.99' };
export const FROM_RDP1 = { srcIp: '10.20.0.10' };
export const FROM_WS2 = { srcIp: '10.20.0.12' };
export const FROM_WS3 = { srcIp: '10.20.0.13' };
export const FROM_WS5 = { srcIp: '10.20.0.15' };
export const FROM_IVOS_DESK = { srcIp: '10.20.0.17' };
export const FROM_BACKUP = { srcIp: '10.20.0.30' };

export const SUCCESSFUL = { loginSuccessful: true };
export const FAILED = { loginSuccessful: false };

/** Makes the Security log of a host. Record numbers have gaps, because other records are not session events. */
export const logOf = (
  host: string,
  firstRecord: number,
  entries: readonly Entry[],
): readonly EventToRecord[] =>
  entries
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([when, action, fields], index) => ({
      action,
      input: {
        time: `2026-${when}Z`,
        hostname: `${host}.corp.example`,
        sourceId: `windows/security/${firstRecord + 3 * index}`,
        ...fields,
      },
    }));
