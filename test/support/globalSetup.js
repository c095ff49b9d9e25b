import { tsImport } from 'tsx/esm/api';

/** jest loads this file without its transform; tsx reads the TypeScript that does the work. */
const globalSetup = async () => {
  const { startPostgres } = await tsImport('./startPostgres.ts', import.meta.url);
  const { bundleEntryPoints } = await tsImport('./bundleEntryPoints.ts', import.meta.url);
  const [stopPostgres, removeBundles] = await Promise.all([startPostgres(), bundleEntryPoints()]);
  globalThis.endTests = async () => {
    await stopPostgres();
    await removeBundles();
  };
};

// jest calls the default export.
export default globalSetup;
