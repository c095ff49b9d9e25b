import type { RequestDatabase } from '../db/makeRequestDatabase.ts';
import { selectNeighbours } from '../db/selectNeighbours.ts';
import type { Neighbours } from '../db/selectNeighbours.ts';

import { formatAccount } from '../model/account.ts';
import { resolveDomain } from '../model/domainAliases.ts';
import type { DomainAliases } from '../model/domainAliases.ts';
import { Refusal } from '../model/refusal.ts';
import {
  isSimilarName,
  MAX_SUGGESTIONS,
  prefixBeforeWildcard,
  suggestComparator,
} from '../model/suggestion.ts';
import type { QueriedName, Suggestion } from '../model/suggestion.ts';
import { parseHostname } from '../model/values/hostname.ts';
import type { HostnameStyle } from '../model/values/hostname.ts';
import { parseUser } from '../model/values/user.ts';

type Suggesting = { readonly db: RequestDatabase; readonly hostnames: HostnameStyle };

/**
 * Suggests replacements for names that matched nothing: similar stored names, and the comparator that does what a wildcard was meant to do.
 * Returns at most ten suggestions, with one statement. A stored name gets no suggestions: the answer is empty for another reason.
 */
export const findSuggestions = async (
  { db, hostnames }: Suggesting,
  asked: readonly QueriedName[],
): Promise<readonly Suggestion[]> => {
  const names = asked.flatMap((name) => foldName(name, { hostnames, aliases: db.aliases }));
  const neighbours = await selectNeighbours(db, {
    hostnames: names.flatMap(({ kind, name }) => (kind === 'HOST' ? [name] : [])),
    userNames: names.flatMap(({ kind, name }) => (kind === 'ACCOUNT' ? [name] : [])),
  });
  const comparators = asked.map(suggestComparator).filter((suggestion) => suggestion !== null);
  const suggestions = [...comparators, ...names.flatMap((name) => suggestNames(name, neighbours))];
  return withoutRepeats(suggestions).slice(0, MAX_SUGGESTIONS);
};

/** Two names of an `in` list may be similar to the same stored name. */
const withoutRepeats = (suggestions: readonly Suggestion[]): readonly Suggestion[] => [
  ...new Map(suggestions.map((suggestion) => [JSON.stringify(suggestion), suggestion])).values(),
];

/** A requested name in its stored form. */
type FoldedName = QueriedName & {
  readonly name: string;
  readonly domain: string | null;
  readonly isPattern: boolean;
};

/** Empty for a text that cannot be a stored name: a part of one, or a wildcard alone. */
const foldName = (
  asked: QueriedName,
  { hostnames, aliases }: { readonly hostnames: HostnameStyle; readonly aliases: DomainAliases },
): readonly FoldedName[] => {
  const prefix = prefixBeforeWildcard(asked.text);
  const text = prefix ?? asked.text;
  const isPattern = prefix !== null;
  if (PART_OF_NAME.test(asked.argument)) return [];
  try {
    if (asked.kind === 'HOST') {
      return [{ ...asked, name: parseHostname(text, hostnames), domain: null, isPattern }];
    }
    const { userName, userDomain } = parseUser(text);
    return [{ ...asked, name: userName, domain: resolveDomain(aliases, userDomain), isPattern }];
  } catch (error) {
    if (error instanceof Refusal) return [];
    throw error;
  }
};

const PART_OF_NAME = /\.(startsWith|contains)$/;

const suggestNames = (asked: FoldedName, neighbours: Neighbours): readonly Suggestion[] => {
  const { path, argument, kind, name, domain, isPattern } = asked;
  const suggest = (value: string, message: string): Suggestion => ({ path, argument, value, message });
  if (kind === 'HOST') {
    if (!isPattern && neighbours.hostnames.includes(name)) return [];
    return neighbours.hostnames
      .filter((stored) => isSimilarName(name, stored))
      .toSorted()
      .map((stored) => suggest(stored, 'No host has this name; this one is similar.'));
  }
  const same = neighbours.accounts.filter(({ userName }) => userName === name);
  const isStored = same.some(
    ({ userDomain }) => userDomain === domain || (domain === null && argument !== 'user'),
  );
  if (!isPattern && isStored) return [];
  const found = isPattern || same.length === 0 ? neighbours.accounts : same;
  return found
    .filter(({ userName }) => isSimilarName(name, userName))
    .map(formatAccount)
    .toSorted()
    .map((account) =>
      suggest(
        account,
        same.length > 0 && !isPattern
          ? 'This account has the same name in another domain.'
          : 'No account has this name; this one is similar.',
      ),
    );
};
