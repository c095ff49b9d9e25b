import type { Fields } from '../../fields.ts';

import { isLegacyEvent } from '../legacyEvents.ts';
import { makeRecord, notUnderstood } from '../windowsRecord.ts';
import type { Recognized, RecordParts } from '../windowsRecord.ts';
import { findChannel } from './findChannel.ts';
import type { FoundChannel } from './findChannel.ts';
import { parseMessage } from './parseMessage.ts';
import { listTemplates } from './templates.ts';
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
  const reading = parseMessage(text, template);
  return reading.kind === 'FIELDS'
    ? make(parts, template.channel, { ...reading.fields, Message: message })
    : notUnderstood(`${eventId}: the message is not as Windows writes it: ${reading.problem}`, text);
};

/** Whether a record of the log can have this message. The name of a provider that is not known may be that of the Security log. */
const isOf = (found: FoundChannel, { channel }: MessageTemplate): boolean => {
  if (found.kind === 'NOTHING') return true;
  return channel === (found.kind === 'PROVIDER' ? 'security' : found.channel);
};

const UNKNOWN_LOG = 'a log without a name';
const NOT_ENGLISH =
  'the message is not the English one, and the record has nothing else; export the log as EVTX or event XML';

const NO_VALUES =
  'an event of Windows 2000 to Server 2003, whose messages are not read; convert the log with wevtutil epl, and import that';

const make = (parts: Omit<MessageParts, 'message'>, channel: string, fields: Fields): Recognized =>
  makeRecord({ ...parts, channel, fields });
