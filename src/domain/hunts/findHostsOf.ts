import type { Reader } from '../../db/makeReader.ts';
import { selectHostsOf } from '../../db/hunts/selectHostsOf.ts';
import type { HostOfLogins } from '../../db/hunts/selectHostsOf.ts';

import type { Evidence } from '../../model/hunts/evidence.ts';

const LIMITS = { hosts: 1000, values: 100 };

/** Finds the hosts that the logins of each evidence were to, by the first login to them. */
export const findHostsOf = async (
  reader: Reader,
  evidence: readonly Evidence[],
): Promise<readonly (readonly HostOfLogins[])[]> =>
  selectHostsOf(
    reader,
    evidence.map(({ where }) => where),
    LIMITS,
  );
