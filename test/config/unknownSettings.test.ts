import { expect, test } from '@jest/globals';

import { listSettings } from '../../src/config/config.ts';
import { listUnknownSettings } from '../../src/config/unknownSettings.ts';

const inEnvironment = (name: string): readonly string[] =>
  listUnknownSettings({ file: {}, environment: { [name]: 'hunter2' } });

const inFile = (name: string): readonly string[] =>
  listUnknownSettings({ file: { [name]: 'hunter2' }, environment: {} });

test.each([
  ['RETENTION_DAY', 'RETENTION_DAYS'],
  ['RETENTIONDAYS', 'RETENTION_DAYS'],
  ['retention_days', 'RETENTION_DAYS'],
  ['RETENTION', 'RETENTION_DAYS'],
  ['RETENTOIN_DAYS', 'RETENTION_DAYS'],
  ['DATABASE_URI', 'DATABASE_URL'],
  ['LOGLEVEL', 'LOG_LEVEL'],
  ['AUDIT_DAY', 'AUDIT_DAYS'],
  ['HOST_NAMES', 'HOSTNAMES'],
  ['TLS_CERT', 'TLS_CERT_FILE'],
  ['TLS_KEY', 'TLS_KEY_FILE'],
  ['MAX_RESPONSE', 'MAX_RESPONSE_MIB'],
  ['OIDC_JWKS', 'OIDC_JWKS_URL'],
  ['CORS_ORIGIN', 'CORS_ORIGINS'],
  ['SESSIONSCOPE_KEYS', 'SESSIONSCOPE_KEY'],
])(
  '%s, in the file or in the environment, is reported with the suggestion %s and without its value',
  (name, meant) => {
    const [warning = '', ...others] = inEnvironment(name);
    expect(others).toEqual([]);
    expect(warning).toBe(`The environment sets ${name}, which is not a setting. Did you mean ${meant}?`);
    expect(inFile(name)).toEqual([`.env sets ${name}, which is not a setting. Did you mean ${meant}?`]);
  },
);

test('every unknown name in the file is reported', () => {
  expect(inFile('FAVOURITE_COLOUR')).toEqual([
    '.env sets FAVOURITE_COLOUR, which is not a setting and has no effect.',
  ]);
  expect(inFile('PROT')).toHaveLength(1);
  expect(inFile('HOSTNAME')).toHaveLength(1);
});

test('a name in both is reported once', () => {
  const both = { RETENTION_DAY: '1' };
  expect(listUnknownSettings({ file: both, environment: both })).toHaveLength(1);
});

test('settings of the server, of commands and of Docker Compose in the same file are not reported', () => {
  const names = [...listSettings().keys(), 'SESSIONSCOPE_KEY', 'POSTGRES_PASSWORD', 'COMPOSE_PROJECT_NAME'];
  expect(names).toContain('RETENTION_DAYS');
  const file = Object.fromEntries(names.map((name) => [name, '']));
  expect(listUnknownSettings({ file, environment: file })).toEqual([]);
});

