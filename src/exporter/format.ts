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
