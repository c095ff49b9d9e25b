/** A record of named values, of which nothing is known yet. */
export type Fields = Readonly<Record<string, unknown>>;

/** The object, or an empty one in place of anything else. */
export const asFields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
