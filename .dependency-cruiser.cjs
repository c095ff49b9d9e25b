/**
 * The layers of src/. A layer may import itself, the layers in `below`, node's own modules and the packages listed for it, and nothing
 * else.
 */
const GRAPHQL = ['graphql', '@apollo/server', '@graphql-tools/[^/]+'];
const BELOW_HTTP = ['graphql', 'domain', 'db', 'sensors', 'model'];
const LAYERS = {
  bundle: { below: [], packages: ['esbuild', 'tsx'] },
  model: { below: [], packages: [] },
  sensors: { below: ['model'], packages: ['saxes'] },
  client: { below: [], packages: [] },
  importer: {
    below: ['client', 'sensors', 'model'],
    packages: [
      'cli-progress',
      'csv-parse',
      'fzstd',
      'iconv-lite',
      'modern-tar',
      'node-sqlite3-wasm',
      'xxhash-wasm',
      'xz-decompress',
      'yauzl',
      '@types/yauzl',
    ],
  },
  exporter: { below: ['client', 'model'], packages: [] },
  db: { below: ['model'], packages: ['pg', 'drizzle-orm', 'dataloader'] },
  domain: { below: ['db', 'model'], packages: [] },
  explorer: { below: [], packages: ['preact', 'uplot'] },
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
      // The threads of /ingest need it: they start without a TypeScript loader.
      'tsx',
    ],
  },
  config: { below: ['http', 'model'], packages: ['leven'] },
  commands: {
    below: ['config', 'http', 'demo', 'importer', 'client', ...BELOW_HTTP],
    packages: ['birpc', 'pino'],
  },
};

/** Entry points: they read the settings, and then call their layer. */
const PROCESSES = '^src/(im|ex)porter/main[.]ts$';

const layerRules = Object.entries(LAYERS).map(([layer, { below, packages }]) => ({
  name: `${layer}-imports-down`,
  severity: 'error',
  comment: `src/${layer} may import: ${[...below, ...packages, "node's own modules"].join(', ')}.`,
  from: { path: `^src/${layer}/`, pathNot: PROCESSES },
  to: {
    pathNot: [`^src/(${[layer, ...below].join('|')})/`, `^node_modules/(${packages.join('|') || '-'})/`],
    dependencyTypesNot: ['core'],
  },
}));

module.exports = {
  forbidden: [
    ...layerRules,
    {
      name: 'nobody-imports-main',
      severity: 'error',
      comment: 'Entry points; tests start them as processes.',
      from: {},
      to: { path: '^src/((im|ex)porter/)?main\\.ts$' },
    },
    {
      name: 'process-packages',
      severity: 'error',
      comment: 'main.ts uses the layers; cli.js runs their bundle.',
      from: { path: `^src/[^/]+\\.[jt]s$|${PROCESSES}` },
      to: { path: '^(node_modules|test|drizzle)/' },
    },
    {
      name: 'processes-of-clients',
      severity: 'error',
      comment:
        'The import and export commands talk to a running server: they use the settings, and no code of the server.',
      from: { path: PROCESSES },
      to: {
        pathNot: '^src/(startCommand[.]ts$|config/|client/|importer/|exporter/)',
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'writes-go-through-domain',
      severity: 'error',
      comment: 'Reads may skip a layer; only domain calls the functions that write.',
      from: { path: '^src/', pathNot: '^src/(domain|db)/' },
      to: { path: '^src/db/.*(insert|upsert|update|delete)[A-Z][A-Za-z]*[.]ts$' },
    },
    {
      name: 'tokens-are-read-in-one-place',
      severity: 'error',
      comment: 'Only src/http/access reads tokens.',
      from: { path: '^src/', pathNot: '^src/http/access/' },
      to: { path: '^node_modules/jose/' },
    },
    {
      name: 'pure-layers-do-no-io',
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
      name: 'oracle-is-independent',
      severity: 'error',
      comment:
        'The oracle of sessions repeats the rules independently: it imports neither src nor helpers that may. readStitched and storeFacts connect it with the database.',
      from: { path: '^test/support/sessions/', pathNot: '/(readStitched|storeFacts)[.]ts$|[.]test[.]ts$' },
      to: { path: '^(src|test)/', pathNot: '^test/support/sessions/(?!readStitched|storeFacts)' },
    },
    {
      name: 'no-cycle',
      severity: 'error',
      comment: 'Files that import each other, even for types only, belong together or need a third file.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-orphan',
      severity: 'error',
      comment: 'A file that imports nothing and that nothing imports is unused.',
      from: {
        orphan: true,
        pathNot:
          '[.]d[.]ts$|^src/explorer/|^test/bench/explorer/probe[.]js$|^test/.*[.]test[.]ts$|^test/support/(global|summary|LongestFirst|runGates)[A-Za-z]*[.]js$',
      },
      to: {},
    },
    {
      name: 'resolvable',
      severity: 'error',
      comment: 'Every import must resolve.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'no-dev-dependency-in-src',
      severity: 'error',
      comment: 'src imports only what package.json lists as a dependency, which is installed in production.',
      from: { path: '^src/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    // TypeScript 7 has no JavaScript API, so swc reads the imports; it counts a type's import like any other.
    parser: 'swc',
    doNotFollow: { path: '^node_modules/' },
    // swc is not told to read JSX. The explorer's bundle and its tsconfig.json check what its components import.
    exclude: {
      path: '[.]tsx$|^src/explorer/api/documents[.]ts$|^test/(suites/(node_modules/|eslint[.]config)|bench/peers/)',
    },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};
