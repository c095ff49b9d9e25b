import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { afterEach } from '@jest/globals';

type Event = Readonly<Record<string, unknown>>;

/** The reaction of the fake to one request: `DROP` closes the connection, `HANG` never answers. */
export type Behaviour =
  | 'DROP'
  | 'HANG'
  | {
      readonly status?: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: unknown;
      readonly delayMs?: number;
    };

export type FakeServer = {
  readonly url: string;
  /** The events or context events of each request, in the order of their arrival. */
  readonly requests: (readonly Event[])[];
  readonly arrivedMs: number[];
  /** The number of requests to /livez; they are not in `requests`. */
  readonly probes: () => number;
  /** The highest number of concurrent requests. */
  readonly mostOpen: () => number;
  readonly close: () => Promise<void>;
};

/** Answers with a result for each event or context event, like the API; `judge` returns an error, 'DUPLICATE' or null. */
export const answer = (
  events: readonly Event[],
  judge: (event: Event) => object | 'DUPLICATE' | null = () => null,
): object => {
  const results = events.map((event, index) => {
    const verdict = judge(event);
    if (verdict === null) return { index, status: 'ACCEPTED', errors: [] };
    if (verdict === 'DUPLICATE') return { index, status: 'DUPLICATE', errors: [] };
    return { index, status: 'REJECTED', errors: [verdict] };
  });
  return { data: { [isContext(events[0]) ? 'ingestContextEvents' : 'ingestSessionEvents']: { results } } };
};

/** The top-level key of an event is the name of its action, that of a context event its kind. */
const isContext = (item: Event = {}): boolean =>
  ['hostStart', 'hostStop', 'hostSeen', 'disconnect'].some((name) => Object.hasOwn(item, name));

const open: FakeServer[] = [];

afterEach(async () => {
  for (const server of open.splice(0)) await server.close();
});

/** Starts a fake of the API's endpoint, which is closed after the test. By default it accepts every event. */
export const startFakeServer = async (
  behave: (events: readonly Event[], nth: number) => Behaviour | Promise<Behaviour> = (events) => ({
    body: answer(events),
  }),
  probe: () => Behaviour | Promise<Behaviour> = () => ({ status: 404 }),
): Promise<FakeServer> => {
  const requests: (readonly Event[])[] = [];
  const arrivedMs: number[] = [];
  let probes = 0;
  let openNow = 0;
  let mostOpen = 0;
  const server = createServer((request, response) => {
    if (request.method === 'GET') {
      probes += 1;
      void Promise.resolve(probe()).then((behaviour) => respond(response, behaviour));
      return;
    }
    openNow += 1;
    mostOpen = Math.max(mostOpen, openNow);
    response.once('close', () => {
      openNow -= 1;
    });
    void (async () => {
      const body = await readBody(request);
      const { variables } = JSON.parse(body) as { variables: { readonly events?: readonly Event[] } };
      const items = variables.events ?? [];
      arrivedMs.push(performance.now());
      requests.push(items);
      respond(response, await behave(items, requests.length - 1));
    })();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const fake = {
    url: `http://127.0.0.1:${port}/graphql`,
    requests,
    arrivedMs,
    probes: () => probes,
    mostOpen: () => mostOpen,
    close: async () => {
      server.closeAllConnections();
      if (!server.listening) return;
      server.close();
      await once(server, 'close');
    },
  };
  open.push(fake);
  return fake;
};

const readBody = async (request: IncomingMessage): Promise<string> => {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
};

const respond = (response: ServerResponse, behaviour: Behaviour): void => {
  if (behaviour === 'HANG') return;
  if (behaviour === 'DROP') {
    response.destroy();
    return;
  }
  const { status = 200, headers = {}, body = '', delayMs = 0 } = behaviour;
  const timer = setTimeout(() => {
    response.writeHead(status, { 'content-type': 'application/json', ...headers });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  }, delayMs);
  response.once('close', () => clearTimeout(timer));
};
