/**
 * The tests run as native ES modules; swc only erases the types, once for each file, and jest caches what it made.
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
  // Only what hangs takes as long, so that no verdict depends on the machine's load. test/support/timeLimits.ts has the half of it.
  testTimeout: 600_000,
  maxWorkers: 2,
};

// jest reads the default export.
export default config;
