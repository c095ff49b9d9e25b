let current = {};

/** Sets the globals of the next test file. */
export const setGlobals = (globals) => {
  current = globals;
};

/**
 * Makes a stand-in for a global: what is called in the end is the one of the current test file. Modules that stay loaded may keep it, or a
 * property of it such as `describe.skip`.
 */
const makeDelegate = (find) => {
  const properties = new Map();
  return new Proxy(() => undefined, {
    apply: (_target, _this, values) => find()(...values),
    get: (_target, name) => {
      const value = find()[name];
      if (typeof value !== 'function' && (typeof value !== 'object' || value === null)) return value;
      if (!properties.has(name))
        properties.set(
          name,
          makeDelegate(() => find()[name]),
        );
      return properties.get(name);
    },
  });
};

// What tests import from @jest/globals.
export const afterAll = makeDelegate(() => current.afterAll);
export const afterEach = makeDelegate(() => current.afterEach);
export const beforeAll = makeDelegate(() => current.beforeAll);
export const beforeEach = makeDelegate(() => current.beforeEach);
export const describe = makeDelegate(() => current.describe);
export const expect = makeDelegate(() => current.expect);
export const jest = makeDelegate(() => current.jest);
export const test = makeDelegate(() => current.test);
