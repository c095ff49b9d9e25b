import type { Fields } from '../../fields.ts';

import { isLegacyEvent } from '../legacyEvents.ts';
import { makeRecord, notUnderstood } from '../windowsRecord.ts';
import type { Recognized, RecordParts } from '../windowsRecord.ts';
import { findChannel } from './findChannel.ts';
import type { FoundChannel } from './findChannel.ts';
import { parseMessage } from './parseMessage.ts';
import { findEventId, listTemplates } from './templates.ts';
import type { MessageTemplate } from './templates.ts';

/** The parts of a record whose fields are in its message only. */
export type MessageParts = Omit<RecordParts, 'fields'> & { readonly message: unknown };

/**
 * Makes a record from its rendered message. A record of an event that this sensor reads must have the English message: Windows writes messages
 * in its own language, and the labels and their order are documented for English only.
 */
export const makeFromMessage = ({ message, ...parts }: MessageParts): Recognized => {
  const text = typeof message === 'string' ? message.trim() : '';
  const eventId = Number(parts.eventId);
  const found = findChannel(parts.channel, parts.provider, eventId);
  const templates = listTemplates(eventId).filter((template) => isOf(found, template));
  const template = templates.find(({ title }) => text.startsWith(title));
  if (template === undefined) {
    if (templates.length > 0) return notUnderstood(`${eventId}: ${NOT_ENGLISH}`, text);
    if (isLegacyEvent(parts.provider, eventId)) return notUnderstood(`${eventId}: ${NO_VALUES}`, text);
    return make(parts, found.kind === 'NOTHING' ? UNKNOWN_LOG : found.channel, {});
  }
  // A name may contain the beginning of a message: what precedes the message, such as the host, may then be a part of that name.
  if (text.includes(template.title, template.title.length))
    return notUnderstood(`${eventId}: ${TWICE}`, text);
  const reading = parseMessage(text, template);
  return reading.kind === 'FIELDS'
    ? make(parts, template.channel, { ...reading.fields, Message: message })
    : notUnderstood(`${eventId}: the message is not as Windows writes it: ${reading.problem}`, text);
};

/**
 * Makes a record from a rendered message without the number of the event: the beginning of an English message shows it. Other events of the Security
 * log are skipped if their message is English, too.
 */
export const makeFromTitle = (parts: Omit<MessageParts, 'eventId'>): Recognized => {
  const text = typeof parts.message === 'string' ? parts.message.trim() : '';
  const eventId = findEventId(text);
  if (eventId !== undefined) return makeFromMessage({ ...parts, eventId });
  const { channel } = { channel: UNKNOWN_LOG, ...findChannel(parts.channel, parts.provider, 0) };
  return channel === 'security' && !ENGLISH.test(text)
    ? notUnderstood(`Security: ${NOT_ENGLISH}`, text)
    : { kind: 'SKIPPED', reason: `not a session event (${channel.slice(0, 100)})` };
};

/** The first words of messages without labels, and the labels of the others. */
const ENGLISH =
  /^(?:The|Windows) |(?:^|\s)(?:Subject|Security ID|Account Name|Application Information|Account Information|Process Information|Process ID|Network Information|Additional Information|Service Information|Object Name|Rule Name|Profile Changed|Change Type|Certificate Information|Domain Name|Filter Information):(?=\s|$)/;

/** Whether a record of the log can have this message. The name of a provider that is not known may be that of the Security log. */
const isOf = (found: FoundChannel, { channel }: MessageTemplate): boolean => {
  if (found.kind === 'NOTHING') return true;
  return channel === (found.kind === 'PROVIDER' ? 'security' : found.channel);
};

const TWICE = 'its message begins in it twice';
const UNKNOWN_LOG = 'a log without a name';
const NOT_ENGLISH =
  'the message is not the English one, and the record has nothing else; export the log as EVTX or event XML';

const NO_VALUES =
  'an event of Windows 2000 to Server 2003, whose messages are not read; convert the log with wevtutil epl, and import that';

const make = (parts: Omit<MessageParts, 'message'>, channel: string, fields: Fields): Recognized =>
  makeRecord({ ...parts, channel, fields });
