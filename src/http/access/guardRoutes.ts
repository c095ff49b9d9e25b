import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

import { OutageError } from '../../db/errors.ts';

import { ANYONE, describeMissingScope } from '../../model/access/caller.ts';
import type { Caller } from '../../model/access/caller.ts';
import { isLoopback } from '../../model/access/isLoopback.ts';
import type { Scope } from '../../model/access/scope.ts';

import { sendError } from '../errors/sendError.ts';
import { describeError } from '../log.ts';
import { requestInfoOf } from '../observe/requestInfoOf.ts';
import { ASSETS_URL } from '../playground/addPlayground.ts';
import { wantsPlayground } from '../playground/wantsPlayground.ts';
import { authenticateCaller } from './authenticateCaller.ts';
import type { Credentials } from './authenticateCaller.ts';

/** Who gets in: everyone who reaches the port, everyone on this machine, or who has a credential. */
export type Access =
  { readonly kind: 'OPEN' } | { readonly kind: 'LOCAL' } | ({ readonly kind: 'GUARDED' } & Credentials);

/** PUBLIC is for strangers, too. KNOWN is for every known caller: what they ask for is looked at later, field by field. */
type RouteAccess = 'PUBLIC' | 'AUTHENTICATED' | readonly Scope[];

/** Who may come to which address. One that is not named here is open to nobody. */
const ROUTES: Readonly<Record<string, (request: FastifyRequest) => RouteAccess>> = {
  '/': () => 'PUBLIC',
  '/livez': () => 'PUBLIC',
  '/readyz': () => 'PUBLIC',
  // The page itself holds nothing; what it asks then comes back without text/html.
  '/graphql': (request) => (wantsPlayground(request) ? 'PUBLIC' : 'AUTHENTICATED'),
  [ASSETS_URL]: () => 'PUBLIC',
  '/ingest': () => ['events:write'],
  '/metrics': () => ['admin'],
};

/** Who asked: known to every handler of an address that is not PUBLIC. */
export type CallerOf = (request: FastifyRequest) => Caller;

/** Guards all addresses of the server, before a body is read. */
export const guardRoutes = (app: FastifyInstance, access: Access): CallerOf => {
  const callers = new WeakMap<FastifyRequest, Caller>();
  app.addHook('onRequest', async (request, reply) => {
    // The route that the router found, since the text of the request target may name it in several ways.
    const { url } = request.routeOptions;
    if (url === undefined) {
      // Now, and not by a handler: that would run after the body is read, and nothing limits these.
      await sendError(reply, NOT_FOUND);
      return;
    }
    const needed = ROUTES[url]?.(request) ?? [];
    if (needed === 'PUBLIC') return;
    const caller = await admit(access, request, reply);
    if (caller === null) return;
    requestInfoOf(request).caller = caller;
    const lack = needed === 'AUTHENTICATED' ? null : describeMissingScope(caller, url, needed);
    if (lack === null) callers.set(request, caller);
    else await sendError(reply, { status: 403, code: 'FORBIDDEN', message: lack });
  });
  return (request) => {
    const caller = callers.get(request);
    if (caller === undefined) throw new Error('A handler asked who its caller is at a public address.');
    return caller;
  };
};

const NOT_FOUND = {
  status: 404,
  code: 'NOT_FOUND',
  message: 'Nothing is here; the API is at /graphql.',
} as const;

/** The caller, if they may come in; else the request is answered. */
const admit = async (
  access: Access,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<Caller | null> => {
  if (access.kind === 'OPEN') return ANYONE;
  if (access.kind === 'LOCAL') {
    if (isForThisMachine(request)) return ANYONE;
    await sendError(reply, { status: 403, code: 'FORBIDDEN', message: OTHER_NAME });
    return null;
  }
  const found = await authenticate(access, request);
  if (found.kind === 'AUTHENTICATED') return found.caller;
  if (found.kind === 'UNAVAILABLE') {
    request.log.error({ error: describeError(found.cause) }, 'Who asks cannot be found out.');
    await sendError(reply, {
      status: 503,
      code: 'SERVICE_UNAVAILABLE',
      message: 'Who asks cannot be found out now. Nothing was changed; try again.',
      headers: { 'retry-after': '2' },
    });
    return null;
  }
  await sendError(reply, {
    status: 401,
    code: 'UNAUTHENTICATED',
    message: `${found.mistake ?? 'A key is needed.'} ${HOW}`,
    // RFC 6750, 3: without a credential there is no error to name.
    headers: { 'www-authenticate': found.mistake === null ? 'Bearer' : 'Bearer error="invalid_token"' },
  });
  return null;
};

/**
 * Whether the request names this machine. A web page from elsewhere whose name was made to mean 127.0.0.1 (DNS rebinding) is on this
 * machine, too, for a browser; but it cannot hide its name.
 */
const isForThisMachine = ({ headers }: FastifyRequest): boolean => {
  const address = `http://${headers.host ?? ''}`;
  return URL.canParse(address) && isLoopback(new URL(address).hostname.replace(/^\[(.*)\]$/, '$1'));
};

const OTHER_NAME =
  'This server is open to its own machine alone, and was asked for by another name. Ask for 127.0.0.1 or localhost; ' +
  'behind a proxy that guards it, it is started with AUTH=none.';

const authenticate = async (credentials: Credentials, { headers }: FastifyRequest) => {
  try {
    return await authenticateCaller(credentials, headers.authorization);
  } catch (error) {
    if (!(error instanceof OutageError)) throw error;
    return { kind: 'UNAVAILABLE', cause: error.cause } as const;
  }
};

const HOW =
  'Send the header Authorization: Bearer ss_…; in the playground put {"Authorization": "Bearer ss_…"} under Headers, below the query. ' +
  'Whoever runs the server makes a key: npm run keys -- add --name NAME --scopes events:read.';
