import { accountOf } from './account.ts';
import type { Account } from './account.ts';
import { Refusal } from './refusal.ts';
import { foldDomain } from './values/user.ts';

/** The other names of domains, each with the name under which the accounts of the domain are known. */
export type DomainAliases = ReadonlyMap<string, string>;

export const NO_ALIASES: DomainAliases = new Map();

/** The aliases are a part of the statements that compare accounts. */
const MAX_DOMAINS = 500;

/**
 * Parses groups of names of one domain: `CORP=corp.example,company.com; LAB=test.example`. The first name of a group is the one that is shown.
 * Domains are compared by their first label, so a name like the first one adds nothing.
 *
 * @throws Refusal BAD_PARAMETER for anything else, and if a domain is in two groups.
 */
export const parseDomainAliases = (text: string): DomainAliases => {
  const groupOf = new Map<string, string>();
  const groups = text.split(';').map((group) => group.trim());
  for (const group of groups.filter((some) => some !== '')) {
    const [name = '', ...others] = group.split('=');
    if (others.length !== 1) throw bad('a group has the form NAME=OTHER,OTHER');
    const shown = parseName(name);
    for (const domain of new Set([shown, ...(others[0] ?? '').split(',').map(parseName)])) {
      if (groupOf.has(domain)) throw bad(`${domain} is in two groups`);
      groupOf.set(domain, shown);
    }
  }
  if (groupOf.size > MAX_DOMAINS) throw bad(`there are more than ${MAX_DOMAINS} domains`);
  return new Map([...groupOf].filter(([domain, shown]) => domain !== shown));
};

const parseName = (text: string): string => {
  const name = foldDomain(text);
  if (name === null || /[\\@\p{Cc}]/u.test(text)) throw bad('a group has the form NAME=OTHER,OTHER');
  return name;
};

const bad = (problem: string): Refusal => new Refusal('BAD_PARAMETER', problem);

/** The same text for the same aliases; '' without any. */
export const formatDomainAliases = (aliases: DomainAliases): string => {
  const othersOf = new Map<string, string[]>();
  for (const [other, shown] of aliases) othersOf.set(shown, [...(othersOf.get(shown) ?? []), other]);
  return [...othersOf]
    .map(([shown, others]) => `${shown}=${others.toSorted().join(',')}`)
    .toSorted()
    .join('; ');
};

/** The domain under which the accounts of a domain are known. */
export const resolveDomain = (aliases: DomainAliases, domain: string | null): string | null =>
  domain === null ? null : (aliases.get(domain) ?? domain);

/** The account that an event or session names, null if it does not name one. */
export const resolveAccount = (
  aliases: DomainAliases,
  named: Parameters<typeof accountOf>[0],
): Account | null => {
  const account = accountOf(named);
  return account === null ? null : { ...account, userDomain: resolveDomain(aliases, account.userDomain) };
};
