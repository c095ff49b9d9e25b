import type { Config } from '../../config/config.ts';

import type { Access } from '../../http/access/guardRoutes.ts';
import type { TokenRules, VerifyToken } from '../../http/access/verifyToken.ts';

import { makeKeyRing } from '../../domain/access/makeKeyRing.ts';

import { selectApiKeys } from '../../db/access/selectApiKeys.ts';
import type { Database } from '../../db/client.ts';

import { isValidAt, makeKey } from '../../model/access/apiKey.ts';
import { formatTime } from '../../model/values/time.ts';

/** Who has access, the notice about it for the terminal, and the key with which this process imports into itself. */
export type AccessSetup = {
  readonly access: Access;
  readonly notice: string;
  readonly ownKey: string | null;
};

/**
 * Makes the server's access control from its settings.
 *
 * @throws Error that names OIDC_KEY_FILE when that file cannot be used.
 */
export const makeAccess = async (config: Config, database: Database): Promise<AccessSetup> => {
  if (config.access !== 'GUARDED') {
    return { access: { kind: config.access }, notice: OPEN_NOTICES[config.access], ownKey: null };
  }
  const { tokenRules } = config;
  const own = makeKey({ name: 'import at start', scopes: ['events:write'], lifetimeMs: null }, Date.now());
  const access: Access = {
    kind: 'GUARDED',
    keys: makeKeyRing(database),
    ownKey: own.key,
    verifyToken: tokenRules === null ? null : await makeVerifier(tokenRules),
  };
  const now = formatTime(Date.now());
  const isUsable = tokenRules !== null || (await selectApiKeys(database)).some((key) => isValidAt(key, now));
  const wanted = tokenRules === null ? 'a key' : 'a key or a token';
  const notice = `Clients need ${wanted}.${isUsable ? '' : ` ${HOW_TO_MAKE_ONE}`}`;
  return { access, notice, ownKey: own.text };
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
