/** The browser's storage without headers: GraphiQL stores those of past queries in its history, where a key must not stay. */
export const storageWithoutHeaders = {
  get length() {
    return localStorage.length;
  },
  /** @param {string} name */
  getItem: (name) => localStorage.getItem(name),
  /** @param {string} name @param {string} value */
  setItem: (name, value) => localStorage.setItem(name, withoutHeaders(value)),
  /** @param {string} name */
  removeItem: (name) => localStorage.removeItem(name),
  clear: () => localStorage.clear(),
};

/** @param {string} text */
const withoutHeaders = (text) => {
  if (!text.includes('"headers"')) return text;
  try {
    return JSON.stringify(JSON.parse(text), (key, value) => (key === 'headers' ? null : value));
  } catch {
    return text;
  }
};
