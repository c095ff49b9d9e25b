/** Starts the resources that all test files share. globalTeardown.js stops them. */
const globalSetup = async () => {
  const { startPostgres } = await import('./startPostgres.ts');
  const { bundleEntryPoints } = await import('./bundleEntryPoints.ts');
  const [stopPostgres, removeBundles] = await Promise.all([startPostgres(), bundleEntryPoints()]);
  globalThis.endTests = async () => {
    await stopPostgres();
    await removeBundles();
  };
};

// jest calls the default export.
export default globalSetup;
