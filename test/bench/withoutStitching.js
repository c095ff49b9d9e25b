// Loaded before a server of the benchmark: it stores events and leaves the sessions alone, to show what stitching costs.
import { register } from 'node:module';

const HOOK = `export const load = async (url, context, next) => {
  const loaded = await next(url, context);
  if (!url.includes('/.bundle/')) return loaded;
  const source = String(loaded.source);
  return { ...loaded, source: source.replace('var stitchSessions = ', 'var stitchSessions = async () => {}; var unused = ') };
};`;

register(`data:text/javascript,${encodeURIComponent(HOOK)}`);
