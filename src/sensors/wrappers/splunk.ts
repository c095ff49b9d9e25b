import { asFields } from '../fields.ts';
import type { Wrapper } from './wrapper.ts';

/**
 * Results that Splunk exports: lines of JSON with `result`, the answer of its API with `results`, and rows of CSV. The record is in `_raw`; without it, the
 * fields that Splunk extracts from events of Windows are read.
 * https://docs.splunk.com/Documentation/Splunk/latest/Search/Exportsearchresults
 */
export const SPLUNK: readonly Wrapper[] = [
  {
    name: 'Splunk, a result',
    of: 'OBJECT',
    marks: ['result'],
    open: ({ result }) =>
      ['_raw', 'EventCode'].some((name) => Object.hasOwn(asFields(result), name))
        ? [{ value: result }]
        : null,
  },
  {
    name: 'Splunk, an event',
    of: 'OBJECT',
    marks: ['_raw'],
    open: ({ _raw: raw, host, _time: time }) => {
      if (typeof raw !== 'string') return null;
      const hostname = typeof host === 'string' && host !== '' ? host : undefined;
      const known = { hostname, time: typeof time === 'string' && WITH_ZONE.test(time) ? time : undefined };
      return [{ value: raw.trim(), known }];
    },
  },
];

const WITH_ZONE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/;
