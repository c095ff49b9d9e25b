import { afterEach } from '@jest/globals';

import { spawnMain } from './spawnMain.ts';
import type { MainProcess } from './spawnMain.ts';

/** Returns spawnMain for a test file. The processes are stopped after each test. */
export const useSpawnMain = (): typeof spawnMain => {
  let processes: readonly MainProcess[] = [];
  afterEach(async () => {
    await Promise.all(processes.map(async ({ stop }) => stop()));
    processes = [];
  });
  return (options) => {
    const main = spawnMain(options);
    processes = [...processes, main];
    return main;
  };
};
