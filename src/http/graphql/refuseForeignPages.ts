import type { IncomingHttpHeaders } from 'node:http';

import type { FastifyReply, FastifyRequest } from 'fastify';

import { sendError } from '../errors/sendError.ts';
import type { ErrorAnswer } from '../errors/sendError.ts';
import { wantsPlayground } from '../playground/wantsPlayground.ts';

/**
 * Makes a handler that refuses a GET that a foreign web page can have a browser send (CSRF): it could not read the answer, but it could keep the
 * server busy. A POST needs no check: only JSON is accepted, for which browsers ask the server first (a preflight request of CORS).
 */
export const makeRefuseForeignPages =
  (allowedOrigins: readonly string[]) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    if (request.method !== 'GET' || wantsPlayground(request)) return;
    if (!canBeForeign(request.headers, allowedOrigins)) return;
    await sendError(reply, CSRF_PREVENTED);
  };

const CSRF_PREVENTED: ErrorAnswer = {
  status: 400,
  code: 'CSRF_PREVENTED',
  message:
    'A foreign web page can have a browser send this request (CSRF), so it was not executed. Add the header apollo-require-preflight: true, ' +
    'or send the query by POST with content-type: application/json.',
};

const canBeForeign = (headers: IncomingHttpHeaders, allowedOrigins: readonly string[]): boolean => {
  const { origin, referer, 'sec-fetch-site': site } = headers;
  if (needsPreflight(headers)) return false;
  // Browsers write these two, not pages. `none`: the user has entered the address.
  if (site === 'same-origin' || site === 'none') return false;
  if (origin !== undefined) return !allowedOrigins.includes(origin);
  return site !== undefined || referer !== undefined || isBrowser(headers);
};

/** Whether a page can send these headers only after the server has allowed it. */
const needsPreflight = (headers: IncomingHttpHeaders): boolean =>
  // Not every Authorization: browsers add Basic and Negotiate by themselves, also to requests of foreign pages.
  /^Bearer ./i.test(headers.authorization ?? '') ||
  /^application\/json *(?:;|$)/i.test(headers['content-type'] ?? '') ||
  isGiven(headers['apollo-require-preflight']) ||
  isGiven(headers['x-apollo-operation-name']);

const isGiven = (value: string | readonly string[] | undefined): boolean =>
  value !== undefined && value.length > 0;

/**
 * Whether the client is a browser: all of them name Gecko. Without TLS, browsers send Sec-Fetch-Site to their own machine only, and a page can
 * suppress Referer, but it cannot change User-Agent without a preflight request.
 */
const isBrowser = (headers: IncomingHttpHeaders): boolean => /\bGecko\b/.test(headers['user-agent'] ?? '');
