import { expect, test } from '@jest/globals';

import { useApi } from '../../support/api.ts';
import { useDatabase } from '../../support/database.ts';

const database = useDatabase();
const api = useApi(database);

const DAY = 'range: { from: "2026-11-16T00:00:00Z", until: "2026-11-17T00:00:00Z" }';
const PERIOD = { from: '2026-11-16T00:00:00.000000Z', until: '2026-11-17T00:00:00.000000Z' };

/** Hunts with their required parameters, the parameters that they return, and their techniques. */
test.each([
  [
    `concurrentSessions(${DAY})`,
    'range { from until } key minPeak distinct loginTypes excludeNoise',
    {
      range: PERIOD,
      key: 'USER',
      minPeak: 2,
      distinct: null,
      loginTypes: ['INTERACTIVE', 'RDP'],
      excludeNoise: true,
    },
    ['T1078', 'T1078.002', 'T1078.003', 'T1021.001'],
  ],
  [
    `reconnectFromNewSource(${DAY})`,
    'range { from until } excludeNoise',
    { range: PERIOD, excludeNoise: true },
    ['T1563.002', 'T1021.001', 'T1078'],
  ],
  [
    `reconnectWithoutLogin(${DAY})`,
    'range { from until } window excludeNoise',
    { range: PERIOD, window: 'PT30S', excludeNoise: true },
    ['T1563.002', 'T1021.001'],
  ],
  [
    `longSessions(${DAY})`,
    'range { from until } minDuration loginTypes excludeNoise',
    { range: PERIOD, minDuration: 'PT12H', loginTypes: ['INTERACTIVE', 'RDP'], excludeNoise: true },
    ['T1078', 'T1078.002', 'T1078.003', 'T1021.001'],
  ],
  [
    `neverLocked(${DAY})`,
    'range { from until } minDuration loginTypes excludeNoise',
    { range: PERIOD, minDuration: 'PT8H', loginTypes: ['INTERACTIVE', 'RDP'], excludeNoise: true },
    ['T1078', 'T1078.002', 'T1078.003'],
  ],
  [
    `offHours(${DAY}, timeZone: "Europe/Berlin")`,
    'range { from until } timeZone openHours { days from until } actions loginTypes excludeNoise',
    {
      range: PERIOD,
      timeZone: 'Europe/Berlin',
      openHours: [
        {
          days: ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'],
          from: '07:00',
          until: '19:00',
        },
      ],
      actions: ['LOGIN', 'RECONNECT', 'UNLOCK'],
      loginTypes: null,
      excludeNoise: true,
    },
    ['T1078', 'T1078.002', 'T1078.003'],
  ],
  [
    `offHours(${DAY}, timeZone: "UTC", openHours: [{ days: [SUNDAY, MONDAY, SUNDAY], from: "22:00", until: "06:00" }])`,
    'openHours { days from until }',
    { openHours: [{ days: ['MONDAY', 'SUNDAY'], from: '22:00', until: '06:00' }] },
    ['T1078', 'T1078.002', 'T1078.003'],
  ],
  [
    `orphans(${DAY})`,
    'range { from until } actions',
    { range: PERIOD, actions: ['LOCK', 'LOGOUT', 'RECONNECT', 'UNLOCK'] },
    ['T1562.002', 'T1070.001'],
  ],
  [
    `orphans(${DAY}, actions: [UNLOCK, LOCK, UNLOCK])`,
    'actions',
    { actions: ['LOCK', 'UNLOCK'] },
    ['T1562.002', 'T1070.001'],
  ],
  [
    'unlockedAt(at: "2026-11-16T02:00:00+02:00")',
    'at minUnlocked loginTypes excludeNoise',
    { at: PERIOD.from, minUnlocked: 'PT1H', loginTypes: ['INTERACTIVE', 'RDP'], excludeNoise: true },
    ['T1078', 'T1078.002', 'T1078.003'],
  ],
])('%s returns its parameters and techniques', async (call, fields, parameters, techniques) => {
  const { data, errors } = await api().query(
    `{ hunts { answer: ${call} { parameters { ${fields} } totalCount { value } truncated analytic { id url attackTechniques { id url } } } } }`,
  );
  expect(errors).toBeUndefined();
  const { analytic, ...answer } = data.hunts.answer;
  expect(answer).toEqual({ parameters, totalCount: { value: 0 }, truncated: false });
  const attackTechniques = techniques.map((id) => ({
    id,
    url: `https://attack.mitre.org/techniques/${id.replace('.', '/')}/`,
  }));
  expect(analytic).toEqual({ id: call.split('(')[0], url: attackTechniques[0]?.url, attackTechniques });
});

test.each([
  'offHours(range: { from: "1000-01-01T00:00:00Z", until: "1010-01-01T00:00:00Z" }, timeZone: "America/St_Johns")',
  'offHours(range: { from: "9990-01-01T00:00:00Z", until: "9999-12-31T23:59:59Z" }, timeZone: "Europe/Berlin")',
  'orphans(range: { from: "1000-01-01T00:00:00Z", until: "9999-12-31T23:59:59Z" })',
  `concurrentSessions(${DAY}, key: HOST, distinct: USER, loginTypes: null)`,
  'concurrentSessions(range: { from: "1000-01-01T00:00:00Z", until: "9999-12-31T23:59:59Z" })',
  'reconnectFromNewSource(range: { from: "1000-01-01T00:00:00Z", until: "9999-12-31T23:59:59Z" })',
  `reconnectWithoutLogin(${DAY}, window: "P1D", excludeNoise: false)`,
  'reconnectWithoutLogin(range: { from: "1000-01-01T00:00:00Z", until: "9999-12-31T23:59:59Z" }, window: "P1D")',
  `longSessions(${DAY}, minDuration: "P36500D", loginTypes: null, excludeNoise: false)`,
  'longSessions(range: { from: "1000-01-01T00:00:00Z", until: "1000-01-01T00:00:01Z" }, minDuration: "P36500D")',
  `neverLocked(${DAY}, minDuration: "P36500D", loginTypes: null, excludeNoise: false)`,
  'unlockedAt(at: "9999-12-31T23:59:59.999999Z", minUnlocked: "P36500D", loginTypes: null, excludeNoise: false)',
])('%s is answered', async (call) => {
  const { data, errors } = await api().query(`{ hunts { answer: ${call} { totalCount { value } } } }`);
  expect([errors, data.hunts.answer]).toEqual([undefined, { totalCount: { value: 0 } }]);
});
