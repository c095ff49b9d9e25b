import { splitUser } from '../model/values/user.ts';

import type { JsonObject } from '../client/looseJson.ts';

/** How a list is written: the text before the rows, and the text of each row with its line end. */
export type ExportFormat = { readonly head: string; readonly formatRow: (row: JsonObject) => string };

/** Formats a line of JSON. */
export const formatLine = (value: JsonObject): string => `${JSON.stringify(value)}\n`;

/** Returns the fields of a row that have a value, in the given order. */
export const pickKnown = (row: JsonObject, fields: readonly string[]): JsonObject =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = row[field] ?? null;
      return value === null ? [] : [[field, value]];
    }),
  );

/** Returns the fields of a row that have a value, under other names: `{ ip: 'srcIp' }`. */
export const pickRenamed = (row: JsonObject, names: Readonly<Record<string, string>>): JsonObject =>
  pickKnown(
    Object.fromEntries(Object.entries(names).map(([name, field]) => [name, row[field]])),
    Object.keys(names),
  );

/** Returns the domain and the name of a row's user, as far as they are known. */
export const splitAccount = ({ user }: JsonObject): JsonObject => {
  if (typeof user !== 'string') return {};
  const { domain, name } = splitUser(user);
  return domain === '' ? { name } : { name, domain };
};

/** Leaves out objects without fields. */
export const unlessEmpty = (objects: Readonly<Record<string, JsonObject>>): JsonObject =>
  Object.fromEntries(Object.entries(objects).filter(([, object]) => Object.keys(object).length > 0));
