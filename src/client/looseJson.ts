/** An object whose fields are not validated yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** Parses JSON; null when it is invalid. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** Returns the object, or an empty one for any other value. */
export const asObject = (value: unknown): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};

/** Returns the array, or an empty one for any other value. */
export const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Returns the string, or an empty one for any other value. */
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** Returns the string, or null for any other value. */
export const asTextOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
