// Loaded before a server of the benchmark: it stores each request in a transaction of its own, to show what sharing one saves.
import { register } from 'node:module';

const HOOK = `export const load = async (url, context, next) => {
  const loaded = await next(url, context);
  if (!url.includes('/.bundle/')) return loaded;
  const source = String(loaded.source);
  return { ...loaded, source: source.replace('var MAX_SHARING_WEIGHT = 100', 'var MAX_SHARING_WEIGHT = 0') };
};`;

register(`data:text/javascript,${encodeURIComponent(HOOK)}`);
