// Loaded before a server of the benchmark: it stores events and leaves the sessions alone, to show what stitching costs.
import { register } from 'node:module';

const HOOK = `export const load = async (url, context, next) =>
  url.endsWith('/stitch/stitchSessions.ts')
    ? {
        format: 'module',
        shortCircuit: true,
        source: 'export * from ' + JSON.stringify(url + '?whole') + '; export const stitchSessions = async () => {};',
      }
    : next(url, context);`;

register(`data:text/javascript,${encodeURIComponent(HOOK)}`);
