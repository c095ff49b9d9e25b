import { asFields } from '../fields.ts';
import type { Fields } from '../fields.ts';
import { findHost } from './hostLabels.ts';
import { formatNanoseconds } from './unixTime.ts';
import type { Inner, Wrapper } from './wrapper.ts';

/**
 * Lines in Grafana Loki: as logcli and the API return them, and as Promtail, Alloy and others push them.
 * https://grafana.com/docs/loki/latest/reference/loki-http-api · https://grafana.com/docs/loki/latest/query/logcli
 */
export const LOKI: readonly Wrapper[] = [
  {
    name: 'Loki, a line of logcli or of Grafana',
    of: 'OBJECT',
    marks: ['line', 'timestamp'],
    open: ({ line, timestamp, labels, fields }) => {
      if (typeof line !== 'string') return null;
      const time = formatNanoseconds(timestamp) ?? (typeof timestamp === 'string' ? timestamp : undefined);
      return [{ value: line, known: { hostname: findHost(asFields(labels ?? fields)), time } }];
    },
  },
  {
    name: 'Loki, the answer of a query',
    of: 'OBJECT',
    marks: ['status', 'data'],
    open: ({ data }) => {
      const { resultType, result } = asFields(data);
      return resultType === 'streams' && Array.isArray(result) ? result.flatMap(openStream) : null;
    },
  },
  {
    name: 'Loki, a push',
    of: 'OBJECT',
    marks: ['streams'],
    open: ({ streams }) => (Array.isArray(streams) ? streams.flatMap(openStream) : null),
  },
  {
    name: 'Loki, a line of logcli in text',
    of: 'TEXT',
    open: (text) => {
      // Most lines begin with the name of a month, which is faster to see than with the expression.
      if (text < '0' || text >= ':') return null;
      const [, time, labels, line] = LABELED_LINE.exec(text) ?? [];
      return line === undefined
        ? null
        : [{ value: line, known: { hostname: findHost(readLabels(labels)), time } }];
    },
  },
  {
    // logcli --no-labels, Grafana's download as text, docker logs --timestamps
    name: 'a line after the time of its collection',
    of: 'TEXT',
    open: (text) => {
      if (text < '0' || text >= ':') return null;
      const [, time, line] = TIMED_LINE.exec(text) ?? [];
      return line === undefined ? null : [{ value: line, known: { time } }];
    },
  },
];

/** `2026-11-02T10:11:12Z {host="web1", job="auth"} Nov  2 10:11:12 web1 sshd[2345]: …` */
const LABELED_LINE =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\S*)\s+\{((?:\w+="(?:\\.|[^"\\])*"(?:, ?)?)*)\}\s+(\S.*)$/s;
/** `2026-11-02T10:11:12Z Nov  2 10:11:12 web1 sshd[2345]: …` */
const TIMED_LINE =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\S*)\s+((?:<\d{1,3}>)?[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d .*|(?:node=\S+ )?type=[A-Z_]+ msg=audit\(.*)$/s;
/** One label after the other. */
const LABEL = /\{?(\w+)="((?:\\.|[^"\\])*)"(?:, ?)?/gy;

const readLabels = (text = ''): Fields =>
  Object.fromEntries(
    [...text.matchAll(LABEL)].map(([, name = '', value = '']): [string, string] => [name, value]),
  );

/** A stream with its labels, and its values: the time in nanoseconds and the line, or an object with both in older pushes. */
const openStream = (value: unknown): readonly Inner[] => {
  const { stream, labels, values, entries } = asFields(value);
  const hostname = findHost(typeof labels === 'string' ? readLabels(labels) : asFields(stream));
  if (Array.isArray(values)) {
    return values.map((pair: unknown) => {
      const [time, line] = Array.isArray(pair) ? (pair as readonly unknown[]) : [];
      return { value: line, known: { hostname, time: formatNanoseconds(time) } };
    });
  }
  if (!Array.isArray(entries)) return [{ value }];
  return entries.map((entry: unknown) => {
    const { ts, line } = asFields(entry);
    return { value: line, known: { hostname, time: typeof ts === 'string' ? ts : undefined } };
  });
};
