import { createHash } from 'node:crypto';

/** Identifies a record by the values that a second copy of it has, too. */
export const hashContent = (schema: string, values: readonly unknown[]): string =>
  `${schema}/${createHash('sha256').update(JSON.stringify(values)).digest('hex').slice(0, 16)}`;
