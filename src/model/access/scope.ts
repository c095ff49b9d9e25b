/**
 * What a caller may do; no scope implies another. `events:read` allows queries, `events:write` allows ingest, and `admin` allows operations
 * on the server itself rather than on events.
 */
export const SCOPES = ['events:read', 'events:write', 'admin'] as const;

export type Scope = (typeof SCOPES)[number];

/** Finds the scope with this name; null if unknown. */
export const findScope = (name: unknown): Scope | null => SCOPES.find((scope) => scope === name) ?? null;
