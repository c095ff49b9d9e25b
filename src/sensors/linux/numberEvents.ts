import { withContextFields } from '../contextEventInput.ts';
import type { ContextEventInput } from '../contextEventInput.ts';
import type { RecentMap } from '../recentMap.ts';
import type { ContextOutcome, EventOutcome, OutcomeOrigin } from '../sensor.ts';
import { withFields } from '../sessionEventInput.ts';
import type { SessionEventInput } from '../sessionEventInput.ts';

import { makeSourceIds } from './hashSourceId.ts';
import type { SyslogMessage } from './parseSyslog.ts';

/** The position, message and time of a line. */
export type ReadLine = {
  readonly origin: OutcomeOrigin;
  readonly message: SyslogMessage;
  readonly timeMs: number;
};

/**
 * Makes the event of a line, with its source id.
 *
 * @param repeats The number of events that earlier equal lines of a file became.
 */
export const numberEvent = (
  repeats: RecentMap<number>,
  line: ReadLine,
  event: SessionEventInput,
): readonly EventOutcome[] => numberEvents(repeats, line, { event, count: 1 });

/** Makes the equal events of a line, each with a source id of its own. All after the first are extra. */
export const numberEvents = (
  repeats: RecentMap<number>,
  { origin, message, timeMs }: ReadLine,
  { event, count }: { readonly event: SessionEventInput; readonly count: number },
): readonly EventOutcome[] => {
  const content = message.source;
  const ids = makeSourceIds(repeats, { kind: 'text', file: origin.file, content, count });
  return ids.map((sourceId, index) => {
    const numbered = withFields(event, { sourceId });
    const outcome = { kind: 'EVENT', event: numbered, timeMs, origin } as const;
    return index === 0 ? outcome : { ...outcome, isExtra: true };
  });
};

/** Sets the source id of a line's context event. */
export const numberContextEvent = (
  repeats: RecentMap<number>,
  { origin, message, timeMs }: ReadLine,
  event: ContextEventInput,
): ContextOutcome => {
  const content = message.source;
  const [sourceId] = makeSourceIds(repeats, { kind: 'text', file: origin.file, content, count: 1 });
  return { kind: 'CONTEXT', event: withContextFields(event, { sourceId }), timeMs, origin };
};
