import type { Reader } from '../../db/makeReader.ts';
import { selectAccountsOf } from '../../db/hunts/selectAccountsOf.ts';

import type { Account } from '../../model/account.ts';
import type { Evidence } from '../../model/hunts/evidence.ts';

const MAX_ACCOUNTS = 1000;

/** Finds whom the evidence of each match names, by name: the first thousand. */
export const findAccountsOf = async (
  reader: Reader,
  evidence: readonly Evidence[],
): Promise<readonly (readonly Account[])[]> => selectAccountsOf(reader, evidence, MAX_ACCOUNTS);
