import {
  ANA,
  ANONYMOUS,
  AT_KEYBOARD,
  BEN,
  BY_DESKTOP,
  BY_NETWORK,
  CAROL,
  FAY,
  FROM_BACKUP,
  FROM_FAYS_HOME,
  FROM_OUTSIDE,
  FROM_RDP1,
  FROM_TUNNEL,
  FROM_WS2,
  FROM_WS3,
  FROM_WS5,
  GUS,
  SUCCESSFUL,
  logOf,
  RECEPTION,
  FAILED,
  SYSTEM,
  TO_APP1,
  TO_FS1,
  TO_RDP1,
  TO_WS5,
  TO_WS6,
  WS2_ITSELF,
  WS5_ITSELF,
  WS6_ADMINISTRATOR,
} from './company.ts';
import type { Entry } from './company.ts';
import { WORKDAYS } from './workdays.ts';
import type { EventToRecord } from '../domain/recordItems.ts';

/*
 * A small, invented intrusion at corp.example on Monday 16 November 2026, among the normal activity of that day and of the days before
 * (workdays.ts).
 *
 * From 203.0.113.66 an attacker sprays one password over thirteen accounts of the jump host RDP1, one per minute: twelve logins fail,
 * carol's succeeds. From RDP1 the attacker moves by remote desktop to WS5, and from WS5 to the file server FS1 and, with the hash of the local
 * administrator, to WS6. The tool that reads FS1 runs on the attacker's own machine, behind a proxy on WS5: FS1 records the address of WS5
 * and the name KALI. WS5 locks itself while the attacker is away; the attacker unlocks it with the password. Later the attacker
 * reconnects to the same session through a tunnel, without a new login: Windows records the address that the client reports,
 * 203.0.113.99. Then the attacker logs out of both hosts. At night there is one more login from WS5 to WS6.
 *
 * Carol is on leave, and WS5 was installed this morning: its machine account logs on to APP1. Ana and Ben work as usual; Ben mistypes his password once. Fay works from home through
 * RDP1 and reconnects to her session from the same address, for which her client logs in. Gus locks his screen in the evening and
 * goes home, so his session stays open. The account of the reception is local to WS6 and is used there. SYSTEM, a machine account and ANONYMOUS
 * LOGON add noise. A backup job fails at FS1 all morning with one user and an outdated password. The login that belongs to Ben's first logout
 * there is missing from the log.
 *
 * The events carry the fields that Windows records: a failed login has neither uid nor login id, a reconnect has no uid and no port.
 */
const DAY = '11-16';
const SPRAYED = ['ana', 'ben', 'dora', 'emil', 'fay', 'gus', 'hana', 'ivo', 'jon', 'kim', 'lea', 'mia'];

const ANA_AT_WS2 = { ...ANA, loginId: '0x8a1f0' };
const ws2: readonly Entry[] = [
  ...WORKDAYS.ws2,
  [`${DAY}T07:58:03.118240`, 'LOGIN', { ...SYSTEM, loginType: 'LOCAL', ...SUCCESSFUL }],
  [`${DAY}T08:01:15.204117`, 'LOGIN', { ...ANA_AT_WS2, ...AT_KEYBOARD, ...SUCCESSFUL }],
  [`${DAY}T09:58:31.660902`, 'LOCK', ANA_AT_WS2],
  [`${DAY}T10:15:40.027511`, 'UNLOCK', ANA_AT_WS2],
  [`${DAY}T12:04:09.451336`, 'LOCK', ANA_AT_WS2],
  [`${DAY}T12:43:55.908120`, 'UNLOCK', ANA_AT_WS2],
  [`${DAY}T17:04:36.700284`, 'LOGOUT', { ...ANA_AT_WS2, ...AT_KEYBOARD }],
];

const BEN_AT_WS3 = { ...BEN, loginId: '0x7b330' };
const ws3: readonly Entry[] = [
  ...WORKDAYS.ws3,
  [`${DAY}T08:12:44.910453`, 'LOGIN', { user: BEN.user, ...AT_KEYBOARD, ...FAILED }],
  [`${DAY}T08:12:58.377908`, 'LOGIN', { ...BEN_AT_WS3, ...AT_KEYBOARD, ...SUCCESSFUL }],
  [`${DAY}T16:58:20.045671`, 'LOGOUT', { ...BEN_AT_WS3, ...AT_KEYBOARD }],
];

