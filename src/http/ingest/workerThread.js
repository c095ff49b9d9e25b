import { register } from 'tsx/esm/api';

// This file is JavaScript because a worker thread has no TypeScript loader of its own, neither in jest nor below node_modules.
register({ tsconfig: false });
await import('./workerMessages.ts');
