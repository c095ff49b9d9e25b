import { readText } from '../fieldValues.ts';

/** What identifies a record at its source, `windows/security/48812`; undefined without a record number. */
export const sourceIdOf = ({
  channel,
  recordNumber,
}: {
  readonly channel: string;
  readonly recordNumber: unknown;
}): string | undefined => {
  const number = readRecordNumber(recordNumber);
  return number === null ? undefined : `windows/${channel}/${number}`;
};

/** A record number; null for 0, which some shippers write for all: a source id of it would make equal what is not. */
export const readRecordNumber = (recordNumber: unknown): string | null => {
  const number = readText({ recordNumber }, 'recordNumber');
  return /^[1-9]\d{0,19}$/.test(number) ? number : null;
};
