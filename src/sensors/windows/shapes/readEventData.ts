import { asFields } from '../../fields.ts';
import type { Fields } from '../../fields.ts';

import { parseEventXml } from '../parseEventXml.ts';

/** Returns the object, or the object of a JSON text; empty for anything else. */
export const readObject = (value: unknown): Fields => {
  if (typeof value !== 'string') return asFields(value);
  if (!value.trimStart().startsWith('{')) return {};
  try {
    return asFields(JSON.parse(value) as unknown);
  } catch {
    return {};
  }
};

/**
 * Names the values of an event's EventData. `Data` is a list of named values in converters that keep the elements of the XML:
 * `{"@Name": "LogonType", "#text": "10"}`.
 */
const readEventData = (value: unknown): Fields => {
  const fields = asFields(value);
  const data = fields['Data'];
  if (typeof data !== 'object' || data === null) return fields;
  const named: Record<string, unknown> = { ...fields };
  for (const element of Array.isArray(data) ? (data as readonly unknown[]) : [data]) {
    const one = asFields(element);
    const name = one['@Name'] ?? asFields(one['#attributes'])['Name'] ?? one['Name'];
    if (typeof name === 'string') named[name] = one['#text'] ?? one['Value'] ?? one['value'];
  }
  return named;
};

/** Reads the `<EventData>` or `<UserData>` in a text, which may be in another element; null without one. */
export const readDataXml = (value: unknown): Fields | null => {
  if (typeof value !== 'string') return null;
  for (const name of ['EventData', 'UserData']) {
    const start = value.indexOf(`<${name}`);
    const end = value.lastIndexOf(`</${name}>`);
    if (start < 0 || end < start) continue;
    const tree = parseEventXml(`<Event>${value.slice(start, end)}</${name}></Event>`);
    return tree === null ? null : dataOf(asFields(tree['Event']));
  }
  return null;
};

/** The own fields of an event in the event schema: it has EventData or UserData. */
export const dataOf = (event: Fields): Fields => ({
  ...readEventData(event['EventData']),
  ...asFields(asFields(event['UserData'])['EventXML']),
});
