import { accountOf } from '../../model/account.ts';
import { reasonsOf } from '../../model/hunts/unusualRdpSource.ts';
import type { UnusualRdpSource, UnusualSourceReason } from '../../model/hunts/unusualRdpSource.ts';

import type { ListContext } from '../listContext.ts';

/** Finds all that is unusual about the source of a match; a user who is not known was never seen. */
export const findUnusualReasons = async (
  { lists }: Pick<ListContext, 'lists'>,
  { event, baseline }: UnusualRdpSource,
): Promise<readonly UnusualSourceReason[]> => {
  const account = accountOf(event);
  const { hostname, srcIp } = event;
  if (srcIp === null) return [];
  const seen = account !== null && (await lists.seen({ account, hostname, srcIp, ...baseline }));
  return seen ? reasonsOf(srcIp) : [...reasonsOf(srcIp), 'NOT_SEEN'];
};
