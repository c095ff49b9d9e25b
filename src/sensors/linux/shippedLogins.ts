import type { Ask, Join, Tell } from '../../model/joins/join.ts';

import { definedOf, KEPT_MS, skipIf, tell, tellDaily } from '../notes.ts';
import type { EventOutcome } from '../sensor.ts';
import type { CommonInput } from '../sessionEventInput.ts';

import type { MappedMessage } from './mappedMessage.ts';
import { numberEvents } from './numberEvents.ts';
import { addressOf } from './readAttempt.ts';
import type { AttemptState } from './readAttempt.ts';
import { SAME_ATTEMPT_MS, SAME_CONNECTION_MS, skipFirst, withJoin } from './shippedAttempts.ts';
import type { ShippedLine } from './shippedAttempts.ts';

type Of<Kind extends MappedMessage['kind']> = Extract<MappedMessage, { readonly kind: Kind }>;

/** The join of a login that sshd, another program or PAM reports, successful or not. */
export const joinLogin = (
  { process, common, timeMs }: ShippedLine,
  { loginType, loginSuccessful, method, repeatsOpened, ...mapped }: Of<'LOGIN'>,
  sourceId: string,
): Join => {
  const place = { hostname: common.hostname, timeMs };
  const opened = `opened ${process} ${common.user ?? ''}`;
  if (!loginSuccessful) {
    const isAsked = method?.startsWith('keyboard-interactive') === true;
    const asks = isAsked ? [skipIf(`own ${process}`, SAME_ATTEMPT_MS)] : [];
    return {
      ...place,
      asks: [...asks, ...skipFirst(process, sourceId)],
      tells: [tell(`failed ${process}`, KEPT_MS.FAILED)],
    };
  }
  if (method !== null) {
    const connection = `connection ${process} ${mapped.srcIp ?? ''} ${mapped.srcPort ?? ''}`;
    const fill: Ask = {
      key: connection,
      withinMs: SAME_CONNECTION_MS,
      effect: { kind: 'FILL', fields: ['destIp', 'destPort'] },
    };
    return {
      ...place,
      asks: [fill],
      tells: [tell(`accepted ${process}`, KEPT_MS.LOGIN), ...tellClient(common, mapped)],
    };
  }
  if (repeatsOpened === true) return { ...place, asks: [skipIf(opened, SAME_ATTEMPT_MS)], tells: [] };
  const asks = loginType === 'REMOTE' ? [skipIf(`accepted ${process}`, SAME_ATTEMPT_MS)] : [];
  const ofPam = loginType === 'REMOTE' ? [tellDaily(USES_PAM, timeMs)] : [];
  return { ...place, asks, tells: [tell(opened, KEPT_MS.LOGIN), ...ofPam] };
};

/** Left by PAM's lines about sessions over the network: on such a host PAM reports the logouts, too. */
const USES_PAM = 'PAM reports logouts';

/** Leaves the login of a connection for its end, which another process writes. */
const tellClient = ({ user, loginId }: CommonInput, { srcIp, srcPort }: Partial<Client>): readonly Tell[] => {
  if (srcIp === undefined || srcPort === undefined) return [];
  const known = { user, loginId };
  const values = { isOpen: true, ...definedOf(known) };
  // Another source that reports the login reports its logout, too.
  return [{ key: clientKey({ srcIp, srcPort }), values, keepMs: KEPT_MS.SESSION, ifKept: true }];
};

type Client = { readonly srcIp: string; readonly srcPort: number };

const clientKey = ({ srcIp, srcPort }: Client): string => `client ${srcIp} ${srcPort}`;

/** Reads the end of a connection after its login: the logout, where PAM does not report it. */
export const readShippedEnd = (
  { repeats }: Pick<AttemptState, 'repeats'>,
  { mapped, ...line }: ShippedLine & { readonly mapped: Of<'CONNECTION_END'> },
): readonly EventOutcome[] => {
  const { common, timeMs } = line;
  const { srcIp, srcPort } = mapped;
  const logout = { ...common, loginType: 'REMOTE', srcIp: addressOf(srcIp), srcPort } as const;
  const ofClient = { key: clientKey(mapped), withinMs: KEPT_MS.SESSION, latest: true } as const;
  return withJoin(numberEvents(repeats, line, [{ logout }]), () => ({
    hostname: common.hostname,
    timeMs,
    asks: [
      skipIf(USES_PAM, KEPT_MS.SESSION),
      { ...ofClient, same: { isOpen: true }, effect: { kind: 'REQUIRE' } },
      { ...ofClient, effect: { kind: 'FILL', fields: ['user', 'loginId'] } },
    ],
    tells: [{ key: ofClient.key, values: { isOpen: false }, keepMs: KEPT_MS.SESSION, ifKept: true }],
  }));
};

/** Leaves the destination of a connection for its login. */
export const tellDestination = (
  { process, common, timeMs }: ShippedLine,
  { srcIp, srcPort, destIp, destPort }: Of<'DESTINATION'>,
): Join => ({
  hostname: common.hostname,
  timeMs,
  asks: [],
  tells: [
    {
      key: `connection ${process} ${srcIp} ${srcPort}`,
      values: { destIp, destPort },
      keepMs: KEPT_MS.FAILED,
    },
  ],
});
