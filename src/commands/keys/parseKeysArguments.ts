import { parseCommandLine } from '../../client/parseCommandLine.ts';

import { parseKeyId } from '../../model/access/apiKey.ts';
import type { NewKey } from '../../model/access/apiKey.ts';
import { findScope, SCOPES } from '../../model/access/scope.ts';
import { Refusal } from '../../model/refusal.ts';
import { parseDuration } from '../../model/values/duration.ts';

/** What `npm run keys` is to do. */
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

Makes, lists and revokes API keys, whether or not a server runs. A key is shown once, when it is made.

  --name NAME        whose key it is, such as shipper-web01
  --scopes SCOPE,…   what it may do: events:read, events:write, admin; none implies another
  --expires P90D     how long it is valid, as an ISO 8601 duration (default: until it is revoked)
  --demo             keys of the demo's database
  --version          show the version
  --help             show this

To keep the key in a file: npm run --silent keys -- add … > key.txt
`;

/** Parses the words after `keys`; a text says what is wrong with them, and null asks for the usage. */
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
      return operands.length > 0 ? 'add takes options alone' : parseNewKey(values);
    case 'list':
      return operands.length > 0 || hasOptions ? 'list takes nothing' : { kind: 'LIST' };
    case 'revoke': {
      const id = operands.length === 1 && !hasOptions ? parseKeyId(operands[0] ?? '') : null;
      return id === null
        ? 'revoke takes one ID, 16 digits of 0-9 and a-f, as list shows it'
        : { kind: 'REVOKE', id };
    }
    default:
      return 'say what to do: add, list or revoke';
  }
};

const parseNewKey = ({ name, scopes, expires }: Values): KeysRequest['action'] | string => {
  if (name === undefined) return '--name is missing: say whose key it is';
  const named = (scopes ?? '').split(',').map((scope) => findScope(scope.trim()));
  const known = named.filter((scope) => scope !== null);
  if (known.length < named.length) {
    return `--scopes must be one or more of ${SCOPES.join(', ')}, with commas between them`;
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
