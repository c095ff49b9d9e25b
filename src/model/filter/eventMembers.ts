import { ACTIONS, LOGIN_TYPES } from '../action.ts';
import type { EventFieldName } from '../eventFields.ts';
import type { HostnameStyle } from '../values/hostname.ts';
import { parseLoginId } from '../values/loginId.ts';
import { parsePort } from '../values/port.ts';
import { parseSourceId } from '../values/sourceId.ts';

import { comparedWith } from './comparators.ts';
import type { MemberParser } from './comparators.ts';
import {
  ipOperators,
  enumOperators,
  parseEnum,
  textOperators,
  timeOperators,
  commonMembers,
} from './operators.ts';

/** Every field of an event can be filtered, except for linkedLoginId. */
type EventMember = Exclude<EventFieldName, 'linkedLoginId'> | 'ingestedAt' | 'action' | 'userDomain';

/** The members of a filter on session events. */
export const eventMembers = (hostnames: HostnameStyle): Readonly<Record<EventMember, MemberParser>> => ({
  ...commonMembers(hostnames),
  time: comparedWith(timeOperators('time')),
  ingestedAt: comparedWith(timeOperators('ingestedAt')),
  action: comparedWith(enumOperators('action', (value) => parseEnum(value, ACTIONS))),
  loginId: comparedWith(enumOperators('loginId', parseLoginId)),
  loginType: comparedWith(enumOperators('loginType', (value) => parseEnum(value, LOGIN_TYPES))),
  loginSuccessful: comparedWith(enumOperators('loginSuccessful', (value) => value === true)),
  srcPort: comparedWith(enumOperators('srcPort', (value) => parsePort(value, 'srcPort'))),
  destIp: comparedWith(ipOperators('destIp')),
  destPort: comparedWith(enumOperators('destPort', (value) => parsePort(value, 'destPort'))),
  sourceId: comparedWith(textOperators('sourceId', parseSourceId, (part) => part)),
});
