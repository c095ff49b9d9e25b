import type { FastifyInstance, FastifyRequest } from 'fastify';

import { OutageError } from '../../db/errors.ts';

import { ANYONE, describeMissingScope } from '../../model/access/caller.ts';
import type { Caller } from '../../model/access/caller.ts';
import { isLoopback } from '../../model/values/ipAddress.ts';
import type { Scope } from '../../model/access/scope.ts';

import { sendError } from '../errors/sendError.ts';
import type { ErrorAnswer } from '../errors/sendError.ts';
import { EXPLORER_FILES_URL } from '../explorer/addExplorer.ts';
import { SCHEMA_URL } from '../graphql/addSchemaFile.ts';
import { describeError } from '../log.ts';
import { requestInfoOf } from '../observe/requestInfoOf.ts';
import { ASSETS_URL } from '../playground/addPlayground.ts';
import { wantsPlayground } from '../playground/wantsPlayground.ts';
import { authenticateCaller } from './authenticateCaller.ts';
import type { Credentials } from './authenticateCaller.ts';
import { basicToBearer, isBasic } from './basicToBearer.ts';

/** Who has access: everyone who can reach the port, everyone on this machine, or clients with a credential. */
export type Access =
  { readonly kind: 'OPEN' } | { readonly kind: 'LOCAL' } | ({ readonly kind: 'GUARDED' } & Credentials);

/** PUBLIC needs no authentication. KNOWN is open to every authenticated caller: guardFields checks the scopes of each field later. */
type RouteAccess = 'PUBLIC' | 'AUTHENTICATED' | readonly Scope[];

/** The access of each route. Routes that are not listed here are denied. */
const ROUTES: Readonly<Record<string, (request: FastifyRequest) => RouteAccess>> = {
  // The page contains no data; its requests to the API are checked.
  '/': () => 'PUBLIC',
  [EXPLORER_FILES_URL]: () => 'PUBLIC',
  '/livez': () => 'PUBLIC',
  '/readyz': () => 'PUBLIC',
  // The page itself contains no data; its requests do not accept text/html.
  '/graphql': (request) => (wantsPlayground(request) ? 'PUBLIC' : 'AUTHENTICATED'),
  [ASSETS_URL]: () => 'PUBLIC',
  // As introspection, which every authenticated caller may use.
  [SCHEMA_URL]: () => 'AUTHENTICATED',
  '/ingest': () => ['events:write'],
  '/upload': () => ['events:write'],
  '/metrics': () => ['admin'],
};

/** Returns the caller of a request, for handlers of routes that are not PUBLIC. */
export type CallerOf = (request: FastifyRequest) => Caller;

/** Checks the access again, for requests that take long: a key may be revoked meanwhile. Returns the error to answer; null if access is granted. */
export type Recheck = (request: FastifyRequest) => Promise<ErrorAnswer | null>;

/** Checks the access to all routes of the server, before the body is read. */
export const guardRoutes = (
  app: FastifyInstance,
  access: Access,
): { readonly callerOf: CallerOf; readonly recheck: Recheck } => {
  app.addHook('onRequest', async (request, reply) => {
    const refusal = await admit(access, request);
    if (refusal !== null) await sendError(reply, refusal);
  });
  return {
    callerOf: (request) => {
      const { caller } = requestInfoOf(request);
      if (caller === null) throw new Error('A handler of a public route requested its caller.');
      return caller;
    },
    recheck: async (request) => admit(access, request),
  };
};

/** Notes the caller of a route that is not PUBLIC, and returns why it has no access; null if it has. */
const admit = async (access: Access, request: FastifyRequest): Promise<ErrorAnswer | null> => {
  // The matched route is checked, because the request target may spell it in several ways.
  const { url } = request.routeOptions;
  // Refused here, because a handler would run after the body is read, and no limit applies to unknown routes.
  if (url === undefined) return NOT_FOUND;
  const needed = ROUTES[url]?.(request) ?? [];
  if (needed === 'PUBLIC') return null;
  const { caller, refusal } = await identify(access, request);
  if (caller === null) return refusal;
  requestInfoOf(request).caller = caller;
  const lack = needed === 'AUTHENTICATED' ? null : describeMissingScope(caller, url, needed);
  return lack === null ? null : { status: 403, code: 'FORBIDDEN', message: lack };
};

