import { canonicalAddress } from '../../model/values/ipAddress.ts';

import type { ContextEventInput } from '../contextEventInput.ts';
import { readName, readText } from '../fieldValues.ts';
import type { Fields } from '../fields.ts';
import type { RemoteInput, SessionEventInput } from '../sessionEventInput.ts';

import { isLocalWord } from './isLocalWord.ts';
import { sourceIdOf } from './sourceIdOf.ts';
import type { WindowsRecord } from './windowsRecord.ts';

/** A record of the session manager, with the time and host that were already read. */
export type TerminalRecord = Pick<WindowsRecord, 'numberedBy' | 'eventId' | 'recordNumber' | 'fields'> & {
  readonly time: string;
  readonly hostname: string;
};

export type MappedTerminal =
  | { readonly kind: 'EVENT'; readonly event: SessionEventInput }
  | { readonly kind: 'CONTEXT'; readonly event: ContextEventInput }
  | { readonly kind: 'FAILED'; readonly reason: string };

/** Whether a record reports the start, end, disconnect or reconnect of a session of TerminalServices. */
export const isTerminalSession = ({
  channel,
  eventId,
}: Pick<WindowsRecord, 'channel' | 'eventId'>): boolean =>
  channel === 'microsoft-windows-terminalservices-localsessionmanager/operational' && MAPPED.has(eventId);

const MAPPED = new Set([21, 23, 24, 25]);

/**
 * Maps 21 (logon), 23 (logoff), 24 (disconnect) and 25 (reconnect). They repeat 4624, 4634, 4779 and 4778 with another id: the number of the session, which is
 * reused after its logoff, as a login id is after a restart.
 *
 * Values are from UserData, or from the message if a shipper sends nothing else (NXLog). Messages are in the language of Windows, and only
 * English ones can be read.
 */
export const mapTerminalSession = (record: TerminalRecord): MappedTerminal => {
  const { eventId, fields, time, hostname } = record;
  const values = fields['SessionID'] === undefined ? readMessage(readText(fields, 'Message')) : fields;
  const user = readName(values, 'User');
  const session = readText(values, 'SessionID');
  if (user === undefined || !/^\d{1,10}$/.test(session)) {
    return failed(eventId, 'no readable user and session id (only English messages are supported)');
  }
  const loginId = `0x${Number(session).toString(16)}`;
  const common = { time, hostname, user, loginId, sourceId: sourceIdOf(record) };
  if (eventId === 23) return { kind: 'EVENT', event: { logout: common } };
  const source = readSource(readText(values, 'Address'));
  if (source === null) return failed(eventId, 'an address that is neither an IP address nor LOCAL');
  if (eventId === 24) {
    return { kind: 'CONTEXT', event: { disconnect: { ...common, srcIp: source.srcIp } } };
  }
  return eventId === 21
    ? { kind: 'EVENT', event: { login: { ...common, ...source, loginSuccessful: true } } }
    : { kind: 'EVENT', event: { reconnect: { ...common, ...source } } };
};

/** Parses `Remote Desktop Services: …`, a blank line, and one value per line, or the same in one line. */
const readMessage = (message: string): Fields => {
  const [, User, SessionID, Address] = MESSAGE.exec(message) ?? IN_ONE_LINE.exec(message) ?? [];
  return { User, SessionID, Address };
};

const MESSAGE =
  /^[^\r\n]+[\r\n]\s*User:([^\r\n]*)\r?\nSession ID:([^\r\n]*)(?:\r?\nSource Network Address:([^\r\n]*))?$/;
/** No name of an account contains a colon. */
const IN_ONE_LINE =
  /^Remote Desktop Services: [^:\r\n]{1,60}: {1,4}User: ([^:\r\n]{1,300}) Session ID: {1,4}(\d{1,10})(?: {1,4}Source Network Address: {1,4}(\S{1,64}))? ?$/;

/** Null for text that is neither an address nor Windows' word for its own screen. */
const readSource = (address: string): Pick<RemoteInput, 'loginType' | 'srcIp'> | null => {
  if (address === '' || address === '-') return { loginType: null };
  if (isLocalWord(address)) return { loginType: 'INTERACTIVE' };
  return canonicalAddress(address) === null ? null : { loginType: 'RDP', srcIp: address };
};

const failed = (eventId: number, reason: string): MappedTerminal => ({
  kind: 'FAILED',
  reason: `TerminalServices ${eventId}: ${reason}`,
});
