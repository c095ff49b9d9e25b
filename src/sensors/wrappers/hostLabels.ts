import type { Fields } from '../fields.ts';

/** Finds the host in the labels of a stream or the attributes of a resource, by the names that shippers use. */
export const findHost = (labels: Fields): string | undefined => {
  for (const name of HOST_LABELS) {
    const value = labels[name];
    if (typeof value === 'string' && value.trim() !== '') return value.trim();
  }
  return undefined;
};

/** Not `instance`, which is the address of the collector for some. */
const HOST_LABELS = ['hostname', 'host.name', 'host_name', 'host', 'nodename', '_HOSTNAME'];
