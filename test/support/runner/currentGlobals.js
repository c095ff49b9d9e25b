let current = {};

/** Sets what the next instance of globals.js exports. */
export const setGlobals = (globals) => {
  current = globals;
};

export const getGlobals = () => current;
