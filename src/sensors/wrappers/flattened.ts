import { asFields } from '../fields.ts';
import type { Wrapper } from './wrapper.ts';

/** Documents of Winlogbeat, Filebeat or Auditbeat whose members have dotted names, as exports in rows and some pipelines write them. */
export const FLATTENED: readonly Wrapper[] = ['winlog.event_id', 'event.category', 'auditd.message_type'].map(
  (mark): Wrapper => ({
    name: `a flat document with ${mark}`,
    of: 'OBJECT',
    marks: [mark, '@timestamp'],
    open: (document) => {
      const root = makeNode();
      for (const [path, value] of Object.entries(document)) put(root, path.split('.'), value);
      return [{ value: toObject(root) }];
    },
  }),
);

/** Without a prototype: a name may be __proto__. */
type Node = { readonly members: Map<string, Node>; value: unknown };

const makeNode = (): Node => ({ members: new Map(), value: undefined });

/** Documents have fewer levels. */
const MAX_LEVELS = 8;

const put = (root: Node, path: readonly string[], value: unknown): void => {
  let node = root;
  for (const name of path.slice(0, MAX_LEVELS)) {
    const child = node.members.get(name) ?? makeNode();
    node.members.set(name, child);
    node = child;
  }
  node.value = value;
};

const toObject = ({ members, value }: Node): unknown =>
  members.size === 0
    ? value
    : {
        ...asFields(value),
        ...Object.fromEntries([...members].map(([name, node]) => [name, toObject(node)])),
      };
