import { formatAccount, readAccountKey } from '../account.ts';
import type { Account } from '../account.ts';
import { fromAddress, ofAccount, onHost } from '../filter/pivot.ts';
import type { Predicate } from '../filter/predicate.ts';

/** The kinds of nodes, in the direction of the edges. */
export const LOGON_NODE_KINDS = ['SOURCE', 'ACCOUNT', 'HOST'] as const;
export type LogonNodeKind = (typeof LOGON_NODE_KINDS)[number];

/** What a node stands for. A source is an address or, if none is known, the name that the client claimed. */
export type LogonEnd =
  | { readonly kind: 'SOURCE'; readonly srcIp: string }
  | { readonly kind: 'SOURCE'; readonly srcHostname: string }
  | { readonly kind: 'ACCOUNT'; readonly account: Account }
  | { readonly kind: 'HOST'; readonly hostname: string };

/** The numbers of the events of a node or an edge; the times are canonical. */
export type LogonMeasures = {
  readonly count: number;
  readonly successes: number;
  readonly failures: number;
  readonly reconnects: number;
  readonly firstAt: string;
  readonly lastAt: string;
};

/** A node, and the number of its edges, including those that are not listed. */
export type LogonNode = LogonMeasures & {
  readonly key: string;
  readonly end: LogonEnd;
  readonly edgeCount: number;
};

/** The prefixes of keys, by what follows them. */
export const KEY_PREFIXES = {
  srcIp: 'address:',
  srcHostname: 'name:',
  account: 'account:',
  hostname: 'host:',
};

/** Reads the key of a node, which the database made. */
export const readKey = (key: string): LogonEnd => {
  const colon = key.indexOf(':') + 1;
  const value = key.slice(colon);
  switch (key.slice(0, colon)) {
    case KEY_PREFIXES.srcIp:
      return { kind: 'SOURCE', srcIp: value };
    case KEY_PREFIXES.srcHostname:
      return { kind: 'SOURCE', srcHostname: value };
    case KEY_PREFIXES.account:
      return { kind: 'ACCOUNT', account: readAccountKey(value) };
    default:
      return { kind: 'HOST', hostname: value };
  }
};

/** The text that a node shows. */
export const nameOfEnd = (end: LogonEnd): string => {
  if (end.kind === 'HOST') return end.hostname;
  if (end.kind === 'ACCOUNT') return formatAccount(end.account);
  return 'srcIp' in end ? end.srcIp : end.srcHostname;
};

/** The ends of an edge, and whether the graph has accounts. */
type Ends = { readonly from: LogonEnd; readonly to: LogonEnd; readonly hasAccounts: boolean };

/** The events of an edge, among those of its graph: an edge from a source to a host has those without an account, if the graph has accounts. */
export const eventsBetween = ({ from, to, hasAccounts }: Ends): readonly Predicate[] => {
  const ends = [eventsOf(from), eventsOf(to)];
  const isDirect = from.kind === 'SOURCE' && to.kind === 'HOST';
  return isDirect && hasAccounts ? [...ends, { kind: 'isNull', field: 'user' }] : ends;
};

const eventsOf = (end: LogonEnd): Predicate => {
  if (end.kind === 'HOST') return onHost(end.hostname);
  if (end.kind === 'ACCOUNT') return ofAccount(end.account);
  if ('srcIp' in end) return fromAddress(end.srcIp);
  const claimed: Predicate = { kind: 'in', field: 'srcHostname', values: [end.srcHostname] };
  return { kind: 'and', of: [claimed, { kind: 'isNull', field: 'srcIp' }] };
};
