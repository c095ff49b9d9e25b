import { selectAccounts } from '../../db/selectAccounts.ts';
import { selectHosts } from '../../db/selectHosts.ts';

import { resolveDomain } from '../../model/domainAliases.ts';
import type { Predicate } from '../../model/filter/predicate.ts';
import { parseSearch } from '../../model/search/parseSearch.ts';
import type { SearchInput } from '../../model/search/parseSearch.ts';
import { readHostname, readUser } from '../../model/search/readNames.ts';
import { readAddress, readLoginId, readUid } from '../../model/search/readValues.ts';
import type { SearchedRange } from '../../model/search/readValues.ts';
import { SEARCH_KINDS, sortMatches } from '../../model/search/searchMatch.ts';
import type { MatchOf, MatchType, SearchKind, SearchMatch } from '../../model/search/searchMatch.ts';

import type { ListContext } from '../listContext.ts';

import { walkValues } from './walkValues.ts';

/** The matches of all kinds, and the kinds of which there are more. */
export type SearchAnswer = {
  readonly nodes: readonly SearchMatch[];
  readonly truncatedKinds: readonly SearchKind[];
};

/**
 * Finds hosts, accounts, uids, addresses and login ids by a text. Each kind is searched by statements of its own, all at once.
 *
 * @throws Refusal for an invalid text, for no kind and for an invalid number of matches.
 */
export const findMatches = async (context: ListContext, input: SearchInput): Promise<SearchAnswer> => {
  const { text, kinds, limit } = parseSearch(input);
  const searched = SEARCH_KINDS.filter((kind) => kinds.includes(kind));
  // One more than is listed shows whether there are more.
  const found = await Promise.all(
    searched.map(async (kind): Promise<readonly SearchMatch[]> => SEARCHES[kind](context, text, limit + 1)),
  );
  return {
    nodes: sortMatches(found.flatMap((matches) => matches.slice(0, limit))),
    truncatedKinds: searched.filter((_, index) => (found[index]?.length ?? 0) > limit),
  };
};

type Search<Kind extends SearchKind> = (
  context: ListContext,
  text: string,
  limit: number,
) => Promise<readonly MatchOf<Kind>[]>;

/** The searches list exact matches first, then those that begin with the text, then those that contain it. */
const SEARCHES: { readonly [Kind in SearchKind]: Search<Kind> } = {
  HOST: async ({ db, hostnames }, text, limit) => {
    const names = readHostname(text, hostnames);
    const select = async (predicate: Predicate, most: number) =>
      selectHosts(db, { ...FROM_START, predicate, limit: most });
    return listNames(names, { select, limit }, ({ hostname }, isPart) => ({
      kind: 'HOST',
      match: isPart ? 'PART' : hostname === names?.name ? 'EXACT' : 'PREFIX',
      hostname,
    }));
  },
  ACCOUNT: async ({ db }, text, limit) => {
    const names = readUser(text);
    const domain = resolveDomain(db.aliases, names?.userDomain ?? null);
    const select = async (predicate: Predicate, most: number) =>
      selectAccounts(db, { ...FROM_START, predicate, limit: most });
    return listNames(names, { select, limit }, (account, isPart) => {
      const isExact = account.userName === names?.name && (domain === null || account.userDomain === domain);
      return { kind: 'ACCOUNT', match: isPart ? 'PART' : isExact ? 'EXACT' : 'PREFIX', account };
    });
  },
  UID: async ({ db }, text, limit) => {
    const ranges = readUid(text);
    const uids = await walkValues(db, { field: 'uid', ranges, limit });
    return uids.map((uid) => ({ kind: 'UID', match: matchOf(uid, ranges), uid }));
  },
  ADDRESS: async ({ db }, text, limit) => {
    const ranges = readAddress(text);
    const addresses = await walkValues(db, { field: 'srcIp', ranges, limit });
    return addresses.map((address) => ({ kind: 'ADDRESS', match: matchOf(address, ranges), address }));
  },
  LOGIN_ID: async ({ db }, text, limit) => {
    const ranges = readLoginId(text);
    const loginIds = await walkValues(db, { field: 'loginId', ranges, limit });
    return loginIds.map((loginId) => ({ kind: 'LOGIN_ID', match: matchOf(loginId, ranges), loginId }));
  },
};

/** Whether a value is what the text says, or begins with it. */
const matchOf = (value: string, ranges: readonly SearchedRange[]): MatchType =>
  ranges.some(({ exact }) => exact === value) ? 'EXACT' : 'PREFIX';

const FROM_START = { scan: 'ASCENDING', after: null, before: null } as const;

type NameRead<Row> = {
  readonly select: (predicate: Predicate, limit: number) => Promise<readonly Row[]>;
  readonly limit: number;
};

/** Lists names that begin with the text and, if they are too few, names that contain it. */
const listNames = async <Row, Match>(
  names: { readonly begins: Predicate; readonly contains: Predicate | null } | null,
  { select, limit }: NameRead<Row>,
  toMatch: (row: Row, isPart: boolean) => Match,
): Promise<readonly Match[]> => {
  if (names === null) return [];
  const { begins, contains } = names;
  const first = (await select(begins, limit)).map((row) => toMatch(row, false));
  if (contains === null || first.length >= limit) return first;
  const onlyContains: Predicate = { kind: 'and', of: [contains, { kind: 'not', of: begins }] };
  const others = (await select(onlyContains, limit - first.length)).map((row) => toMatch(row, true));
  return [...first, ...others];
};
