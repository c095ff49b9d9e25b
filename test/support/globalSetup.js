const INTERRUPTED = 130;

/** Starts the resources that all test files share. globalTeardown.js stops them, and so does a signal that ends the run. */
const globalSetup = async () => {
  const { makeTemporaryFolder } = await import('./makeTemporaryFolder.ts');
  const { startPostgres } = await import('./startPostgres.ts');
  const { bundleEntryPoints } = await import('./bundleEntryPoints.ts');
  const removeTemporaryFolder = await makeTemporaryFolder();
  const [stopPostgres] = await Promise.all([startPostgres(), bundleEntryPoints()]);
  globalThis.endTests = async () => {
    await stopPostgres();
    await removeTemporaryFolder();
  };
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => globalThis.endTests().finally(() => process.exit(INTERRUPTED)));
  }
};

// jest calls the default export.
export default globalSetup;
