import { getEditors } from './editors.js';

/** Servers and proxies take addresses to 8,000 characters (RFC 9110, 4.1); a longer query is kept by GraphiQL's storage alone. */
const MAX_LENGTH = 8000;

/** The query and the variables that the address of the page gives, to be opened in a tab. */
export const readAddress = () => {
  const parameters = new URLSearchParams(location.search);
  return {
    query: parameters.get('query') ?? undefined,
    variables: parameters.get('variables') ?? undefined,
  };
};

/** Writes the open tab into the address, so that it can be shared and reloaded. */
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
// The bundle of GraphiQL writes the address, too: the query alone, of any length, as a new entry of the history for each change.
history.pushState = () => undefined;
history.replaceState = () => undefined;
