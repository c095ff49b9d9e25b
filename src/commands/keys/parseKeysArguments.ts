import { parseCommandLine } from '../../client/parseCommandLine.ts';

import { parseKeyId } from '../../model/access/apiKey.ts';
import type { NewKey } from '../../model/access/apiKey.ts';
import { findScope, SCOPES } from '../../model/access/scope.ts';
import { Refusal } from '../../model/refusal.ts';
import { parseDuration } from '../../model/values/duration.ts';

/** The parsed command line of `npm run keys`. */
export type KeysRequest = {
  /** Whether the keys are those of the demo's database. */
  readonly isDemo: boolean;
  readonly action:
    | { readonly kind: 'ADD'; readonly key: NewKey }
    | { readonly kind: 'LIST' }
    | { readonly kind: 'REVOKE'; readonly id: string };
};

export const KEYS_USAGE = `Usage: npm run keys -- add --name NAME --scopes SCOPE,… [--expires P90D]
       npm run keys -- list
       npm run keys -- revoke ID

Creates, lists and revokes API keys, whether or not a server runs. A key is shown only once, when it is created.

  --name NAME        the owner or purpose of the key, such as shipper-web01
  --scopes SCOPE,…   its permissions: events:read, events:write, admin; no scope includes another one
  --expires P90D     how long it is valid, as an ISO 8601 duration (default: until it is revoked)
  --demo             use the keys of the demo's database
  --version          show the version
  --help             show this help

To keep the key in a file: npm run --silent keys -- add … > key.txt
`;

/** Parses the words after `keys`; returns an error message when they are invalid, and null for --help. */
export const parseKeysArguments = (words: readonly string[]): KeysRequest | string | null => {
  const parsed = parseCommandLine(words, KEYS_OPTIONS);
  if (typeof parsed === 'string') return parsed;
  const { values, positionals } = parsed;
  if (values.help === true) return null;
  const [verb = '', ...operands] = positionals;
  const action = parseAction(verb, operands, values);
  return typeof action === 'string' ? action : { isDemo: values.demo === true, action };
};

/** The options of `npm run keys`. */
export const KEYS_OPTIONS = {
  name: { type: 'string' },
  scopes: { type: 'string' },
  expires: { type: 'string' },
  demo: { type: 'boolean' },
  version: { type: 'boolean', short: 'V' },
  help: { type: 'boolean', short: 'h' },
} as const;

type Values = { readonly [Name in 'name' | 'scopes' | 'expires']?: string | undefined };

const parseAction = (
  verb: string,
  operands: readonly string[],
  values: Values,
): KeysRequest['action'] | string => {
  const hasOptions = values.name !== undefined || values.scopes !== undefined || values.expires !== undefined;
  switch (verb) {
    case 'add':
      return operands.length > 0 ? 'add accepts only options' : parseNewKey(values);
    case 'list':
      return operands.length > 0 || hasOptions ? 'list accepts no arguments' : { kind: 'LIST' };
    case 'revoke': {
      const id = operands.length === 1 && !hasOptions ? parseKeyId(operands[0] ?? '') : null;
      return id === null
        ? 'revoke accepts one ID, 16 hexadecimal digits in lower case, as list shows it'
        : { kind: 'REVOKE', id };
    }
    default:
      return 'the action is missing or unknown: use add, list or revoke';
  }
};

const parseNewKey = ({ name, scopes, expires }: Values): KeysRequest['action'] | string => {
  if (name === undefined) return '--name is missing: name the owner or purpose of the key';
  const named = (scopes ?? '').split(',').map((scope) => findScope(scope.trim()));
  const known = named.filter((scope) => scope !== null);
  if (known.length < named.length) {
    return `--scopes must be one or more of ${SCOPES.join(', ')}, separated by commas`;
  }
  try {
    const lifetimeMs = expires === undefined ? null : parseDuration(expires, '--expires');
    return {
      kind: 'ADD',
      key: { name, scopes: SCOPES.filter((scope) => known.includes(scope)), lifetimeMs },
    };
  } catch (error) {
    if (error instanceof Refusal) return error.message;
    throw error;
  }
};
