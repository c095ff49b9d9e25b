import type { TokenRules } from '../http/access/verifyToken.ts';
import type { CostLimits } from '../http/cost/limits.ts';
import type { TlsFiles } from '../http/tls/readCertificate.ts';

import type { DomainAliases } from '../model/domainAliases.ts';
import { isLoopback } from '../model/values/ipAddress.ts';
import type { HostnameStyle } from '../model/values/hostname.ts';

import { ConfigError } from './ConfigError.ts';
import { limitCosts, readCostSettings } from './costSettings.ts';
import type { Environment } from './environment.ts';
import { makeReadSetting } from './readSetting.ts';
import type { ReadSetting } from './readSetting.ts';
import {
  DATABASE_URL,
  DOMAIN_ALIASES,
  FOLDER,
  HOST,
  NONE,
  oneOfTexts,
  ORIGINS,
  PAST_TIME,
  REPLICA_LAG,
  SILENCE,
  wholeNumber,
  WORKERS,
} from './settingKinds.ts';
import type { Kind } from './settingKinds.ts';
import { readTlsSettings } from './tlsSettings.ts';
import { readTokenSettings } from './tokenSettings.ts';

/** The validated settings. */
export type Config = {
  readonly host: string;
  readonly port: number;
  /** The number of processes that serve. */
  readonly workers: number;
  readonly dataDir: string;
  /** URL of the user's own Postgres; null runs the embedded one. */
  readonly databaseUrl: string | null;
  /** Logins that are members of the group roles and serve instead of the owner's login; both or neither. Without databaseUrl nothing runs as the owner. */
  readonly readerUrl: string | null;
  readonly writerUrl: string | null;
  /** Reads go to the primary while the server of readerUrl has more lag. */
  readonly maxReplicaLagMs: number;
  /** When ingest is acknowledged: once it is on disk, or once a synchronous standby has applied it, too. */
  readonly synchronousCommit: 'on' | 'remote_apply';
  /** LOCAL: open, because only this machine can reach it. OPEN: open because of AUTH=none. GUARDED: clients need a credential. */
  readonly access: 'LOCAL' | 'OPEN' | 'GUARDED';
  /** Which tokens are valid credentials; null: only API keys are. */
  readonly tokenRules: TokenRules | null;
  readonly logLevel: string;
  readonly hostnames: HostnameStyle;
  /** The longest time without facts, in microseconds, during which a host still counts as running. */
  readonly silenceUs: number;
  /** The domains that have several names. */
  readonly aliases: DomainAliases;
  readonly introspection: boolean;
  /** null: no TLS. */
  readonly tlsFiles: TlsFiles | null;
  /** Web pages of these origins may send requests. */
  readonly corsOrigins: readonly string[];
  readonly limits: CostLimits;
  /** Events outside these bounds are rejected; retention advances the lower bound with the clock. */
  readonly earliest: string;
  readonly maxFutureMs: number;
  readonly retentionMs: number | null;
  /** How long audit entries are kept; null: forever. */
  readonly auditMs: number | null;
};

const HOUR_MS = 3_600_000;
const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

/**
 * Reads the settings from an environment. `.env.example` describes each of them.
 *
 * @throws ConfigError with all problems.
 */
export const readConfig = (environment: Environment): Config => {
  const problems: string[] = [];
  const addProblem = (problem: string): unknown => problems.push(problem);
  const { auth, costs, ...config } = readSettings(makeReadSetting(environment, addProblem), addProblem);
  if (problems.length > 0) throw new ConfigError(problems);
  const access = auth === 'none' ? 'OPEN' : isLocal(config, auth) ? 'LOCAL' : 'GUARDED';
  return { ...config, access, limits: limitCosts(costs, access) };
};

/** Lists the names of all server settings with their defaults; '' where a setting has no default. */
export const listSettings = (): ReadonlyMap<string, string> => {
  const settings = new Map<string, string>();
  const list: ReadSetting = <T>(name: string, fallback: string, { parse }: Kind<T>): T => {
    settings.set(name, fallback);
    return parse(fallback) as T;
  };
  readSettings(list, () => undefined);
  return settings;
};

const readSettings = (setting: ReadSetting, addProblem: (problem: string) => void) => {
  const config = {
    host: setting('HOST', '127.0.0.1', HOST),
    port: setting('PORT', '4000', wholeNumber(0, 65_535)),
    workers: setting('WORKERS', 'auto', WORKERS),
    dataDir: setting('DATA_DIR', 'data', FOLDER),
    databaseUrl: setting('DATABASE_URL', NONE, DATABASE_URL) || null,
    readerUrl: setting('DATABASE_READER_URL', NONE, DATABASE_URL) || null,
    writerUrl: setting('DATABASE_WRITER_URL', NONE, DATABASE_URL) || null,
    maxReplicaLagMs: setting('MAX_REPLICA_LAG', 'PT30S', REPLICA_LAG) / 1000,
    synchronousCommit: setting('SYNCHRONOUS_COMMIT', 'on', oneOfTexts(['on', 'remote_apply'])),
    logLevel: setting('LOG_LEVEL', 'info', oneOfTexts(LOG_LEVELS)),
    hostnames: setting('HOSTNAMES', 'short', oneOfTexts(['short', 'full'])) === 'full' ? 'FULL' : 'SHORT',
    silenceUs: setting('SILENCE', 'PT24H', SILENCE),
    aliases: setting('DOMAIN_ALIASES', NONE, DOMAIN_ALIASES),
    introspection: setting('INTROSPECTION', 'on', oneOfTexts(['on', 'off'])) === 'on',
    corsOrigins: setting('CORS_ORIGINS', NONE, ORIGINS),
    earliest: setting('EARLIEST', '2000-01-01T00:00:00Z', PAST_TIME),
    maxFutureMs: setting('MAX_FUTURE_HOURS', '24', wholeNumber(0, 720)) * HOUR_MS,
    retentionMs: setting('RETENTION_DAYS', '0', wholeNumber(0, 36_500)) * 24 * HOUR_MS || null,
    auditMs: setting('AUDIT_DAYS', '400', wholeNumber(0, 36_500)) * 24 * HOUR_MS || null,
    tlsFiles: readTlsSettings(setting, addProblem),
    tokenRules: readTokenSettings(setting, addProblem),
  } as const satisfies Omit<Config, 'access' | 'limits'>;
  const costs = readCostSettings(setting, addProblem);
  const auth = setting('AUTH', NONE, oneOfTexts([NONE, 'none', 'required']));
  if (auth === 'none' && config.tokenRules !== null) {
    addProblem(
      'AUTH=none admits everyone without a token, so the OIDC_ settings have no effect: set AUTH=required, or remove them.',
    );
  }
  for (const problem of problemsOfLogins(config)) addProblem(problem);
  return { ...config, auth, costs };
};

const problemsOfLogins = ({
  readerUrl,
  writerUrl,
}: Pick<Config, 'readerUrl' | 'writerUrl'>): readonly string[] =>
  (readerUrl === null) === (writerUrl === null)
    ? []
    : ['Set both DATABASE_READER_URL and DATABASE_WRITER_URL, or neither.'];

/** Setting AUTH or an identity provider means that callers must authenticate, even on this machine. */
const isLocal = (
  {
    host,
    databaseUrl,
    readerUrl,
    tokenRules,
  }: Pick<Config, 'host' | 'databaseUrl' | 'readerUrl' | 'tokenRules'>,
  auth: string,
): boolean =>
  auth === NONE && isLoopback(host) && databaseUrl === null && readerUrl === null && tokenRules === null;
