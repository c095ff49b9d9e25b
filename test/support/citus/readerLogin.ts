import type { DatabaseLogin } from '../../../src/db/client.ts';
import type { RolesState } from '../../../src/db/roles/grantRoles.ts';
import { ROLES } from '../../../src/db/roles/privileges.ts';

import { citusNodes } from './nodes.ts';

const NAME = 'sessionscope_test_reader';

/** Makes the login for reads, because workers let no login switch to a role. Citus makes it on all nodes, which trust each other. */
export const MAKE_READER = `do $$ begin
  if to_regrole('${NAME}') is null then create role ${NAME} login in role ${ROLES.reader}; end if;
end $$`;

/** How the tests read a database of a Citus cluster. */
export const readerLogin = (url: string): DatabaseLogin => {
  const own = new URL(url);
  own.username = NAME;
  return { url: own.href, role: null };
};

/** What a migration says about the roles. */
export const rolesState = (): RolesState => (citusNodes().length > 0 ? 'LOGINS_ONLY' : 'GRANTED');
