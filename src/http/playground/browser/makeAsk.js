/**
 * Makes the function that sends requests to the API. GraphiQL has headers per tab; a key in one of them is sent with the requests of all tabs, until
 * the page is closed. It is not stored.
 *
 * @param {{ isKeyNeeded: boolean }} options
 */
export const makeAsk = ({ isKeyNeeded }) => {
  /** @type {string | null} */
  let authorization = null;
  /** @type {import('./types.d.ts').Ask} */
  const ask = async (request, headers = {}) => {
    const sent = new Headers(headers);
    authorization = sent.get('authorization') ?? authorization;
    // Without a key the API would refuse, and the browser would log that as an error.
    if (isKeyNeeded && authorization === null) return { errors: [{ message: KEY_NEEDED }] };
    if (authorization !== null) sent.set('authorization', authorization);
    sent.set('content-type', 'application/json');
    const response = await fetch(location.pathname, {
      method: 'POST',
      headers: sent,
      body: JSON.stringify(request),
    });
    return response.json();
  };
  return {
    ask,
    /**
     * Reads the key from the text of the headers editor. Returns whether it is new and looks complete.
     *
     * @param {string} text
     */
    learnKey: (text) => {
      const found = readAuthorization(text);
      if (found === null || found === authorization) return false;
      authorization = found;
      return true;
    },
  };
};

export const KEY_NEEDED =
  'A key is needed. Put {"Authorization": "Bearer ss_…"} under Headers, below the query. ' +
  'The operator of the server creates keys: npm run keys -- add --name NAME --scopes events:read.';

/** A key of this server, or a JWT. */
const COMPLETE = /^Bearer (ss_[0-9a-f]{16}\.[\w-]{43}|[\w-]+\.[\w-]+\.[\w-]{43,})$/i;

/** @param {string} text */
const readAuthorization = (text) => {
  try {
    const value = new Headers(JSON.parse(text)).get('authorization');
    return value !== null && COMPLETE.test(value) ? value : null;
  } catch {
    return null;
  }
};
