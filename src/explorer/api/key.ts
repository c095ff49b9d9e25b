/** The API key: only in the memory of this tab, never stored and never in a URL. */
let key: string | null = null;
/** Why the last key was rejected. */
let rejection: string | null = null;
const listeners = new Set<() => void>();

export const getKey = (): string | null => key;
export const getRejection = (): string | null => rejection;

export const setKey = (typed: string): void => {
  [key, rejection] = [typed, null];
  tell();
};

/** Forgets a key that the server did not accept. */
export const rejectKey = (reason: string): void => {
  [key, rejection] = [null, reason];
  tell();
};

/** Forgets the key, so that the page asks for another one. */
export const forgetKey = (): void => {
  [key, rejection] = [null, null];
  tell();
};

/** Whether the API answers only callers that send a key. The server writes that into the page. */
export const isKeyNeeded = (): boolean => document.body.dataset['keyNeeded'] === 'true';

const tell = (): void => {
  for (const listener of listeners) listener();
};

/** Calls the listener at each change of the key; returns how to stop that. */
export const onKeyChange = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};
