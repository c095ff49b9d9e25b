/** The message of anything thrown, for use within a sentence. */
export const formatReason = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'message' in error ? String(error.message) : String(error);
