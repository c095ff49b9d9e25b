/** An object whose members have not been checked. */
export type Fields = Readonly<Record<string, unknown>>;

/** Returns the value if it is an object, and an empty object otherwise. */
export const asFields = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
