import { isIP } from 'node:net';

import type { Environment } from './environment.ts';
import { makeReadSetting } from './readSetting.ts';
import { HOST, wholeNumber } from './settingKinds.ts';
import { readTlsSettings } from './tlsSettings.ts';

/** The endpoint of the server that uses the same settings as this process, or the problems of these settings. */
type Found =
  { readonly kind: 'URL'; readonly url: string } | { readonly kind: 'MISTAKE'; readonly message: string };

/** Finds the GraphQL endpoint of a server on this machine from HOST, PORT and the TLS settings. */
export const findServer = (environment: Environment): Found => {
  const problems: string[] = [];
  const addProblem = (problem: string): unknown => problems.push(problem);
  const setting = makeReadSetting(environment, addProblem);
  const host = setting('HOST', '127.0.0.1', HOST);
  const port = setting('PORT', '4000', wholeNumber(0, 65_535));
  const scheme = readTlsSettings(setting, addProblem) === null ? 'http' : 'https';
  if (port === 0)
    addProblem(
      'PORT is 0, so the server listens on a port that the system chose: name the server with --url.',
    );
  return problems.length > 0
    ? { kind: 'MISTAKE', message: problems.join(' ') }
    : { kind: 'URL', url: `${scheme}://${formatHost(host)}:${port}/graphql` };
};

/** Requests to a server that listens on all addresses go to the loopback address. */
const WILDCARDS: Readonly<Record<string, string>> = { '0.0.0.0': '127.0.0.1', '::': '::1' };

const formatHost = (host: string): string => {
  const address = WILDCARDS[host] ?? host;
  return isIP(address) === 6 ? `[${address}]` : address;
};
