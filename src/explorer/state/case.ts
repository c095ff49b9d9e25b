import { parseTime, toIso } from './times.ts';

/** A lane of the case: all sessions on a host, all of an account, or those of the account on the host. At least one of both is given. */
export type Pin = { readonly host: string | null; readonly account: string | null };

/** What an analyst notes about a time. */
export type Note = { readonly at: number; readonly text: string };

/** The case: what was pinned from all views, and notes. Like all state of the page it is in the URL, so a link or a bookmark keeps it. */
export type Case = { readonly pins: readonly Pin[]; readonly notes: readonly Note[] };

/** More lanes do not fit into one picture and one request. */
export const MOST_PINS = 20;
export const MOST_NOTES = 50;
export const LONGEST_NOTE = 300;

/** Formats a lane for the URL: `host:RDP1`, `account:CORP\carol`, `lane:WS5/CORP\carol`. A slash in the name of a host is escaped. */
export const formatPin = ({ host, account }: Pin): string => {
  if (account === null) return `host:${host ?? ''}`;
  return host === null ? `account:${account}` : `lane:${encodeURIComponent(host.toWellFormed())}/${account}`;
};

/** Parses a lane of the URL; null if it is not one. */
export const parsePin = (text: string): Pin | null => {
  const [, kind, name = ''] = /^(host|account|lane):(.+)$/s.exec(text) ?? [];
  if (kind === 'host') return { host: name, account: null };
  if (kind === 'account') return { host: null, account: name };
  const slash = name.indexOf('/');
  const host = decode(name.slice(0, Math.max(0, slash)));
  const account = name.slice(slash + 1);
  return kind === undefined || host === null || host === '' || account === '' ? null : { host, account };
};

const decode = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

/** Formats a note for the URL: `2026-11-16T10:14:07.000Z hijacked`. */
export const formatNote = ({ at, text }: Note): string => `${toIso(at)} ${text}`;

/** Parses a note of the URL; null if it is not one. */
export const parseNote = (text: string): Note | null => {
  const [, time = '', note = ''] = /^(\S+) (.+)$/s.exec(text) ?? [];
  const at = parseTime(time, 'UTC');
  return at === null || note.length > LONGEST_NOTE ? null : { at, text: note };
};

export const isPinned = (pins: readonly Pin[], pin: Pin): boolean =>
  pins.some((other) => formatPin(other) === formatPin(pin));

/** Adds lanes that are not yet pinned, in their order. */
export const addPins = (pins: readonly Pin[], added: readonly Pin[]): readonly Pin[] => [
  ...new Map([...pins, ...added].map((pin) => [formatPin(pin), pin])).values(),
];

export const removePin = (pins: readonly Pin[], removed: Pin): readonly Pin[] =>
  pins.filter((pin) => formatPin(pin) !== formatPin(removed));

type Named = {
  readonly hostname: string;
  readonly userDomain: string | null;
  readonly userName: string | null;
};

/** The lane of an event or session: its account on its host; without an account all of the host. */
export const pinOf = ({ hostname, userDomain, userName }: Named): Pin => ({
  host: hostname,
  account: userName === null || userDomain === null ? userName : `${userDomain}\\${userName}`,
});

/** Orders notes by time. */
export const sortNotes = (notes: readonly Note[]): readonly Note[] => notes.toSorted((a, b) => a.at - b.at);

/** Names a lane: `CORP\carol on WS5`. */
export const namePin = ({ host, account }: Pin): string =>
  account === null ? (host ?? '') : host === null ? account : `${account} on ${host}`;
