/**
 * Whether a thrown value carries one of these codes of the operating system or of Postgres, such as ENOENT.
 *
 * Looks at the shape rather than at `instanceof Error`, which is false for Node's own errors wherever code runs in a
 * context of its own, as under jest.
 */
export const hasCode = (error: unknown, ...codes: readonly string[]): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && codes.includes(String(error.code));
