import { isIP } from 'node:net';
import { availableParallelism } from 'node:os';

import { parseDomainAliases } from '../model/domainAliases.ts';
import type { DomainAliases } from '../model/domainAliases.ts';
import { isLoopback } from '../model/values/ipAddress.ts';
import { parseDuration } from '../model/values/duration.ts';
import { parseTime } from '../model/values/time.ts';

/** How to parse the text of a setting (null: invalid), and the description of a valid value for the error message. */
export type Kind<T> = { readonly parse: (text: string) => T | null; readonly expected: string };

/** Stands for a setting that is absent. */
export const NONE = '';

export const wholeNumber = (least: number, most: number): Kind<number> => ({
  expected: `a whole number from ${least} to ${most}`,
  parse: (text) => {
    const number = /^\d{1,10}$/.test(text) ? Number(text) : -1;
    return number >= least && number <= most ? number : null;
  },
});

/** More would need more connections than Postgres allows by default. */
const MAX_WORKERS = 16;
const MAX_WORKERS_BY_DEFAULT = 8;

/** The processes that serve. By default half of the cores, at most 8: Postgres needs the others. */
export const WORKERS: Kind<number> = {
  expected: `auto, or a whole number from 1 to ${MAX_WORKERS}`,
  parse: (text) => {
    if (/^auto$/i.test(text)) {
      return Math.min(MAX_WORKERS_BY_DEFAULT, Math.max(1, Math.floor(availableParallelism() / 2)));
    }
    return wholeNumber(1, MAX_WORKERS).parse(text);
  },
};

export const oneOfTexts = <const T extends string>(values: readonly T[]): Kind<T> => ({
  expected: `one of: ${values.filter((value) => value !== '').join(', ')}${values.some((value) => value === '') ? ', or unset' : ''}`,
  parse: (text) => values.find((value) => value === text.toLowerCase()) ?? null,
});

/** One or more of these values, separated by commas. */
export const someOf = (values: readonly string[]): Kind<readonly string[]> => ({
  expected: `one or more, separated by commas, of: ${values.join(', ')}`,
  parse: (text) => {
    const names = text.split(',').map((name) => name.trim());
    return names.every((name) => values.includes(name)) ? [...new Set(names)] : null;
  },
});

export const TEXT: Kind<string> = { expected: 'a text', parse: (text) => text };

export const FOLDER: Kind<string> = { expected: 'a folder', parse: (text) => text };

export const FILE: Kind<string> = { expected: 'a file', parse: (text) => text };

export const HOST: Kind<string> = {
  expected: 'an IP address or a host name',
  parse: (text) => {
    const host = text.replace(/^\[(.*)\]$/, '$1');
    return isIP(host) !== 0 || /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(host) ? host : null;
  },
};

export const DATABASE_URL: Kind<string> = {
  expected: 'a URL like postgres://user:password@host:5432/name',
  parse: (text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    const isPostgres = url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
    return text === NONE || isPostgres ? text : null;
  },
};

/** Microseconds. At least an hour: a host that is idle records facts less often than once a minute. */
export const SILENCE: Kind<number> = {
  expected: 'an ISO 8601 duration from PT1H to P365D',
  parse: (text) => {
    const us = parseOrNull(text);
    return us !== null && us >= HOUR_US && us <= YEAR_US ? us : null;
  },
};

/** Microseconds. A replica is looked at once a second. */
export const REPLICA_LAG: Kind<number> = {
  expected: 'an ISO 8601 duration from PT1S to PT1H',
  parse: (text) => {
    const us = parseOrNull(text);
    return us !== null && us >= SECOND_US && us <= HOUR_US ? us : null;
  },
};

export const DOMAIN_ALIASES: Kind<DomainAliases> = {
  expected:
    'groups of names of one domain like CORP=corp.example,company.com; LAB=test.example, without a domain in two groups',
  parse: (text) => {
    try {
      return parseDomainAliases(text);
    } catch {
      return null;
    }
  },
};

const SECOND_US = 1_000_000;
const HOUR_US = 3_600_000_000;
const YEAR_US = 365 * 24 * HOUR_US;

const parseOrNull = (text: string): number | null => {
  try {
    return parseDuration(text.toUpperCase(), 'setting') * 1000;
  } catch {
    return null;
  }
};

/** Requires TLS, because an attacker could replace keys that are fetched without it. */
export const KEYS_URL: Kind<string> = {
  expected: 'an https URL (http only for this machine)',
  parse: (text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    const isSafe =
      url?.protocol === 'https:' ||
      (url?.protocol === 'http:' && isLoopback(url.hostname.replace(/^\[(.*)\]$/, '$1')));
    return text === NONE || isSafe ? text : null;
  },
};

export const ORIGINS: Kind<readonly string[]> = {
  expected: 'exact origins like https://soc.example.com, separated by commas (no * and no path)',
  parse: (text) => {
    const origins = text === NONE ? [] : text.split(',').map((origin) => origin.trim());
    const isExact = (origin: string): boolean =>
      /^https?:/.test(origin) && URL.canParse(origin) && new URL(origin).origin === origin;
    return origins.every(isExact) ? [...new Set(origins)] : null;
  },
};

export const PAST_TIME: Kind<string> = {
  expected: 'a past time like 2000-01-01T00:00:00Z, not before 1970',
  parse: (text) => {
    try {
      const time = parseTime(text);
      return time >= '1970' && Date.parse(time) < Date.now() ? time : null;
    } catch {
      return null;
    }
  },
};
