/** Runs in the process of globalSetup. */
const globalTeardown = async () => globalThis.endTests?.();

// jest calls the default export.
export default globalTeardown;
