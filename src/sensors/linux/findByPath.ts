import { asFields } from '../fields.ts';
import type { Fields } from '../fields.ts';

/** Finds a value by its path, `host.hostname`: a member with that name, as some stores flatten documents, or a member of a member. */
export const findByPath = (fields: Fields, path: string): unknown => {
  const own = fields[path];
  if (own !== undefined) return own;
  const dot = path.indexOf('.');
  if (dot < 0) return undefined;
  const parent = fields[path.slice(0, dot)];
  return parent === undefined ? undefined : findByPath(asFields(parent), path.slice(dot + 1));
};
