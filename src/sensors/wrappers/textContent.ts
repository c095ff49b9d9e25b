import { parseEventXml } from '../windows/parseEventXml.ts';
import type { Wrapper } from './wrapper.ts';

/** A record in a text, and a text in a field of an object that says nothing else about the record. */
export const TEXT_CONTENT: readonly Wrapper[] = [
  {
    name: 'event XML in text',
    of: 'TEXT',
    mark: /^<[?E]/,
    open: (text) => {
      if (!EVENT_XML.test(text)) return null;
      const value = parseEventXml(text);
      return value === null ? { reason: 'not event XML' } : [{ value }];
    },
  },
  {
    name: 'JSON in text',
    of: 'TEXT',
    mark: /^\{/,
    open: (text) => {
      // Another row's mark led here. JSON.parse would throw, which takes as long as half of all other work for a line.
      if (!text.startsWith('{') || text.length > MAX_JSON_LENGTH) return null;
      try {
        const value: unknown = JSON.parse(text);
        return [{ value }];
      } catch {
        return null;
      }
    },
  },
];

const EVENT_XML = /^(?:<\?xml[^>]*>\s*)?<Event[\s>]/;
/** As long as a line may be. Deeply nested JSON takes 40 times its length in memory. */
const MAX_JSON_LENGTH = 1_048_576;
