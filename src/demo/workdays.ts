import {
  ANA,
  AT_KEYBOARD,
  BEN,
  BY_DESKTOP,
  BY_NETWORK,
  FAY,
  FROM_FAYS_HOME,
  FROM_IVOS_DESK,
  FROM_WS2,
  FROM_WS3,
  GUS,
  IVO,
  SUCCESSFUL,
  RECEPTION,
  TO_APP1,
  TO_FS1,
  TO_RDP1,
} from './company.ts';
import type { Entry } from './company.ts';

/*
 * Normal activity on the six workdays before the intrusion, as a baseline: Ana, Ben, Gus and the reception at their machines, Ana and
 * Ben at the file server, Fay from home. On Friday evening Fay logs in again, at five to seven in Berlin.
 *
 * On Thursday Ivo logs in to APP1 as administrator, locks the screen and forgets the session until Monday. On Saturday night he logs in to RDP1
 * and restarts it, which erases what was in its memory.
 */
const DAYS = ['11-06', '11-09', '11-10', '11-11', '11-12', '11-13'];

/** A time on a workday, shifted by some minutes from day to day. */
const at = (day: number, hour: number, minute: number): string => {
  const shifted = minute + ((day * 7 + hour * 3) % 6);
  const second = (day * 17 + minute * 7) % 60;
  const us = ((day + 1) * 104_729 + hour * 7919 + minute * 613) % 1_000_000;
  const two = (number: number): string => String(number).padStart(2, '0');
  return `${DAYS[day]}T${two(hour)}:${two(shifted)}:${two(second)}.${String(us).padStart(6, '0')}`;
};

/** Repeats entries on every workday, each day with another login id. */
const everyDay = (firstLoginId: number, dayOf: (day: number, loginId: string) => readonly Entry[]) =>
  DAYS.flatMap((_, day) => dayOf(day, `0x${(firstLoginId + day * 0x3d1).toString(16)}`));

/** Log entries of the days before the intrusion, by host. */
export const WORKDAYS = {
  ws2: everyDay(0x41a2c, (day, loginId) => [
    [at(day, 8, 0), 'LOGIN', { ...ANA, loginId, ...AT_KEYBOARD, ...SUCCESSFUL }],
    [at(day, 12, 1), 'LOCK', { ...ANA, loginId }],
    [at(day, 12, 40), 'UNLOCK', { ...ANA, loginId }],
    [at(day, 17, 2), 'LOGOUT', { ...ANA, loginId, ...AT_KEYBOARD }],
  ]),
  ws3: everyDay(0x38e10, (day, loginId) => [
    [at(day, 8, 10), 'LOGIN', { ...BEN, loginId, ...AT_KEYBOARD, ...SUCCESSFUL }],
    [at(day, 16, 52), 'LOGOUT', { ...BEN, loginId, ...AT_KEYBOARD }],
  ]),
  ws4: everyDay(0x52f04, (day, loginId) => [
    [at(day, 8, 21), 'LOGIN', { ...GUS, loginId, ...AT_KEYBOARD, ...SUCCESSFUL }],
    [at(day, 17, 20), 'LOGOUT', { ...GUS, loginId, ...AT_KEYBOARD }],
  ]),
  ws6: everyDay(0x2b7a8, (day, loginId) => [
    [at(day, 7, 52), 'LOGIN', { ...RECEPTION, loginId, ...AT_KEYBOARD, ...SUCCESSFUL }],
    [at(day, 16, 0), 'LOGOUT', { ...RECEPTION, loginId, ...AT_KEYBOARD }],
  ]),
  rdp1: [
    ...everyDay(0x9b301, (day, loginId): readonly Entry[] => [
      [
        at(day, 8, 38),
        'LOGIN',
        { ...FAY, loginId, ...TO_RDP1, ...FROM_FAYS_HOME, srcPort: 49_600 + day, ...SUCCESSFUL },
      ],
      [at(day, 16, 30), 'LOGOUT', { ...FAY, loginId, ...BY_DESKTOP }],
    ]),
    [
      '11-13T17:55:20.430118',
      'LOGIN',
      { ...FAY, loginId: '0xa0c77', ...TO_RDP1, ...FROM_FAYS_HOME, srcPort: 49_655, ...SUCCESSFUL },
    ],
    ['11-13T18:21:44.902551', 'LOGOUT', { ...FAY, loginId: '0xa0c77', ...BY_DESKTOP }],
    [
      '11-14T02:58:09.117402',
      'LOGIN',
      { ...IVO, loginId: '0xa4f12', ...TO_RDP1, ...FROM_IVOS_DESK, srcPort: 50_311, ...SUCCESSFUL },
    ],
    ['11-14T03:10:52.600937', 'LOGOUT', { ...IVO, loginId: '0xa4f12', ...BY_DESKTOP }],
  ],
  fs1: [
    ...everyDay(0x30c55, (day, loginId): readonly Entry[] => [
      [at(day, 8, 12), 'LOGIN', { ...ANA, loginId, ...TO_FS1, ...FROM_WS2, srcPort: 49_801, ...SUCCESSFUL }],
      [at(day, 8, 30), 'LOGOUT', { ...ANA, loginId, ...BY_NETWORK }],
    ]),
    ...everyDay(0x34d19, (day, loginId): readonly Entry[] => [
      [at(day, 10, 33), 'LOGIN', { ...BEN, loginId, ...TO_FS1, ...FROM_WS3, srcPort: 49_690, ...SUCCESSFUL }],
      [at(day, 10, 40), 'LOGOUT', { ...BEN, loginId, ...BY_NETWORK }],
    ]),
  ],
  app1: [
    [
      '11-12T16:40:33.208814',
      'LOGIN',
      { ...IVO, loginId: '0x77d0e', ...TO_APP1, ...FROM_IVOS_DESK, srcPort: 50_240, ...SUCCESSFUL },
    ],
    ['11-12T16:44:50.771302', 'LOCK', { ...IVO, loginId: '0x77d0e' }],
    ['11-16T09:05:27.013458', 'LOGOUT', { ...IVO, loginId: '0x77d0e', ...BY_DESKTOP }],
  ],
} as const satisfies Readonly<Record<string, readonly Entry[]>>;
