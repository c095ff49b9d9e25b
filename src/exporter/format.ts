import type { JsonObject } from '../client/looseJson.ts';

/** How a list is written: what stands in front, and the text of each row, with its line end. */
export type Format = { readonly head: string; readonly formatRow: (row: JsonObject) => string };
