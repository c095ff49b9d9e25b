import { selectSharedSids } from '../db/selectSharedSids.ts';
import type { SharedSid } from '../db/selectSharedSids.ts';

import type { ListContext } from './listContext.ts';

/** A SID that several domains share, and the group of DOMAIN_ALIASES that makes them one. */
export type SuggestedAlias = SharedSid & { readonly aliases: string };

/** Lists the domains that seem to be one, because their users have the same domain in their SIDs. */
export const listSharedSids = async ({ db }: ListContext): Promise<readonly SuggestedAlias[]> =>
  (await selectSharedSids(db)).map(({ sid, domains: [first = '', ...others] }) => ({
    sid,
    domains: [first, ...others],
    aliases: `${first}=${others.join(',')}`,
  }));
