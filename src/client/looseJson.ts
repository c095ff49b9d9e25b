/** An object of which nothing is known yet. */
export type JsonObject = Readonly<Record<string, unknown>>;

/** The value of a JSON text, null when it is none. */
export const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};

/** The object, or an empty one in place of anything else. */
export const asObject = (value: unknown): JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};

/** The list, or an empty one in place of anything else. */
export const asArray = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The text, or an empty one in place of anything else. */
export const asText = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The text, or null in place of anything else. */
export const asTextOrNull = (value: unknown): string | null => (typeof value === 'string' ? value : null);
