/**
 * The tests run as native ES modules. swc only removes the types; jest caches its output.
 *
 * @type {import('jest').Config}
 */
const config = {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': ['@swc/jest', { jsc: { parser: { syntax: 'typescript' }, target: 'es2023' } }],
  },
  injectGlobals: false,
  globalSetup: './test/support/globalSetup.js',
  globalTeardown: './test/support/globalTeardown.js',
  setupFiles: ['./test/support/shareErrors.ts', './test/support/deepRuns.ts'],
  testSequencer: './test/support/LongestFirst.js',
  reporters: ['default', './test/support/summaryReporter.js'],
  // Only a test that hangs takes this long, so that no result depends on the load. test/support/timeLimits.ts uses half of it.
  testTimeout: 600_000,
  maxWorkers: 2,
};

// jest reads the default export.
export default config;
