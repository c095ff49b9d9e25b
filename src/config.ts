import { isIP } from 'node:net';

import type { HostnameStyle } from './model/values/hostname.ts';
import { parseTime } from './model/values/time.ts';

/** The settings, checked. */
export type Config = {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  /** A Postgres of the user's own; null runs the embedded one. */
  readonly databaseUrl: string | null;
  /** Logins of its group roles to serve with instead of the owner's; both or none. */
  readonly readerUrl: string | null;
  readonly writerUrl: string | null;
  readonly logLevel: string;
  readonly hostnames: HostnameStyle;
  readonly introspection: boolean;
  /** Events outside these are rejected; the retention moves the earliest on with the clock. */
  readonly earliest: string;
  readonly maxFutureMs: number;
  readonly retentionMs: number | null;
};

/** The settings cannot be used; `problems` has one line for each. */
export class ConfigError extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
    this.problems = problems;
  }
}

const HOUR_MS = 3_600_000;
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/**
 * Reads the settings from the environment; the only reader of it. `.env.example` describes each.
 *
 * @throws ConfigError with every problem at once.
 */
export const readConfig = (environment: Readonly<Record<string, string | undefined>>): Config => {
  const problems: string[] = [];
  const setting = <T>(name: string, fallback: string, { parse, expected }: Kind<T>): T => {
    const text = environment[name]?.trim() || fallback;
    const value = parse(text);
    if (value === null) problems.push(`${name} must be ${expected}.`);
    return value as T;
  };
  const config: Config = {
    host: setting('HOST', '127.0.0.1', HOST),
    port: setting('PORT', '4000', wholeNumber(0, 65_535)),
    dataDir: setting('DATA_DIR', 'data', FOLDER),
    databaseUrl: setting('DATABASE_URL', NONE, DATABASE_URL) || null,
    readerUrl: setting('DATABASE_READER_URL', NONE, DATABASE_URL) || null,
    writerUrl: setting('DATABASE_WRITER_URL', NONE, DATABASE_URL) || null,
    logLevel: setting('LOG_LEVEL', 'info', oneOf(LOG_LEVELS)),
    hostnames: setting('HOSTNAMES', 'short', oneOf(['short', 'full'])) === 'full' ? 'FULL' : 'SHORT',
    introspection: setting('INTROSPECTION', 'on', oneOf(['on', 'off'])) === 'on',
    earliest: setting('EARLIEST', '2000-01-01T00:00:00Z', PAST_TIME),
    maxFutureMs: setting('MAX_FUTURE_HOURS', '24', wholeNumber(0, 720)) * HOUR_MS,
    retentionMs: setting('RETENTION_DAYS', '0', wholeNumber(0, 36_500)) * 24 * HOUR_MS || null,
  };
  const isOpen = setting('AUTH', NONE, oneOf([NONE, 'none'])) === 'none';
  if (!isOpen && config.databaseUrl !== null) problems.push(needsAuth('DATABASE_URL is set'));
  if (!isOpen && !isLoopback(config.host)) problems.push(needsAuth('HOST is not loopback'));
  problems.push(...problemsOfLogins(config));
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
};

/** How a setting's text is read, and what is said when it cannot be: parse gives null. */
type Kind<T> = { readonly parse: (text: string) => T | null; readonly expected: string };

/** Stands for a setting that is absent. */
const NONE = '';

const needsAuth = (reason: string): string =>
  `${reason}, and there is no authentication yet: anyone who reaches the port could read and write. Set AUTH=none if a proxy or a firewall guards it.`;

const problemsOfLogins = ({ databaseUrl, readerUrl, writerUrl }: Config): readonly string[] => {
  if (readerUrl === null && writerUrl === null) return [];
  return readerUrl !== null && writerUrl !== null && databaseUrl !== null
    ? []
    : ['DATABASE_READER_URL and DATABASE_WRITER_URL go together, and with DATABASE_URL: set all three.'];
};

const wholeNumber = (least: number, most: number): Kind<number> => ({
  expected: `a whole number from ${least} to ${most}`,
  parse: (text) => {
    const number = /^\d{1,6}$/.test(text) ? Number(text) : -1;
    return number >= least && number <= most ? number : null;
  },
});

const oneOf = <const T extends string>(values: readonly T[]): Kind<T> => ({
  expected: `one of: ${values.map((value) => value || 'absent').join(', ')}`,
  parse: (text) => values.find((value) => value === text.toLowerCase()) ?? null,
});

const FOLDER: Kind<string> = { expected: 'a folder', parse: (text) => text };

const HOST: Kind<string> = {
  expected: 'an IP address or a host name',
  parse: (text) => {
    const host = text.replace(/^\[(.*)\]$/, '$1');
    return isIP(host) !== 0 || /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(host) ? host : null;
  },
};

const isLoopback = (host: string | null): boolean =>
  host === null || host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);

const DATABASE_URL: Kind<string> = {
  expected: 'a URL like postgres://user:password@host:5432/name',
  parse: (text) => {
    const url = URL.canParse(text) ? new URL(text) : null;
    const isPostgres = url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
    return text === NONE || isPostgres ? text : null;
  },
};

const PAST_TIME: Kind<string> = {
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
