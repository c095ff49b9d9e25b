import { readFileSync } from 'node:fs';

import Sequencer from '@jest/test-sequencer';

/** Matches the source of slow test files: they start processes, servers or a browser, or take many samples. */
const SLOW = /spawn|withDataDir|makeOwnPostgres|launchBrowser|checkAgainstOracle|samples\(/;

/**
 * Starts the slowest files first, so that no worker is still busy with one after the others have finished. jest's cache contains the
 * durations; on a new checkout the source of a file decides.
 */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    if (sorted.some(({ duration }) => duration !== undefined)) return sorted;
    const slow = new Set(sorted.filter(({ path }) => SLOW.test(readFileSync(path, 'utf8'))));
    return [...slow, ...sorted.filter((test) => !slow.has(test))];
  }
}
