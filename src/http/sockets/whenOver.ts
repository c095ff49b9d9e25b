import type { ServerResponse } from 'node:http';

/**
 * Tells when an answer is over: sent, or given up since its reader is gone. At once when it is so already: who hung up while we looked for
 * their key is not told of again.
 */
export const whenOver = (answer: ServerResponse, tell: () => void): void => {
  if (answer.destroyed) tell();
  else answer.once('close', tell);
};
