import { asFields } from '../fields.ts';
import { formatSeconds } from './unixTime.ts';
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
  {
    // What shippers send: https://docs.splunk.com/Documentation/Splunk/latest/Data/FormateventsforHTTPEventCollector
    name: 'Splunk, an event for its collector',
    of: 'OBJECT',
    marks: ['event'],
    open: (fields) => {
      const names = Object.keys(fields);
      if (names.length < 2 || !names.every((name) => OF_COLLECTOR.has(name))) return null;
      const { event, host, time } = fields;
      const hostname = typeof host === 'string' && host !== '' ? host : undefined;
      const known = { hostname, time: formatSeconds(time) };
      return [{ value: typeof event === 'string' ? event.trim() : event, known }];
    },
  },
];

/** The members of an event for the collector. */
const OF_COLLECTOR = new Set(['event', 'time', 'host', 'source', 'sourcetype', 'index', 'fields']);

const WITH_ZONE = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:?\d\d)$/;
