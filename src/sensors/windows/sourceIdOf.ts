import type { WindowsRecord } from './windowsRecord.ts';

/** Identifies a record at its source, `windows/security/48812`; undefined without a record number. */
export const sourceIdOf = ({
  numberedBy,
  recordNumber,
}: Pick<WindowsRecord, 'numberedBy' | 'recordNumber'>): string | undefined =>
  recordNumber === null ? undefined : `windows/${numberedBy}/${recordNumber}`;