const GUS_AT_WS4 = { ...GUS, loginId: '0x9d2c8' };
const ws4: readonly Entry[] = [
  ...WORKDAYS.ws4,
  [`${DAY}T08:24:50.336170`, 'LOGIN', { ...GUS_AT_WS4, ...AT_KEYBOARD, ...SUCCESSFUL }],
  [`${DAY}T17:21:08.914402`, 'LOCK', GUS_AT_WS4],
];

const spray = SPRAYED.map((name, index): Entry => [
  `${DAY}T10:${String(2 + index).padStart(2, '0')}:07.${120_408 + 7919 * index}`,
  'LOGIN',
  { user: `CORP\\${name}`, ...TO_RDP1, ...FROM_OUTSIDE, srcPort: 50_104 + 2 * index, ...FAILED },
]);

const FAY_AT_RDP1 = { ...FAY, loginId: '0x19c0e7' };
const FAY_RECONNECTING = { ...FAY, loginId: '0x1a2b30' };
const CAROL_AT_RDP1 = { ...CAROL, loginId: '0x1d4f2a' };
const rdp1: readonly Entry[] = [
  ...WORKDAYS.rdp1,
  [
    `${DAY}T08:40:11.882035`,
    'LOGIN',
    { ...FAY_AT_RDP1, ...TO_RDP1, ...FROM_FAYS_HOME, srcPort: 49_731, ...SUCCESSFUL },
  ],
  ...spray,
  [
    `${DAY}T10:14:07.418830`,
    'LOGIN',
    { ...CAROL_AT_RDP1, ...TO_RDP1, ...FROM_OUTSIDE, srcPort: 50_128, ...SUCCESSFUL },
  ],
  [
    `${DAY}T12:47:29.406118`,
    'LOGIN',
    { ...FAY_RECONNECTING, ...TO_RDP1, ...BY_NETWORK, ...FROM_FAYS_HOME, srcPort: 49_866, ...SUCCESSFUL },
  ],
  [
    `${DAY}T12:47:30.115209`,
    'RECONNECT',
    { user: FAY.user, loginId: '0x19c0e7', ...BY_DESKTOP, ...FROM_FAYS_HOME },
  ],
  [`${DAY}T12:47:31.880420`, 'LOGOUT', { ...FAY_RECONNECTING, ...BY_NETWORK }],
  [`${DAY}T13:40:41.002763`, 'LOGOUT', { ...CAROL_AT_RDP1, ...BY_DESKTOP }],
  [`${DAY}T16:31:52.690417`, 'LOGOUT', { ...FAY_AT_RDP1, ...BY_DESKTOP }],
];

const CAROL_AT_WS5 = { ...CAROL, loginId: '0x2c81e4' };
const ws5: readonly Entry[] = [
  [
    `${DAY}T10:21:09.730112`,
    'LOGIN',
    { ...CAROL_AT_WS5, ...TO_WS5, ...FROM_RDP1, srcPort: 51_877, ...SUCCESSFUL },
  ],
  [`${DAY}T10:45:00.250000`, 'LOCK', CAROL_AT_WS5],
  [`${DAY}T11:20:33.615000`, 'UNLOCK', CAROL_AT_WS5],
  [
    `${DAY}T13:02:48.091700`,
    'RECONNECT',
    { user: CAROL.user, loginId: '0x2c81e4', ...BY_DESKTOP, ...FROM_TUNNEL, srcHostname: 'KALI' },
  ],
  [`${DAY}T13:40:05.333000`, 'LOGOUT', { ...CAROL_AT_WS5, ...BY_DESKTOP }],
];

const backup = Array.from({ length: 12 }, (_, index): Entry => [
  `${DAY}T09:${String(index * 5).padStart(2, '0')}:00.${210_334 + 977 * index}`,
  'LOGIN',
  { user: 'CORP\\svc-backup', ...TO_FS1, ...FROM_BACKUP, srcPort: 51_000 + index, ...FAILED },
]);

