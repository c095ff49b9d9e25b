import { foldUser } from './pivotOracle.ts';

/** What the oracle searches: every event with the values that a search can find. */
export type SearchedEvent = {
  readonly time: string;
  readonly hostname: string;
  readonly user: string | null;
  readonly uid: string | null;
  readonly loginId: string | null;
  readonly srcIp?: string | null;
};

export const KINDS = ['HOST', 'ACCOUNT', 'UID', 'ADDRESS', 'LOGIN_ID'] as const;
export type Kind = (typeof KINDS)[number];

type Match = 'EXACT' | 'PREFIX' | 'PART';
const MATCHES: readonly Match[] = ['EXACT', 'PREFIX', 'PART'];

export type Found = {
  readonly kind: Kind;
  readonly value: string;
  readonly match: Match;
  readonly firstSeenAt: string;
  readonly lastSeenAt: string;
};

/** Searches by comparing the text with each value of each event. Supports ASCII names only, and hosts without domains. */
export const search = (
  events: readonly SearchedEvent[],
  { text, kinds, first }: { readonly text: string; readonly kinds: readonly Kind[]; readonly first: number },
) => {
  const found = KINDS.filter((kind) => kinds.includes(kind)).map((kind) => {
    const values = [...new Set(events.map((event) => VALUES[kind](event)))].filter((value) => value !== null);
    return values
      .flatMap((value): readonly Found[] => {
        const match = COMPARE[kind](text.trim(), value);
        if (match === null) return [];
        const times = events.filter((event) => VALUES[kind](event) === value).map(({ time }) => time);
        const [firstSeenAt = '', lastSeenAt = ''] = [times.toSorted()[0], times.toSorted().at(-1)];
        return [{ kind, value, match, firstSeenAt, lastSeenAt }];
      })
      .toSorted(
        (a, b) =>
          MATCHES.indexOf(a.match) - MATCHES.indexOf(b.match) ||
          (ORDER[kind](a.value) < ORDER[kind](b.value) ? -1 : 1),
      );
  });
  return {
    truncatedKinds: found.flatMap((matches) => (matches.length > first ? [matches[0]!.kind] : [])),
    nodes: MATCHES.flatMap((match) =>
      found.flatMap((matches) => matches.slice(0, first).filter((one) => one.match === match)),
    ),
  };
};

const VALUES: Readonly<Record<Kind, (event: SearchedEvent) => string | null>> = {
  HOST: ({ hostname }) => hostname,
  ACCOUNT: ({ user }) => (user === null ? null : foldUser(user)),
  UID: ({ uid }) => uid,
  ADDRESS: ({ srcIp }) => srcIp ?? null,
  LOGIN_ID: ({ loginId }) => loginId,
};

const begins = (text: string, value: string): Match | null =>
  value === text ? 'EXACT' : value.startsWith(text) ? 'PREFIX' : null;

const contains = (text: string, value: string): Match | null =>
  begins(text, value) ?? (value.includes(text) ? 'PART' : null);

const whole = (text: string, value: string): Match | null => (value === text ? 'EXACT' : null);