const NOT_FOUND = {
  status: 404,
  code: 'NOT_FOUND',
  message: 'There is no such address; the API is at /graphql.',
} as const;

/** The caller if it is authenticated, else the error to answer. */
type Identity =
  | { readonly caller: Caller; readonly refusal: null }
  | { readonly caller: null; readonly refusal: ErrorAnswer };

const identify = async (access: Access, request: FastifyRequest): Promise<Identity> => {
  if (access.kind === 'OPEN') return { caller: ANYONE, refusal: null };
  if (access.kind === 'LOCAL') {
    if (isForThisMachine(request)) return { caller: ANYONE, refusal: null };
    return { caller: null, refusal: { status: 403, code: 'FORBIDDEN', message: OTHER_NAME } };
  }
  const found = await authenticate(access, request);
  if (found.kind === 'AUTHENTICATED') return { caller: found.caller, refusal: null };
  if (found.kind === 'UNAVAILABLE') {
    request.log.error({ error: describeError(found.cause) }, 'Authentication is unavailable.');
    return { caller: null, refusal: UNAVAILABLE };
  }
  const refusal = {
    status: 401,
    code: 'UNAUTHENTICATED',
    message: `${found.mistake ?? 'A key is needed.'} ${howToSend(request)}`,
    // RFC 6750, 3: without a credential the header contains no error.
    headers: { 'www-authenticate': found.mistake === null ? 'Bearer' : 'Bearer error="invalid_token"' },
  };
  return { caller: null, refusal };
};

const UNAVAILABLE = {
  status: 503,
  code: 'SERVICE_UNAVAILABLE',
  message: 'Authentication is temporarily unavailable. Nothing was changed; try again.',
  retryAfterSeconds: 2,
} as const;

/**
 * Whether the Host header names this machine. With DNS rebinding a foreign web page resolves its own name to 127.0.0.1, so that its requests come
 * from this machine, but their Host header still contains that name.
 */
const isForThisMachine = ({ headers }: FastifyRequest): boolean => {
  const address = `http://${headers.host ?? ''}`;
  return URL.canParse(address) && isLoopback(new URL(address).hostname.replace(/^\[(.*)\]$/, '$1'));
};

const OTHER_NAME =
  'This server accepts requests only from its own machine, and the Host header has another name. Use 127.0.0.1 or localhost; ' +
  'behind a proxy that controls access, start the server with AUTH=none.';

const authenticate = async (credentials: Credentials, { headers, routeOptions }: FastifyRequest) => {
  const { authorization } = headers;
  const header = routeOptions.url === '/upload' ? basicToBearer(authorization) : authorization;
  try {
    return await authenticateCaller(credentials, header);
  } catch (error) {
    if (!(error instanceof OutageError)) throw error;
    return { kind: 'UNAVAILABLE', cause: error.cause } as const;
  }
};

const howToSend = ({ headers, routeOptions }: FastifyRequest): string => {
  if (!isBasic(headers.authorization)) return HOW;
  return routeOptions.url === '/upload' ? IN_PASSWORD : `${ONLY_UPLOADS} ${HOW}`;
};

const IN_PASSWORD =
  'With Basic authorization the key is the password: https://journal:ss_…@host in the URL of systemd-journal-upload, with any user. ' +
  'The operator of the server creates keys: npm run keys -- add --name NAME --scopes events:write.';
const ONLY_UPLOADS = 'Only /upload accepts Basic authorization, with the key as its password.';
const HOW =
  'Send the header Authorization: Bearer ss_…; in the playground put {"Authorization": "Bearer ss_…"} under Headers, below the query. ' +
  'The operator of the server creates keys: npm run keys -- add --name NAME --scopes events:read.';
