import { atPath, comparedWith } from '../filter/comparators.ts';
import { timeOperators } from '../filter/operators.ts';
import type { Predicate } from '../filter/predicate.ts';
import { parseText } from '../values/text.ts';

import type { AuditOutcome } from './auditOutcome.ts';

/** A filter as a client sends it. */
export type AuditFilterInput = Partial<Record<AuditText, string | null>> & {
  readonly time?: unknown;
  readonly outcome?: AuditOutcome | null;
};

type AuditText = (typeof TEXTS)[number];

/** The conditions for entries; null members do not restrict them. Its JSON identifies the list that a cursor belongs to. */
export type AuditPredicate = Readonly<Record<AuditText, string | null>> & {
  readonly time: Predicate;
  readonly outcome: AuditOutcome | null;
};

const TEXTS = ['callerName', 'keyId', 'operationName', 'rootField', 'variablesHash'] as const;
const parseTimes = comparedWith(timeOperators('time'));

/** @throws Refusal BAD_FILTER for text that Postgres cannot store, and the refusals of the time parsers. */
export const parseAuditFilter = (filter: AuditFilterInput | null | undefined): AuditPredicate => {
  const given = filter ?? {};
  const textOf = (field: AuditText): string | null => {
    const value = given[field];
    if (value === null || value === undefined) return null;
    const path = `filter.${field}`;
    return atPath(path, () => parseText(value, { name: path, code: 'BAD_FILTER', maxLength: 512 }));
  };
  return {
    callerName: textOf('callerName'),
    keyId: textOf('keyId'),
    operationName: textOf('operationName'),
    rootField: textOf('rootField'),
    variablesHash: textOf('variablesHash'),
    outcome: given.outcome ?? null,
    time: { kind: 'and', of: given.time ? [...parseTimes(given.time, 'filter.time')] : [] },
  };
};