const COMPARE: Readonly<Record<Kind, (text: string, value: string) => Match | null>> = {
  HOST: (text, hostname) => {
    if (isAddress(text)) return whole(compressed(text), hostname);
    if (/^[\d.]+$/.test(text) || !text.includes('.')) return contains(text.toUpperCase(), hostname);
    return text.startsWith('.') ? null : whole(text.split('.')[0]!.toUpperCase(), hostname);
  },
  ACCOUNT: (text, account) => {
    const [domain, name] = account.includes('\\') ? account.split('\\') : ['', account];
    const lower = text.toLowerCase().replace(/@$/, '');
    if (lower === '') return null;
    if (text.includes('\\')) {
      const [asked = '', begun = ''] = lower.split('\\');
      const label = asked.split('.')[0]!;
      if (begun === '' && label === '') return null;
      if (label !== '' && label !== domain!.toLowerCase()) return null;
      return contains(begun, name!);
    }
    const typed = text.toUpperCase();
    const isInDomain = typed.includes('.')
      ? typed.split('.')[0] !== '' && typed.split('.')[0] === domain
      : domain!.startsWith(typed);
    if (isInDomain && !typed.includes('@')) return contains(lower, name!) ?? 'PART';
    const at = lower.lastIndexOf('@');
    if (at <= 0 || at === lower.length - 1) return contains(lower, name!);
    const asked = lower.slice(at + 1);
    const label = asked.split('.')[0]!;
    if (label === '') return contains(lower.slice(0, at), name!);
    if (name !== lower.slice(0, at)) return null;
    return asked.includes('.') ? whole(label, domain!.toLowerCase()) : begins(label, domain!.toLowerCase());
  },
  UID: (text, uid) => {
    const folded = /^s-(\d|$)/i.test(text) ? text.toUpperCase() : text;
    return folded.length < 3 ? whole(folded, uid) : begins(folded, uid);
  },
  ADDRESS: (text, address) => {
    if (isAddress(text) && compressed(text) === address) return 'EXACT';
    if (/^\d+\.[\d.]*$/.test(text)) return address.startsWith(text) ? 'PREFIX' : null;
    // The beginning of an address has whole groups; only a last `::` stands for something that follows.
    if (!/^([0-9a-f]+:)+(:|[0-9a-f]*)$/i.test(text) || !address.includes(':')) return null;
    const groups = text.replace(/::$/, ':').toLowerCase().split(':');
    const padded = groups.map((group, index) =>
      index < groups.length - 1 || group.startsWith('0') ? `${group.padStart(4, '0')}:` : group,
    );
    const expanded = expand(address);
    const prefix = padded.join('');
    if (groups.at(-1) === '' || groups.at(-1)!.startsWith('0'))
      return `${expanded}:`.startsWith(prefix) ? 'PREFIX' : null;
    const last = expanded.split(':')[groups.length - 1] ?? '';
    const isBegun = last.replace(/^0+(?=.)/, '').startsWith(groups.at(-1)!);
    return `${expanded}:`.startsWith(padded.slice(0, -1).join('')) && isBegun ? 'PREFIX' : null;
  },
  LOGIN_ID: (text, loginId) => {
    if (/^\d+$/.test(text)) return whole(`0x${BigInt(text).toString(16)}`, loginId);
    const hex = /^0x0*([0-9a-f]*)$/i.exec(text)?.[1]?.toLowerCase();
    if (hex === undefined) return null;
    return hex === '' ? (/^0x0+$/i.test(text) ? whole('0x0', loginId) : null) : begins(`0x${hex}`, loginId);
  },
};

const isAddress = (text: string): boolean => {
  try {
    return /^\d+\.\d+\.\d+\.\d+$/.test(text)
      ? text.split('.').every((part) => String(Number(part)) === part && Number(part) <= 255)
      : text.includes(':') && new URL(`http://[${text}]/`).host !== '';
  } catch {
    return false;
  }
};

/** As URLs write it; IPv4-mapped addresses are IPv4. */
const compressed = (text: string): string => {
  if (!text.includes(':')) return text;
  const groups = expand(text).split(':');
  const [high, low] = groups.slice(6).map((group) => Number.parseInt(group, 16));
  return groups.slice(0, 6).join(':') === '0000:0000:0000:0000:0000:ffff'
    ? [high! >> 8, high! & 255, low! >> 8, low! & 255].join('.')
    : new URL(`http://[${text}]/`).hostname.slice(1, -1);
};

/** All digits of an IPv6 address. */
const expand = (address: string): string => {
  const short = new URL(`http://[${address}]/`).hostname.slice(1, -1);
  const [head = '', tail] = short.split('::');
  const [left, right] = [head, tail ?? ''].map((part) => part.split(':').filter((group) => group !== ''));
  const zeros = Array.from({ length: 8 - left!.length - right!.length }, () => '0');
  const groups = tail === undefined ? left! : [...left!, ...zeros, ...right!];
  return groups.map((group) => group.padStart(4, '0')).join(':');
};

/** Sort keys of values, compared as text. */
const ORDER: Readonly<Record<Kind, (value: string) => string>> = {
  HOST: String,
  ACCOUNT: (account) => account.split('\\').toReversed().join('\u0000'),
  UID: String,
  ADDRESS: (address) =>
    address.includes(':')
      ? expand(address)
      : address
          .split('.')
          .map((part) => part.padStart(3, '0'))
          .join('.')
          .replace(/^/, ' '),
  LOGIN_ID: String,
};
