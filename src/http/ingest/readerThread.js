import { register } from 'tsx/esm/api';

// In JavaScript, as a worker thread inherits nothing that would let it run TypeScript: not in jest, not below node_modules.
register({ tsconfig: false });
await import('./readJobs.ts');
