/** The most tokens of a document. */
export const MAX_TOKENS = 2000;
