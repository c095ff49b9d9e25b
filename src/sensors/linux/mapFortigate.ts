import { sourceOf } from './mapNetworkDevice.ts';
import type { MappedMessage } from './mappedMessage.ts';
import { parsePairs } from './parseFortigate.ts';

/** The messages about administrators, by the end of their logid. https://docs.fortinet.com/document/fortigate/latest/fortios-log-message-reference */
const LOGID = /\blogid="?\d{4}(03200[123])\b/;

/** Maps a message of a FortiGate. Users of its VPN and of its firewall policies do not log in to it. */
export const mapFortigate = (text: string): MappedMessage => {
  const [, id] = LOGID.exec(text) ?? [];
  if (id === undefined) {
    return {
      kind: 'UNRELATED',
      sensorEvent: 'network device',
      reason: 'FortiGate: not about its administrators',
    };
  }
  const sensorEvent = `FortiGate ${id}`;
  const pairs = parsePairs(text);
  if (pairs === null) {
    return { kind: 'NOT_UNDERSTOOD', sensorEvent, reason: 'FortiGate: values that cannot be told apart' };
  }
  const [, ofPage = ''] = FROM.exec(pairs.get('ui') ?? '') ?? [];
  const source = sourceOf(pairs.get('srcip') ?? ofPage);
  const user = pairs.get('user') ?? '';
  return id === LOGOUT
    ? { kind: 'LOGOUT', sensorEvent, user, loginType: source.loginType, pid: null }
    : {
        kind: 'LOGIN',
        sensorEvent,
        user,
        loginSuccessful: id === SUCCESS,
        count: 1,
        method: 'device',
        pid: null,
        ...source,
      };
};

const SUCCESS = '032001';
const LOGOUT = '032003';
/** `https(10.0.0.9)`, `ssh(10.0.0.9)` or `console`. */
const FROM = /^\w+\(([^()]*)\)$/;
