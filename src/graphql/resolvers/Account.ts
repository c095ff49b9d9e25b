import { findFirstEvent, findLastEvent, findLastLogin } from '../../domain/findEdges.ts';
import { listEvents } from '../../domain/listEvents.ts';
import { listSessions } from '../../domain/listSessions.ts';

import { formatAccount } from '../../model/account.ts';
import { ofAccount } from '../../model/filter/pivot.ts';
import { makeAccountId } from '../../model/globalId.ts';

import type { AccountResolvers } from '../generated.ts';

import { asLogin } from './arguments.ts';

export const Account: AccountResolvers = {
  id: makeAccountId,
  user: formatAccount,
  firstSeenAt: async (account, _, context) =>
    (await findFirstEvent(context, ofAccount(account)))?.time ?? null,
  lastSeenAt: async (account, _, context) => (await findLastEvent(context, ofAccount(account)))?.time ?? null,
  lastLogin: async (account, _, context) => asLogin(await findLastLogin(context, [ofAccount(account)])),
  events: (account, request, context) => listEvents(context, request, [ofAccount(account)]),
  sessions: (account, request, context) => listSessions(context, request, { where: [ofAccount(account)] }),
};
