import { asFields } from '../fields.ts';
import type { Wrapper } from './wrapper.ts';

/** Lines that the logging services of clouds return. */
export const CLOUD_LOGS: readonly Wrapper[] = [
  ...['events', 'logEvents'].map((mark): Wrapper => ({
    // aws logs filter-log-events and get-log-events; subscriptions send logEvents.
    name: `Amazon CloudWatch Logs, ${mark}`,
    of: 'OBJECT',
    marks: [mark],
    open: (response) => {
      const events = response[mark];
      if (!Array.isArray(events) || !events.every((event) => typeof asFields(event)['message'] === 'string'))
        return null;
      return events.map((event: unknown) => {
        const { message, timestamp } = asFields(event);
        return { value: message, known: { time: formatMilliseconds(timestamp) } };
      });
    },
  })),
  {
    // gcloud logging read --format=json; https://cloud.google.com/logging/docs/reference/v2/rest/v2/LogEntry
    name: 'Google Cloud Logging',
    of: 'OBJECT',
    marks: ['logName', 'timestamp'],
    open: ({ textPayload, jsonPayload, timestamp, labels }) => {
      const value = textPayload ?? jsonPayload;
      const hostname = asFields(labels)['compute.googleapis.com/resource_name'];
      const time = typeof timestamp === 'string' ? timestamp : undefined;
      const known = { hostname: typeof hostname === 'string' ? hostname : undefined, time };
      return value === undefined ? null : [{ value, known }];
    },
  },
];

const formatMilliseconds = (value: unknown): string | undefined =>
  Number.isSafeInteger(value) && Math.abs(Number(value)) < 8.64e15
    ? new Date(Number(value)).toISOString()
    : undefined;
