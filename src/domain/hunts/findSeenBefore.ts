import { accountOf } from '../../model/account.ts';
import type { RemoteDesktopLogins } from '../../model/hunts/remoteDesktopLogins.ts';

import type { ListContext } from '../listContext.ts';

/** Whether the user was seen to come to the host from this source before; null when who or whence is not known. */
export const findSeenBefore = async (
  { lists }: Pick<ListContext, 'lists'>,
  { event, before }: RemoteDesktopLogins,
): Promise<boolean | null> => {
  const account = accountOf(event);
  const { hostname, srcIp } = event;
  return account === null || srcIp === null ? null : lists.seen({ account, hostname, srcIp, before });
};
