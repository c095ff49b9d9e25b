import type { Fields } from '../fields.ts';

import type { RecordTime } from './readTime.ts';

/** A record of a Windows event log in any of the supported shapes. */
export type WindowsRecord = {
  /** Trimmed and in lower case: one log can contain both `Security` and `security`. */
  readonly channel: string;
  /** In lower case; '' if not known. */
  readonly provider: string;
  readonly eventId: number;
  /** As the shipper wrote it. */
  readonly hostname: unknown;
  /** Digits without leading zeros; null if not known. */
  readonly recordNumber: string | null;
  /** Where records have this number, as the source id names it: the channel, or another table. */
  readonly numberedBy: string;
  readonly time: RecordTime;
  /** The event's own fields, such as TargetUserName, as the shipper wrote them. */
  readonly fields: Fields;
};

export type Recognized =
  | { readonly kind: 'RECORD'; readonly record: WindowsRecord }
  | { readonly kind: 'FAILED'; readonly reason: string }
  /** A record in a known format that is not of an event log, or does not have what this sensor needs. */
  | { readonly kind: 'SKIPPED' | 'UNRELATED'; readonly reason: string }
  /** `text`: what is not understood. */
  | { readonly kind: 'NOT_UNDERSTOOD'; readonly reason: string; readonly text: string };

/** The reason for a record that has the members of no shape. */
export const UNKNOWN_FORMAT = 'unknown format: docs/importing.md lists the known ones';

/** The values that every shape has, before they are checked. */
export type RecordParts = Pick<WindowsRecord, 'hostname' | 'time' | 'fields'> &
  Readonly<Record<'channel' | 'provider' | 'eventId' | 'recordNumber', unknown>> & {
    /** Set if the record number is not that of the event log. */
    readonly numberedBy?: string;
  };

/** Creates a record from its parts, or reports which one is missing. */
export const makeRecord = (parts: RecordParts): Recognized => {
  const { hostname, time, fields } = parts;
  const provider = textOf(parts.provider).toLowerCase();
  const channel = textOf(parts.channel).toLowerCase() || (CHANNELS.get(provider) ?? '');
  const eventId = textOf(parts.eventId);
  if (!/^\d{1,9}$/.test(eventId)) return failed('the event id is not a number');
  if (channel === '') return failed('no channel');
  const recordNumber = readRecordNumber(textOf(parts.recordNumber));
  const numberedBy = parts.numberedBy ?? channel;
  const record = {
    channel,
    provider,
    eventId: Number(eventId),
    hostname,
    recordNumber,
    numberedBy,
    time,
    fields,
  };
  return { kind: 'RECORD', record };
};

/** Whether a provider, in lower case, is that of the audit policy. */
export const isAuditProvider = (provider: string): boolean => CHANNELS.get(provider) === 'security';

/** The channels of providers whose records may lack one. The forwarder writes a record of its own into the log of forwarded events. */
const CHANNELS: ReadonlyMap<string, string> = new Map([
  ['microsoft-windows-security-auditing', 'security'],
  // The name that Windows shows.
  ['microsoft windows security auditing.', 'security'],
  ['microsoft-windows-eventforwarder', 'forwardedevents'],
]);

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

/** Null for 0, which some shippers write for every record: different records would get the same source id. */
const readRecordNumber = (text: string): string | null => (/^[1-9]\d{0,19}$/.test(text) ? text : null);

export const failed = (reason: string): Recognized => ({ kind: 'FAILED', reason });

export const notUnderstood = (reason: string, text: string): Recognized => ({
  kind: 'NOT_UNDERSTOOD',
  reason,
  text,
});
