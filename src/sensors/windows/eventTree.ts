import { asFields } from '../fields.ts';
import type { Fields } from '../fields.ts';
import { makeRecord } from './windowsRecord.ts';
import type { Recognized } from './windowsRecord.ts';

/**
 * Makes a record of an event that is nested as in the Windows event schema, in the JSON of evtx_dump: attributes are in `#attributes`, or,
 * with `--separate-json-attributes`, next to their element. Event XML is parsed to the same tree.
 * https://learn.microsoft.com/windows/win32/wes/eventschema-schema · https://github.com/omerbenamram/evtx
 */
export const makeEventTree = (tree: Fields): Recognized => {
  const event = asFields(tree['Event']);
  const system = asFields(event['System']);
  const userData = asFields(event['UserData']);
  return makeRecord({
    channel: textOf(system['Channel']),
    provider: attribute(system, 'Provider', 'Name'),
    eventId: textOf(system['EventID']),
    hostname: textOf(system['Computer']),
    recordNumber: textOf(system['EventRecordID']),
    time: {
      kind: 'ISO',
      field: 'TimeCreated SystemTime',
      text: attribute(system, 'TimeCreated', 'SystemTime'),
    },
    // An event has only one of the two.
    fields: mapValues({ ...asFields(event['EventData']), ...asFields(userData['EventXML']) }, textOf),
  });
};

/** An element with attributes has its text in `#text`. */
const textOf = (element: unknown): unknown =>
  typeof element === 'object' && element !== null ? asFields(element)['#text'] : element;

const attribute = (parent: Fields, element: string, name: string): unknown =>
  asFields(asFields(parent[element])['#attributes'] ?? parent[`${element}_attributes`])[name];

const mapValues = (fields: Fields, map: (value: unknown) => unknown): Fields =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, map(value)]));
