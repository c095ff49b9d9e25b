import { getEditors } from './editors.js';

/** Servers and proxies accept URLs up to 8,000 characters (RFC 9110, 4.1); a longer query is only kept in GraphiQL's storage. */
const MAX_LENGTH = 8000;

/** Reads the query and variables in the URL of the page, to open them in a tab. */
export const readAddress = () => {
  const parameters = new URLSearchParams(location.search);
  return {
    query: parameters.get('query') ?? undefined,
    variables: parameters.get('variables') ?? undefined,
  };
};

/** Writes the open tab into the URL, so that it can be shared and reloaded. */
export const writeAddress = () => {
  const editors = getEditors();
  if (editors === null) return;
  const url = new URL(location.pathname, location.href);
  url.searchParams.set('query', editors.query.getValue());
  const variables = editors.variables.getValue();
  if (variables.trim() !== '') url.searchParams.set('variables', variables);
  replaceState(null, '', url.href.length > MAX_LENGTH ? location.pathname : url);
};

const replaceState = history.replaceState.bind(history);
// The bundle of GraphiQL also writes the URL: only the query, of any length, and each change as a new entry in the history.
history.pushState = () => undefined;
history.replaceState = () => undefined;
