/**
 * The rooms of src/ on their stair. A room imports itself, the rooms below it, node's own modules and the packages named
 * here, and nothing else; a package that is named nowhere is used nowhere.
 */
const GRAPHQL = ['graphql', '@apollo/server', '@graphql-tools/[^/]+', 'dataloader'];
const BELOW_HTTP = ['graphql', 'domain', 'db', 'sensors', 'model'];
const ROOMS = {
  model: { below: [], packages: [] },
  sensors: { below: ['model'], packages: ['@ts-evtx/core', 'saxes'] },
  client: { below: [], packages: [] },
  importer: { below: ['client', 'sensors', 'model'], packages: ['cli-progress'] },
  exporter: { below: ['client', 'model'], packages: [] },
  db: { below: ['model'], packages: ['pg', 'drizzle-orm'] },
  domain: { below: ['db', 'model'], packages: [] },
  demo: { below: ['domain', 'db', 'model'], packages: [] },
  graphql: { below: ['domain', 'db', 'model'], packages: GRAPHQL },
  http: {
    below: BELOW_HTTP,
    packages: [
      ...GRAPHQL,
      'fastify',
      '@as-integrations/fastify',
      '@graphql-yoga/render-graphiql',
      'jose',
      'pino',
      'prom-client',
      // The threads of /ingest: they start with no loader of TypeScript.
      'tsx',
    ],
  },
  config: { below: ['http', 'model'], packages: ['leven'] },
  commands: { below: ['config', 'http', 'demo', 'importer', 'client', ...BELOW_HTTP], packages: ['pino'] },
};

/** They read the settings, and then use their room. */
const PROCESSES = '^src/(im|ex)porter/main[.]ts$';

const roomRules = Object.entries(ROOMS).map(([room, { below, packages }]) => ({
  name: `${room}-walks-down`,
  severity: 'error',
  comment: `src/${room} may import: ${[...below, ...packages, "node's own modules"].join(', ')}.`,
  from: { path: `^src/${room}/`, pathNot: PROCESSES },
  to: {
    pathNot: [`^src/(${[room, ...below].join('|')})/`, `^node_modules/(${packages.join('|') || '-'})/`],
    dependencyTypesNot: ['core'],
  },
}));

module.exports = {
  forbidden: [
    ...roomRules,
    {
      name: 'nobody-imports-main',
      severity: 'error',
      comment: 'A process; a test starts it as one.',
      from: {},
      to: { path: '^src/((im|ex)porter/)?main\\.ts$' },
    },
    {
      name: 'process-packages',
      severity: 'error',
      comment: 'main.ts uses rooms; cli.js runs the TypeScript with tsx.',
      from: { path: `^src/[^/]+\\.[jt]s$|${PROCESSES}` },
      to: { path: '^(node_modules|test|drizzle)/', pathNot: '^node_modules/tsx/' },
    },
    {
      name: 'processes-of-clients',
      severity: 'error',
      comment:
        'What imports and exports talks to a running server: it has the settings, and nothing of the server.',
      from: { path: PROCESSES },
      to: {
        pathNot: '^src/(startCommand[.]ts$|config/|client/|importer/|exporter/)',
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'writes-go-through-domain',
      severity: 'error',
      comment: 'Reads may skip a step of the stair; what writes is called by domain alone.',
      from: { path: '^src/', pathNot: '^src/(domain|db)/' },
      to: { path: '^src/db/.*(insert|upsert|update|delete)[A-Z][A-Za-z]*[.]ts$' },
    },
    {
      name: 'tokens-are-read-in-one-place',
      severity: 'error',
      comment: 'What a token says is found out in src/http/access, and nowhere else.',
      from: { path: '^src/', pathNot: '^src/http/access/' },
      to: { path: '^node_modules/jose/' },
    },
    {
      name: 'pure-rooms-do-no-io',
      severity: 'error',
      comment:
        'model, sensors, domain and demo compute; files, sockets and processes belong to db, http and importer.',
      from: { path: '^src/(model|sensors|domain|demo)/' },
      to: {
        dependencyTypes: ['core'],
        path: '^(node:)?(fs|http|https|http2|tls|dgram|dns|child_process|cluster|worker_threads|readline)(/|$)',
      },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      comment: 'Two files that import each other, types included, are one file or miss a third.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphan',
      severity: 'error',
      comment: 'A file that imports nothing and is imported by nothing is not used.',
      from: {
        orphan: true,
        pathNot:
          '[.]d[.]ts$|^test/.*[.]test[.]ts$|^test/support/(global|summary|LongestFirst|runGates)[A-Za-z]*[.]js$',
      },
      to: {},
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'An import must lead somewhere.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dev-dependency-in-src',
      severity: 'error',
      comment: 'What src imports is a dependency in package.json, so that it is there in production.',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    // TypeScript 7 has no JavaScript API, so swc reads the imports; it counts a type's import like any other.
    parser: 'swc',
    doNotFollow: { path: '^node_modules/' },
    exclude: { path: '^test/suites/(node_modules/|eslint[.]config)' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
