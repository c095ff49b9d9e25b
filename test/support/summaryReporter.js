import { writeSync } from 'node:fs';
import { relative } from 'node:path';

const STDOUT = 1;
const SHOWN_SKIPS = 20;

/**
 * A jest reporter that makes `N passed, N failed` (tests, not files) the last line on stdout, where scripts read it.
 *
 * A file that fails outside its tests (it does not load, its afterAll throws) counts as one failure, and so does a run in
 * which no test ran. Skipped tests are named before that line and counted in neither number. It is JavaScript because jest
 * loads reporters without a transform, and a default export because jest requires one.
 */
export default class SummaryReporter {
  #passed = 0;
  #failed = 0;
  #noTestRan = true;

  constructor() {
    // At exit, because jest runs globalTeardown, which may print, after the last call to a reporter.
    process.once('exit', (exitCode) => {
      const failedElsewhere = this.#noTestRan || (exitCode !== 0 && this.#failed === 0) ? 1 : 0;
      writeSync(STDOUT, `${this.#passed} passed, ${this.#failed + failedElsewhere} failed\n`);
    });
  }

  onRunComplete(_contexts, { numPassedTests, numFailedTests, testResults }) {
    this.#passed = numPassedTests;
    this.#failed = numFailedTests + testResults.filter(failedOutsideTests).length;
    this.#noTestRan = this.#passed + this.#failed === 0;
    const skipped = testResults.flatMap(({ testFilePath, testResults: tests }) =>
      tests.filter(isSkipped).map(({ fullName }) => `${relative(process.cwd(), testFilePath)}: ${fullName}`),
    );
    for (const name of skipped.slice(0, SHOWN_SKIPS)) console.log(`skipped: ${name}`);
    if (skipped.length > SHOWN_SKIPS) console.log(`skipped: ${skipped.length - SHOWN_SKIPS} more`);
    if (this.#noTestRan) console.error('no test ran');
  }

  /** Makes jest exit with 1 when no test ran, for example when a name pattern matches none. */
  getLastError() {
    return this.#noTestRan ? new Error('no test ran') : undefined;
  }
}

const failedOutsideTests = ({ numFailingTests, testExecError, failureMessage }) =>
  Boolean(testExecError) || (Boolean(failureMessage) && numFailingTests === 0);

const isSkipped = ({ status }) => status !== 'passed' && status !== 'failed';
