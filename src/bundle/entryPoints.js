/** The files that a process or a thread starts with, by the names of their bundles. */
export const ENTRY_POINTS = {
  main: 'src/main.ts',
  importer: 'src/importer/main.ts',
  exporter: 'src/exporter/main.ts',
  workerThread: 'src/http/ingest/workerThread.js',
};
