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
  const setting = <T>(
    name: string,
    fallback: string,
    parse: (text: string) => T | null,
    expected: string,
  ): T => {
    const text = environment[name]?.trim() || fallback;
    const value = parse(text);
    if (value === null) problems.push(`${name} must be ${expected}.`);
    return value as T;
  };
  const config: Config = {
    host: setting('HOST', '127.0.0.1', parseHost, 'an IP address or a host name'),
    port: setting('PORT', '4000', wholeNumber(0, 65_535), 'a port from 0 to 65535 (0 takes a free one)'),
    dataDir: setting('DATA_DIR', 'data', (text) => text, 'a folder'),
    databaseUrl:
      setting('DATABASE_URL', '-', parseDatabaseUrl, 'a URL like postgres://user:password@host:5432/name') ||
      null,
    logLevel: setting('LOG_LEVEL', 'info', oneOf(LOG_LEVELS), `one of ${LOG_LEVELS.join(', ')}`),
    hostnames: setting('HOSTNAMES', 'short', parseStyle, 'short or full'),
    introspection: setting('INTROSPECTION', 'on', parseSwitch, 'on or off') === 'on',
    earliest: setting(
      'EARLIEST',
      '2000-01-01T00:00:00Z',
      parseEarliest,
      'a time like 2000-01-01T00:00:00Z, from 1970 on and past',
    ),
    maxFutureMs:
      setting('MAX_FUTURE_HOURS', '24', wholeNumber(0, 720), 'whole hours from 0 to 720') * HOUR_MS,
    retentionMs:
      setting('RETENTION_DAYS', '0', wholeNumber(0, 36_500), 'whole days up to 36500 (0 keeps everything)') *
        24 *
        HOUR_MS || null,
  };
  const auth = setting('AUTH', '-', oneOf(['-', 'none'] as const), 'none or absent');
  if (auth === '-' && config.databaseUrl) problems.push(needsAuth('DATABASE_URL is set'));
  if (auth === '-' && config.host && !isLoopback(config.host))
    problems.push(needsAuth(`HOST is ${config.host}, not loopback`));
  if (problems.length > 0) throw new ConfigError(problems);
  return config;
};

const needsAuth = (reason: string): string =>
  `${reason}, and there is no authentication yet: anyone who reaches the port could read and write. Set AUTH=none if a proxy or a firewall guards it.`;

const wholeNumber =
  (least: number, most: number) =>
  (text: string): number | null => {
    const number = /^\d{1,6}$/.test(text) ? Number(text) : -1;
    return number >= least && number <= most ? number : null;
  };

const oneOf =
  <T extends string>(values: readonly T[]) =>
  (text: string): T | null =>
    values.find((value) => value === text.toLowerCase()) ?? null;

const parseSwitch = oneOf(['on', 'off'] as const);

const parseStyle = (text: string): HostnameStyle | null => {
  const style = oneOf(['short', 'full'] as const)(text);
  if (style === null) return null;
  return style === 'short' ? 'SHORT' : 'FULL';
};

const parseHost = (text: string): string | null => {
  const host = text.replace(/^\[(.*)\]$/, '$1');
  return isIP(host) !== 0 || /^[a-z\d]([a-z\d.-]*[a-z\d])?$/i.test(host) ? host : null;
};

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127\.\d+\.\d+\.\d+$/.test(host);

/** '' stands for none: null would be a problem. */
const parseDatabaseUrl = (text: string): string | null => {
  if (text === '-') return '';
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1 ? text : null;
};

const parseEarliest = (text: string): string | null => {
  try {
    const time = parseTime(text);
    return time >= '1970' && Date.parse(time) < Date.now() ? time : null;
  } catch {
    return null;
  }
};
