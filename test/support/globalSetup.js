import { tsImport } from 'tsx/esm/api';

/** jest loads this file without its transform; tsx reads the TypeScript that does the work. */
const globalSetup = async () => {
  const { startPostgres } = await tsImport('./startPostgres.ts', import.meta.url);
  globalThis.stopPostgres = await startPostgres();
};

// jest calls the default export.
export default globalSetup;
