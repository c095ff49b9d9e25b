/** The maximum number of tokens in a document. */
export const MAX_TOKENS = 2000;