/** Usual names on a Linux desktop, macOS, Windows, in a container, in Kubernetes, under systemd and in CI. */
const USUAL = `PATH HOME USER LOGNAME SHELL PWD OLDPWD TERM LANG LC_ALL LC_CTYPE LANGUAGE TZ TMPDIR TEMP TMP EDITOR VISUAL PAGER LESS LS_COLORS
HOST HOSTNAME HOSTTYPE OSTYPE MACHTYPE GROUP VENDOR UID EUID PPID SHLVL RANDOM MAIL DISPLAY WAYLAND_DISPLAY COLORTERM COLUMNS LINES HISTFILE
SSH_AUTH_SOCK SSH_CLIENT SSH_CONNECTION SSH_TTY GPG_AGENT_INFO XDG_SESSION_ID XDG_RUNTIME_DIR XDG_DATA_DIRS XDG_CONFIG_DIRS
DBUS_SESSION_BUS_ADDRESS DESKTOP_SESSION GNOME_TERMINAL_SCREEN VTE_VERSION KONSOLE_VERSION SESSION_MANAGER INVOCATION_ID JOURNAL_STREAM
NOTIFY_SOCKET LISTEN_PID LISTEN_FDS SYSTEMD_EXEC_PID STATE_DIRECTORY LOGS_DIRECTORY CONFIGURATION_DIRECTORY CREDENTIALS_DIRECTORY
PGHOST PGPORT PGUSER PGPASSWORD PGDATABASE PGSSLMODE PGDATA PGOPTIONS PGAPPNAME PGTZ POSTGRES_USER POSTGRES_DB POSTGRES_PASSWORD PG_VERSION
NODE_ENV NODE_OPTIONS NODE_PATH NODE_VERSION NODE_EXTRA_CA_CERTS NODE_TLS_REJECT_UNAUTHORIZED NO_COLOR FORCE_COLOR CI DEBUG YARN_VERSION
HTTP_PROXY HTTPS_PROXY NO_PROXY ALL_PROXY http_proxy https_proxy no_proxy SSL_CERT_FILE SSL_CERT_DIR CURL_CA_BUNDLE REQUESTS_CA_BUNDLE
INIT_CWD npm_command npm_config_cache npm_config_loglevel npm_config_user_agent npm_config_registry npm_execpath npm_lifecycle_event
npm_lifecycle_script npm_node_execpath npm_package_json npm_package_name npm_package_version npm_config_local_prefix npm_config_prefix
KUBERNETES_SERVICE_HOST KUBERNETES_SERVICE_PORT KUBERNETES_PORT KUBERNETES_PORT_443_TCP_ADDR SESSIONSCOPE_SERVICE_HOST
SESSIONSCOPE_SERVICE_PORT SESSIONSCOPE_PORT SESSIONSCOPE_PORT_4000_TCP_ADDR POSTGRES_SERVICE_HOST POSTGRES_PORT
GITHUB_ACTIONS GITHUB_WORKSPACE GITHUB_TOKEN GITHUB_REF RUNNER_OS RUNNER_TEMP ACTIONS_CACHE_URL GITLAB_CI CI_PROJECT_DIR CI_JOB_TOKEN
BUILD_NUMBER JENKINS_URL AWS_REGION AWS_ACCESS_KEY_ID AWS_SECRET_ACCESS_KEY GOOGLE_APPLICATION_CREDENTIALS AZURE_CLIENT_ID KUBECONFIG
DOCKER_HOST DOCKER_CONFIG container JAVA_HOME GOPATH GOROOT CARGO_HOME RUSTUP_HOME PYTHONPATH VIRTUAL_ENV CONDA_PREFIX NVM_DIR VOLTA_HOME
APPDATA LOCALAPPDATA ProgramFiles ProgramData SystemRoot SystemDrive ComSpec PATHEXT USERNAME USERDOMAIN USERPROFILE COMPUTERNAME LOGONSERVER
OS NUMBER_OF_PROCESSORS PROCESSOR_ARCHITECTURE windir Apple_PubSub_Socket_Render __CF_USER_TEXT_ENCODING TERM_PROGRAM TERM_SESSION_ID
DATABASE DATABASE_NAME DATABASE_HOST DATABASE_USER DATABASE_PASSWORD AUTH_SECRET AUTH_TOKEN OIDC_CLIENT_ID OIDC_CLIENT_SECRET
REDIS_URL SECRET_KEY_BASE SENTRY_DSN OTEL_EXPORTER_OTLP_ENDPOINT OTEL_SERVICE_NAME LOG_FORMAT _ XAUTHORITY WINDOWID PS1 IFS`;

test('the usual variables of an environment are not reported', () => {
  const environment = Object.fromEntries(USUAL.split(/\s+/).map((name) => [name, 'x']));
  expect(listUnknownSettings({ file: {}, environment })).toEqual([]);
  expect(listUnknownSettings({ file: {}, environment: process.env })).toEqual([]);
});
