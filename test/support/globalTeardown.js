/** Runs in the process of globalSetup. */
const globalTeardown = async () => globalThis.stopPostgres?.();

// jest calls the default export.
export default globalTeardown;
