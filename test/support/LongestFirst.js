import { readFileSync } from 'node:fs';

import Sequencer from '@jest/test-sequencer';

/** What a file that takes long has in it: processes, servers of its own, a browser, many samples. */
const SLOW = /spawn|withDataDir|makeOwnPostgres|launchBrowser|checkAgainstOracle|samples\(/;

/**
 * Starts the files that take longest first, so that no worker is busy with one of them after the others have ended. jest knows how
 * long a file takes from its cache; on a new checkout the source of the file tells.
 */
export default class LongestFirst extends Sequencer {
  sort(tests) {
    const sorted = super.sort(tests);
    if (sorted.some(({ duration }) => duration !== undefined)) return sorted;
    const slow = new Set(sorted.filter(({ path }) => SLOW.test(readFileSync(path, 'utf8'))));
    return [...slow, ...sorted.filter((test) => !slow.has(test))];
  }
}
