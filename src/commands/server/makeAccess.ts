import type { Config } from '../../config/config.ts';

import type { Access } from '../../http/access/guardRoutes.ts';
import type { TokenRules, VerifyToken } from '../../http/access/verifyToken.ts';

import { makeKeyRing } from '../../domain/access/makeKeyRing.ts';

import { selectApiKeys } from '../../db/access/selectApiKeys.ts';
import type { Database } from '../../db/client.ts';

import { isValidAt } from '../../model/access/apiKey.ts';
import type { ApiKey } from '../../model/access/apiKey.ts';
import { formatTime } from '../../model/values/time.ts';

/**
 * Makes the server's access control from its settings.
 *
 * @param ownKey the key with which the server imports into itself; null if it has none.
 * @throws Error that names OIDC_KEY_FILE when that file cannot be used.
 */
export const makeAccess = async (
  { access, tokenRules }: Config,
  database: Database,
  ownKey: ApiKey | null,
): Promise<Access> => {
  if (access !== 'GUARDED') return { kind: access };
  return {
    kind: 'GUARDED',
    keys: makeKeyRing(database),
    ownKey,
    verifyToken: tokenRules === null ? null : await makeVerifier(tokenRules),
  };
};

/** Describes for the terminal who has access. */
export const describeAccess = async ({ access, tokenRules }: Config, database: Database): Promise<string> => {
  if (access !== 'GUARDED') return OPEN_NOTICES[access];
  const now = formatTime(Date.now());
  const isUsable = tokenRules !== null || (await selectApiKeys(database)).some((key) => isValidAt(key, now));
  const wanted = tokenRules === null ? 'a key' : 'a key or a token';
  return `Clients need ${wanted}.${isUsable ? '' : ` ${HOW_TO_MAKE_ONE}`}`;
};

/** Most servers need no tokens, and the library takes time to load. */
const makeVerifier = async (rules: TokenRules): Promise<VerifyToken> => {
  const { makeTokenVerifier } = await import('../../http/access/verifyToken.ts');
  return makeTokenVerifier(rules);
};

const OPEN_NOTICES = {
  LOCAL: 'Everyone on this machine has access, and nobody else. Set AUTH=required to require API keys.',
  OPEN: 'Open to everyone who can reach the port, because of AUTH=none.',
} as const;

const HOW_TO_MAKE_ONE =
  'There is no valid key yet; create one: npm run keys -- add --name NAME --scopes events:read,events:write';
