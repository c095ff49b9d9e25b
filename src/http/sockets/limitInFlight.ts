import type { FastifyInstance } from 'fastify';

import { sendError } from '../errors/sendError.ts';
import { wantsPlayground } from '../playground/wantsPlayground.ts';
import { onResponseEnd } from './onResponseEnd.ts';

/** Limits the memory, as each body has up to 8 MiB, and an upload keeps a few MiB. */
export const MAX_IN_FLIGHT = 64;

/** Uploads may take long and have a limit of their own, so that they cannot take the slots of queries. */
export type SlotKind = 'requests' | 'uploads';

/** The slots of requests in flight. All workers of a server share them. */
export type Slots = {
  /** Takes a slot; returns false if none is free. */
  readonly take: (kind: SlotKind) => Promise<boolean>;
  readonly release: (kind: SlotKind) => void;
};

/** Makes the slots of a server of one process. */
export const makeSlots = (): Slots => {
  const free = { requests: MAX_IN_FLIGHT, uploads: MAX_IN_FLIGHT };
  return {
    take: async (kind) => {
      if (free[kind] === 0) return false;
      free[kind] -= 1;
      return true;
    },
    release: (kind) => void (free[kind] += 1),
  };
};

const LIMITED: Readonly<Record<string, SlotKind>> = {
  '/graphql': 'requests',
  '/ingest': 'requests',
  '/upload': 'uploads',
};

/**
 * Refuses requests to /graphql and /ingest, and uploads, beyond the limit, before their bodies are read: 503 with Retry-After, nothing was done. The playground's
 * page does not count: everybody may load it, and could take the slots of clients with a key.
 */
export const limitInFlight = (app: FastifyInstance, slots: Slots): void => {
  app.addHook('onRequest', async (request, reply) => {
    // The matched route, not the request target: `/%67raphql` and `http://host/graphql` reach the same route.
    const kind = LIMITED[request.routeOptions.url ?? ''];
    if (kind === undefined || wantsPlayground(request)) return;
    if (await slots.take(kind)) {
      onResponseEnd(reply.raw, () => slots.release(kind));
      return;
    }
    await sendError(reply, {
      status: 503,
      code: 'OVERLOADED',
      message: `More than ${MAX_IN_FLIGHT} ${kind} are in flight. Nothing was done; try again.`,
      retryAfterSeconds: 1,
    });
  });
};
