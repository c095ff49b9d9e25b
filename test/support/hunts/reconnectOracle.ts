import type { HuntEvent } from './huntEvents.ts';
import { accountOf, different, isLater, isShown, lengthOf, lies, micros, ok } from './huntOracle.ts';
import type { Range } from './huntOracle.ts';
import { sessionsOfLog } from './sessionsOfLog.ts';

export type NewSourceParameters = { readonly range: Range; readonly excludeNoise: boolean };

const reconnectsIn = (
  events: readonly HuntEvent[],
  { range, excludeNoise }: NewSourceParameters,
): readonly HuntEvent[] =>
  events.filter(
    (event) => event.action === 'RECONNECT' && lies(event, range) && isShown(event, excludeNoise),
  );

/** Replays every session up to each of its reconnects. The sources are sorted as texts. */
export const newSourceOracle = (
  events: readonly HuntEvent[],
  given: NewSourceParameters,
): readonly object[] => {
  const sessions = sessionsOfLog(events, { loginTypes: null, excludeNoise: false });
  return reconnectsIn(events, given).flatMap((reconnect) => {
    const session = sessions.find(({ members }) => members.includes(reconnect.uuid));
    if (session === undefined || session.startUuid === reconnect.uuid || reconnect.srcIp === null) return [];
    const before = session.events.filter((event) => isLater(reconnect, event));
    const sourcesBefore = different(before.flatMap(({ srcIp }) => srcIp ?? [])).toSorted();
    if (sourcesBefore.includes(reconnect.srcIp)) return [];
    return [{ reconnect: reconnect.uuid, sourcesBefore, evidence: [reconnect.uuid] }];
  });
};

export type WithoutLoginParameters = NewSourceParameters & { readonly window: string };

/** Compares every reconnect with every login. */
export const withoutLoginOracle = (
  events: readonly HuntEvent[],
  given: WithoutLoginParameters,
): readonly object[] =>
  reconnectsIn(events, given)
    .filter(
      (reconnect) =>
        !events.some((login) => {
          const us = micros(login.time) - micros(reconnect.time);
          return (
            ok(login) &&
            login.hostname === reconnect.hostname &&
            accountOf(login) !== null &&
            accountOf(login) === accountOf(reconnect) &&
            us <= lengthOf(given.window) &&
            -us <= lengthOf(given.window)
          );
        }),
    )
    .map(({ uuid }) => ({ reconnect: uuid, evidence: [uuid] }));
