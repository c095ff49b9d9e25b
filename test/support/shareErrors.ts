import { types } from 'node:util';

// Runs in jest's sandbox before each test file. The sandbox has an Error class of its own, so that an error of node:fs,
// of a socket or of an aborted signal is no `instanceof Error` there, as it is when the server runs. This makes it one;
// subclasses keep the ordinary test.
const isInPrototypeChain = Function.prototype[Symbol.hasInstance];

Object.defineProperty(Error, Symbol.hasInstance, {
  value(this: unknown, value: unknown): boolean {
    if (isInPrototypeChain.call(this, value)) return true;
    return this === Error && (types.isNativeError(value) || value instanceof DOMException);
  },
});
