import { makeHostStartUuid } from './identity.ts';
import { parseStoredTime, parseStyledHostname, readRequired, readOptional } from './readField.ts';
import type { InputRules, Parsed, Reading } from './readField.ts';
import { parseSourceId } from './values/text.ts';

/** A parsed host start, which ends the sessions of the host. CAR-2015-07-001 needs it and CAR's model lacks it. */
export type NewHostStart = {
  readonly uuid: string;
  readonly time: string;
  readonly hostname: string;
  readonly sourceId: string | null;
};

/** A host start as a caller sends it. GraphQL has checked its shape, not its values. */
export type HostStartInput = {
  readonly time: unknown;
  readonly hostname: unknown;
  readonly sourceId?: unknown;
};

/** Parses a host start's values to their canonical form; reports all errors together. */
export const parseHostStartInput = (input: HostStartInput, rules: InputRules): Parsed<NewHostStart> => {
  const reading: Reading = { input, rules, errors: [] };
  const start = {
    time: readRequired(reading, 'time', parseStoredTime) ?? '',
    hostname: readRequired(reading, 'hostname', parseStyledHostname) ?? '',
    sourceId: readOptional(reading, 'sourceId', parseSourceId),
  };
  if (reading.errors.length > 0) return { kind: 'ERRORS', errors: reading.errors };
  return { kind: 'EVENT', event: { uuid: makeHostStartUuid(start), ...start } };
};
