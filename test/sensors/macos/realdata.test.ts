import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from '@jest/globals';

import { parseEventInput } from '../../../src/model/eventInput.ts';
import { splitEvent } from '../../../src/sensors/sessionEventInput.ts';

import { listFates, readAll } from './santaMessages.ts';

// Santa's own examples, which are not part of this project. Without them the tests are skipped.
const FOLDER = join(process.cwd(), '../shared/realdata/macos');
const describeReal = existsSync(FOLDER) ? describe : describe.skip;

/** The kind of each example, and its outcome; determined by hand. */
const FILES: readonly (readonly [name: string, kind: string, fate: string])[] = [
  ['lw_session_login', 'login_window_session', 'login'],
  ['lw_session_logout', 'login_window_session', 'logout'],
  ['lw_session_lock', 'login_window_session', 'lock'],
  ['lw_session_unlock', 'login_window_session', 'unlock'],
  ['login_login', 'login_logout', 'login'],
  ['login_login_failed_attempt', 'login_logout', 'login'],
  ['openssh_login', 'open_ssh', 'login'],
  ['openssh_login_failed_attempt', 'open_ssh', 'login'],
  ['openssh_logout', 'open_ssh', 'logout'],
  ['screensharing_attach', 'screen_sharing', 'reconnect'],
  ['screensharing_attach_unset_fields', 'screen_sharing', 'reconnect'],
  ['screensharing_detach', 'screen_sharing', 'disconnect'],
];

const read = (name: string): unknown => JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8'));

const RULES = {
  timeBounds: { earliest: '2000-01-01T00:00:00.000000Z', latest: '2027-01-01T00:00:00.000000Z' },
  hostnames: 'SHORT',
} as const;

describeReal('inner messages of Santa', () => {
  test('are those in the list above', () => {
    expect(readdirSync(FOLDER).toSorted()).toEqual(FILES.map(([name]) => `${name}.json`).toSorted());
  });

  test.each(FILES)('%s in a message of %s is: %s', (name, kind, fate) => {
    const message = { machine_id: 'MAC1', event_time: '2026-11-16T09:00:00Z', [kind]: read(name) };
    expect(listFates([message])).toEqual([fate]);
  });

  test.each(FILES.map(([name]) => name))('%s alone has no time', (name) => {
    expect(listFates([read(name)])).toEqual(['FAILED: no event_time: the outer Santa message is missing']);
  });

  test('become events that the model accepts', () => {
    const messages = FILES.map(([name, kind]) => ({
      machine_id: 'MAC1',
      event_time: '2026-11-16T09:00:00Z',
      [kind]: read(name),
    }));
    const parsed = readAll(messages).flatMap((outcome) => {
      if (outcome.kind !== 'EVENT') return [];
      const { action, input } = splitEvent(outcome.event);
      return [parseEventInput(action, input, RULES)];
    });
    expect(parsed.map(({ kind }) => kind)).toEqual(Array.from({ length: 11 }, () => 'EVENT'));
    expect(parsed.slice(6, 9)).toMatchObject([
      { event: { user: 'foo_user', uid: '12345', loginId: '0x220000000c', srcIp: '1.2.3.4' } },
      { event: { user: null, loginId: null, srcIp: '::1', loginSuccessful: false } },
      { event: { user: 'foo_user', loginId: '0x220000000c', srcIp: '1.2.3.4' } },
    ]);
  });
});
