import { createHash } from 'node:crypto';

import { recall, remember } from '../recall.ts';
import type { Recall } from '../recall.ts';
import type { EventOutcome, OutcomeOrigin } from '../sensor.ts';
import type { SessionEventInput } from '../sessionEventInput.ts';

import type { SyslogMessage } from './parseSyslog.ts';

/** Where a line stands, and what it says. */
export type ReadLine = { readonly origin: OutcomeOrigin; readonly message: SyslogMessage };

/**
 * Gives the events of a line their source ids, `text/<hash of the line>/<n>`: equal lines of one file are numbered, so that none is lost
 * and the file read again gives the same. All events after the first are extra.
 *
 * @param repeats How many events equal lines of a file gave before.
 */
export const numberEvents = (
  repeats: Recall<number>,
  { origin, message }: ReadLine,
  events: readonly SessionEventInput[],
): readonly EventOutcome[] => {
  const hash = createHash('sha256').update(message.source).digest('hex').slice(0, 16);
  const key = `${origin.file} ${hash}`;
  const before = recall(repeats, key) ?? 0;
  remember(repeats, key, before + events.length);
  return events.map((event, index) => {
    const outcome = {
      kind: 'EVENT',
      event: withSourceId(event, `text/${hash}/${before + index + 1}`),
      origin,
    } as const;
    return index === 0 ? outcome : { ...outcome, isExtra: true };
  });
};

const withSourceId = (event: SessionEventInput, sourceId: string): SessionEventInput => {
  if ('login' in event) return { login: { ...event.login, sourceId } };
  if ('logout' in event) return { logout: { ...event.logout, sourceId } };
  if ('reconnect' in event) return { reconnect: { ...event.reconnect, sourceId } };
  return event;
};
