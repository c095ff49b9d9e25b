import type { Fields } from '../fields.ts';

import type { RecordTime } from './readTime.ts';

/** A Windows event log record, whatever shape it came in. Values are as the shipper wrote them. */
export type WindowsRecord = {
  /** Trimmed, lower case: one log writes `Security` and `security`. */
  readonly channel: string;
  readonly provider: string;
  readonly eventId: number;
  readonly hostname: unknown;
  readonly recordNumber: unknown;
  readonly time: RecordTime;
  /** The event's own fields, such as TargetUserName. */
  readonly fields: Fields;
};

export type Recognized =
  | { readonly kind: 'RECORD'; readonly record: WindowsRecord }
  | { readonly kind: 'FAILED'; readonly reason: string };

/** Where a shape keeps what every record has. */
export type RecordParts = Omit<WindowsRecord, 'channel' | 'provider' | 'eventId'> & {
  readonly channel: unknown;
  readonly provider: unknown;
  readonly eventId: unknown;
};

/** Makes a record of its parts, or says which one is missing. */
export const makeRecord = (parts: RecordParts): Recognized => {
  const provider = textOf(parts.provider).toLowerCase();
  const channel = textOf(parts.channel).toLowerCase() || (provider === AUDITING ? 'security' : '');
  const eventId = textOf(parts.eventId);
  if (!/^\d{1,9}$/.test(eventId)) return failed('the event id is no number');
  if (channel === '') return failed('no channel');
  const { hostname, recordNumber, time, fields } = parts;
  const record = { channel, provider, eventId: Number(eventId), hostname, recordNumber, time, fields };
  return { kind: 'RECORD', record };
};

const AUDITING = 'microsoft-windows-security-auditing';

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value).trim() : '';

export const failed = (reason: string): Recognized => ({ kind: 'FAILED', reason });
