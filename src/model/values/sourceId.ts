import { parseText } from './text.ts';

const RULE = { name: 'sourceId', code: 'INVALID_SOURCE_ID', maxLength: 512 } as const;

/** Parses what identifies a record at its source, such as `windows/security/48812`; kept as sent, compared exactly. */
export const parseSourceId = (value: unknown): string => parseText(value, RULE);
