import { fillPlaceholders } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';

import { toStatement } from './statement.ts';
import type { Statement } from './statement.ts';

const STATEMENTS = new Map<string, Statement>();

/** Fills values into the placeholders of a statement. Its text is written at the first use of its name only. */
export const fillNamed = (
  name: string,
  compile: () => SQL,
  values: Readonly<Record<string, unknown>>,
): Statement => {
  const statement = STATEMENTS.get(name) ?? toStatement(compile());
  STATEMENTS.set(name, statement);
  return { text: statement.text, values: fillPlaceholders(statement.values, values) };
};
