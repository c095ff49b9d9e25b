/**
 * Node loads the test files and src, see test/support/runner. Loading them in jest's sandbox takes twice the CPU time.
 *
 * @type {import('jest').Config}
 */
const config = {
  testMatch: ['<rootDir>/test/**/*.test.ts'],
  testEnvironment: 'node',
  // jest's cleanup would change the classes of Node, which NativeRuntime puts into the sandbox.
  testEnvironmentOptions: { globalsCleanup: 'off' },
  extensionsToTreatAsEsm: ['.ts'],
  runtime: '<rootDir>/test/support/runner/NativeRuntime.js',
  transform: {},
  injectGlobals: false,
  globalSetup: './test/support/globalSetup.js',
  globalTeardown: './test/support/globalTeardown.js',
  setupFiles: ['./test/support/seedRandomTests.ts'],
  testSequencer: './test/support/LongestFirst.js',
  reporters: ['default', './test/support/summaryReporter.js'],
  // Only a test that hangs takes this long, so that no result depends on the load. test/support/timeLimits.ts uses half of it.
  testTimeout: 600_000,
  maxWorkers: 2,
};

// jest reads the default export.
export default config;
