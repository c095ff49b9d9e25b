/** Codes of a single bad value. In ingest they reject one event; in a filter or an argument they reject the request. */
export const INPUT_ERROR_CODES = [
  'INVALID_TIME',
  'TIME_OUT_OF_RANGE',
  'INVALID_HOSTNAME',
  'INVALID_USER',
  'INVALID_UID',
  'INVALID_LOGIN_ID',
  'INVALID_IP_ADDRESS',
  'INVALID_PORT',
  'INVALID_SOURCE_ID',
  'FIELD_NOT_APPLICABLE',
] as const;

export type InputErrorCode = (typeof INPUT_ERROR_CODES)[number];

/** Codes of a request that is refused as a whole. They are stable, because clients may match on them. */
export type RefusalCode =
  | InputErrorCode
  | 'BAD_BATCH_SIZE'
  | 'BAD_CURSOR'
  | 'BAD_FILTER'
  | 'BAD_GROUPING'
  | 'BAD_ID'
  | 'BAD_PAGE'
  | 'BAD_PARAMETER'
  | 'DEADLINE_EXCEEDED'
  | 'INVALID_CIDR'
  | 'INVALID_DURATION'
  | 'INVALID_TIME_ZONE'
  | 'TOO_MANY_BUCKETS'
  | 'RANGE_TOO_LARGE';

/**
 * An error that the caller can correct.
 *
 * Only the messages of this error are sent to clients: a message names the field, the problem and the remedy, and never
 * repeats the value, which may be evidence or an attack. Any other error is a bug or an outage, and the HTTP server
 * masks it.
 */
export class Refusal extends Error {
  readonly code: RefusalCode;
  /** Path of the argument or field within the request or the event, such as `filter.srcIp.eq`; null for the whole. */
  readonly field: string | null;

  constructor(code: RefusalCode, message: string, field: string | null = null) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.field = field;
  }
}
