// What tests import from @jest/globals; each test file loads its own instance.
import { getGlobals } from './currentGlobals.js';

export const { afterAll, afterEach, beforeAll, beforeEach, describe, expect, jest, test } = getGlobals();
