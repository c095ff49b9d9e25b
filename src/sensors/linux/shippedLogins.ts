import type { Ask, Join, Tell } from '../../model/joins/join.ts';

import type { NameFolding } from '../nameFolding.ts';
import { definedOf, joinState, KEPT_MS, skipIf, tell, tellDaily, tellState } from '../notes.ts';
import type { EventOutcome } from '../sensor.ts';
import type { CommonInput } from '../sessionEventInput.ts';

import type { MappedMessage } from './mappedMessage.ts';
import { numberEvent } from './numberEvents.ts';
import { addressOf } from './readAttempt.ts';
import type { AttemptState } from './readAttempt.ts';
import {
  acceptedKey,
  failByLeaving,
  placeOf,
  SAME_ATTEMPT_MS,
  skipOwn,
  tellAccepted,
  withJoin,
} from './shippedAttempts.ts';
import type { ShippedLine } from './shippedLine.ts';
import { SAME_CONNECTION_MS, takeReported, tellReported } from './shippedReports.ts';

type Of<Kind extends MappedMessage['kind']> = Extract<MappedMessage, { readonly kind: Kind }>;

/** The join of a login that sshd, another program or PAM reports, successful or not. */
export const joinLogin = (
  names: NameFolding,
  line: ShippedLine & { readonly mapped: Of<'LOGIN'> },
  sourceId: string,
): Join => {
  const { mapped, common, message, timeMs } = line;
  const { loginType, loginSuccessful, method, repeatsOpened } = mapped;
  const place = placeOf(line);
  if (!loginSuccessful) {
    const isAsked = method?.startsWith('keyboard-interactive') === true;
    return {
      ...place,
      asks: [...(isAsked ? [skipOwn(line)] : []), ...takeReported(line, sourceId)],
      tells: tellReported(line, sourceId),
    };
  }
  const accepted = acceptedKey(`${message.pid ?? `${message.program} ${names.foldAccount(common.user)}`}`);
  if (method !== null) {
    // The line of PAM has no address: without a pid it has the user.
    const ofPam = message.pid === null ? [tell(accepted, KEPT_MS.LOGIN)] : [];
    return {
      ...place,
      asks: [fillDestination(line)],
      tells: [tellAccepted(line), ...ofPam, ...tellClient(line, sourceId)],
    };
  }
  const opened = `opened ${message.pid ?? message.program} ${common.user ?? ''}`;
  if (repeatsOpened === true) return { ...place, asks: [skipIf(opened, SAME_ATTEMPT_MS)], tells: [] };
  const asks = loginType === 'REMOTE' ? [skipIf(accepted, SAME_ATTEMPT_MS)] : [];
  const ofPam = loginType === 'REMOTE' ? [tellDaily(USES_PAM, timeMs)] : [];
  return { ...place, asks, tells: [tell(opened, KEPT_MS.LOGIN), ...ofPam] };
};

/** Left by PAM's lines about sessions over the network: on such a host PAM reports the logouts, too. */
const USES_PAM = 'PAM reports logouts';

/** Leaves the login of a connection for its end, which another process writes. */
const tellClient = (
  {
    common: { user, loginId },
    mapped: { srcIp, srcPort },
  }: { readonly common: CommonInput; readonly mapped: Of<'LOGIN'> },
  sourceId: string,
): readonly Tell[] => {
  if (srcIp === undefined || srcPort === undefined) return [];
  const values = { isOpen: true, ...definedOf({ user, loginId }) };
  // Another source that reports the login reports its logout, too.
  return [{ ...tellState(clientKey({ srcIp, srcPort }), sourceId, values), ifKept: true }];
};

type Client = { readonly srcIp: string; readonly srcPort: number };

const clientKey = ({ srcIp, srcPort }: Client): string => `client ${srcIp} ${srcPort}`;

/**
 * Reads the end of a connection: the logout of its login, where PAM does not report it. A line without a user may also be from before a login: then
 * it is a failed login if keys were refused.
 */
export const readShippedEnd = (
  { repeats }: Pick<AttemptState, 'repeats'>,
  { mapped, ...line }: ShippedLine & { readonly mapped: Of<'CONNECTION_END'> },
): readonly EventOutcome[] => {
  const { srcIp, srcPort } = mapped;
  const logout = { ...line.common, loginType: 'REMOTE', srcIp: addressOf(srcIp), srcPort } as const;
  return withJoin(numberEvent(repeats, line, { logout }), (sourceId) => {
    const ofClient = joinState(clientKey(mapped), sourceId, ['user', 'loginId']);
    const asks = [skipIf(USES_PAM, KEPT_MS.SESSION), ...ofClient.asks];
    const ended = { ...placeOf(line), asks, tells: ofClient.tells };
    if (mapped.user !== '') return ended;
    const { login, join } = failByLeaving(line);
    return { ...ended, otherwise: { action: 'LOGIN', input: { ...login, sourceId }, join } };
  });
};

/** Leaves the destination of a connection for its login. */
export const tellDestination = (line: ShippedLine, { destIp, destPort }: Of<'DESTINATION'>): Join => ({
  ...placeOf(line),
  asks: [],
  tells: [{ key: connectionKey(line), values: { destIp, destPort }, keepMs: KEPT_MS.LOGIN }],
});

const fillDestination = (line: ShippedLine): Ask => ({
  key: connectionKey(line),
  withinMs: SAME_CONNECTION_MS,
  effect: { kind: 'FILL', fields: ['destIp', 'destPort'] },
});

const connectionKey = ({ process, client }: ShippedLine): string =>
  `connection ${process} ${client.srcIp ?? ''} ${client.srcPort ?? ''}`;
