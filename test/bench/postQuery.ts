import { request } from 'node:http';
import type { Agent } from 'node:http';

import type { Child } from './spawnChild.ts';

/** Where a body is posted to: /graphql unless it says otherwise. */
export type Target = Pick<Child, 'origin'> & { readonly path?: string };

/** Posts a query and gives the answer's text. @throws Error unless it is answered with 200 and without errors. */
export const postQuery = async (
  agent: Agent,
  { origin, path = '/graphql' }: Target,
  body: string,
): Promise<string> =>
  new Promise((resolve, reject) => {
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
    const sent = request(`${origin}${path}`, { method: 'POST', agent, headers }, (response) => {
      let answer = '';
      response.setEncoding('utf8').on('data', (chunk: string) => {
        answer += chunk;
      });
      response.on('error', reject);
      response.on('end', () => {
        if (response.statusCode === 200 && !answer.startsWith('{"errors"')) resolve(answer);
        else reject(new Error(`HTTP ${response.statusCode}: ${answer.slice(0, 300)}`));
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
