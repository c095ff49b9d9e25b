/** By wrapper: a raw record, and the same through the wrapper. */
export type Cases = Readonly<Record<string, readonly (readonly [raw: unknown, wrapped: unknown])[]>>;
