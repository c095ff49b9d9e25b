import autocannon from 'autocannon';

/** Connections that ask at the same time. */
const CONNECTIONS = 8;

export type Request = { readonly url: string; readonly method?: 'POST'; readonly body?: string };

/** Number and rate (in a second) of the requests that were answered. */
export type Load = { readonly requests: number; readonly rate: number };

/** Sends one request repeatedly over several connections. @throws Error if one is not answered with 2xx. */
export const loadServer = async (request: Request, seconds: number): Promise<Load> => {
  const headers = { 'content-type': 'application/json' };
  const result = await autocannon({ ...request, headers, connections: CONNECTIONS, duration: seconds });
  if (result.errors > 0 || result.non2xx > 0) throw new Error(`${request.url} fails under load.`);
  const requests = result.requests.total;
  return { requests, rate: requests / result.duration };
};