const RECEPTION_AT_WS6 = { ...RECEPTION, loginId: '0x63a90' };
const NOBODY_AT_WS6 = { ...ANONYMOUS, loginId: '0x66b04' };
const MORNING_AT_WS6 = { ...WS6_ADMINISTRATOR, loginId: '0x6d2f1' };
const NIGHT_AT_WS6 = { ...WS6_ADMINISTRATOR, loginId: '0x80c3e' };
const ws6: readonly Entry[] = [
  ...WORKDAYS.ws6,
  [`${DAY}T07:56:40.318226`, 'LOGIN', { ...RECEPTION_AT_WS6, ...AT_KEYBOARD, ...SUCCESSFUL }],
  [
    `${DAY}T09:12:05.740019`,
    'LOGIN',
    { ...NOBODY_AT_WS6, ...TO_WS6, ...FROM_WS2, srcPort: 49_990, ...SUCCESSFUL },
  ],
  [`${DAY}T09:12:15.903377`, 'LOGOUT', { ...NOBODY_AT_WS6, ...BY_NETWORK }],
  [
    `${DAY}T10:36:20.668405`,
    'LOGIN',
    { ...MORNING_AT_WS6, ...TO_WS6, ...FROM_WS5, srcPort: 52_031, srcHostname: 'WS5', ...SUCCESSFUL },
  ],
  [`${DAY}T10:37:02.155190`, 'LOGOUT', { ...MORNING_AT_WS6, ...BY_NETWORK }],
  [`${DAY}T16:03:28.490733`, 'LOGOUT', { ...RECEPTION_AT_WS6, ...AT_KEYBOARD }],
  [
    `${DAY}T21:07:12.037561`,
    'LOGIN',
    { ...NIGHT_AT_WS6, ...TO_WS6, ...FROM_WS5, srcPort: 52_370, srcHostname: 'WS5', ...SUCCESSFUL },
  ],
  [`${DAY}T21:09:30.812649`, 'LOGOUT', { ...NIGHT_AT_WS6, ...BY_NETWORK }],
];

const WS2_AT_FS1 = { ...WS2_ITSELF, loginId: '0x51c20' };
const ANA_AT_FS1 = { ...ANA, loginId: '0x5f0a1' };
const BEN_AT_FS1 = { ...BEN, loginId: '0x5f7d4' };
const CAROL_AT_FS1 = { ...CAROL, loginId: '0x6033b' };
const fs1: readonly Entry[] = [
  ...WORKDAYS.fs1,
  [`${DAY}T07:31:10.554087`, 'LOGOUT', { ...BEN, loginId: '0x4d7e1', ...BY_NETWORK }],
  ...backup,
  [
    `${DAY}T07:58:41.506118`,
    'LOGIN',
    { ...WS2_AT_FS1, ...TO_FS1, ...FROM_WS2, srcPort: 49_712, ...SUCCESSFUL },
  ],
  [`${DAY}T07:58:53.240967`, 'LOGOUT', { ...WS2_AT_FS1, ...BY_NETWORK }],
  [
    `${DAY}T08:15:02.030500`,
    'LOGIN',
    { ...ANA_AT_FS1, ...TO_FS1, ...FROM_WS2, srcPort: 49_801, ...SUCCESSFUL },
  ],
  [`${DAY}T08:15:12.000100`, 'LOGOUT', { ...ANA_AT_FS1, ...BY_NETWORK }],
  [
    `${DAY}T08:33:27.719345`,
    'LOGIN',
    { ...BEN_AT_FS1, ...TO_FS1, ...FROM_WS3, srcPort: 49_690, ...SUCCESSFUL },
  ],
  [`${DAY}T08:33:39.884002`, 'LOGOUT', { ...BEN_AT_FS1, ...BY_NETWORK }],
  [
    `${DAY}T10:29:55.004218`,
    'LOGIN',
    { ...CAROL_AT_FS1, ...TO_FS1, ...FROM_WS5, srcPort: 52_004, srcHostname: 'KALI', ...SUCCESSFUL },
  ],
  [`${DAY}T10:31:17.880934`, 'LOGOUT', { ...CAROL_AT_FS1, ...BY_NETWORK }],
];

const WS5_AT_APP1 = { ...WS5_ITSELF, loginId: '0x7f1a4' };
const app1: readonly Entry[] = [
  ...WORKDAYS.app1,
  [
    `${DAY}T09:41:26.317804`,
    'LOGIN',
    { ...WS5_AT_APP1, ...TO_APP1, ...BY_NETWORK, destPort: 445, ...FROM_WS5, srcPort: 49_672, ...SUCCESSFUL },
  ],
  [`${DAY}T09:41:38.902115`, 'LOGOUT', { ...WS5_AT_APP1, ...BY_NETWORK }],
];

/** The events of the demo, grouped by host. */
export const DEMO_EVENTS: readonly EventToRecord[] = [
  ...logOf('ws2', 61_207, ws2),
  ...logOf('ws3', 33_914, ws3),
  ...logOf('ws4', 27_433, ws4),
  ...logOf('rdp1', 190_552, rdp1),
  ...logOf('ws5', 48_112, ws5),
  ...logOf('ws6', 15_340, ws6),
  ...logOf('fs1', 722_080, fs1),
  ...logOf('app1', 88_471, app1),
];
