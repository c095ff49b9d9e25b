/**
 * What a caller may do; none implies another. `events:read` asks, `events:write` sends, `admin` is for what is about the server itself and
 * not about events.
 */
export const SCOPES = ['events:read', 'events:write', 'admin'] as const;

export type Scope = (typeof SCOPES)[number];

/** The scope of that name; null when there is none. */
export const findScope = (name: unknown): Scope | null => SCOPES.find((scope) => scope === name) ?? null;
