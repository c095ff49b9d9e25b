import { asFields } from '../fields.ts';
import { findHost } from './hostLabels.ts';
import { openLine, readLabels } from './lokiLine.ts';
import { DIGIT } from './marks.ts';
import type { Opened, Wrapper } from './wrapper.ts';

type Open = (text: string) => Opened;

const afterTime = (name: string, open: Open): Wrapper => ({ name, of: 'TEXT', mark: DIGIT, open });

/** Lines of text that a collector writes before a line or record of a log. */
export const COLLECTED_LINES: readonly Wrapper[] = [
  // https://grafana.com/docs/loki/latest/query/logcli
  afterTime('Loki, a line of logcli in text', (text) => {
    const [, time, labels, line] = LABELED_LINE.exec(text) ?? [];
    return line === undefined ? null : [openLine(line, readLabels(labels), time)];
  }),
  // logcli --no-labels, Grafana's download as text, docker logs --timestamps
  afterTime('a line after the time of its collection', (text) => {
    const [, time, line] = TIMED_LINE.exec(text) ?? [];
    return line === undefined ? null : [{ value: line, known: { time } }];
  }),
  // https://github.com/kubernetes/design-proposals-archive/blob/main/node/kubelet-cri-logging.md: /var/log/containers
  afterTime('a line of a container', (text) => {
    const [, time, line] = CONTAINER_LINE.exec(text) ?? [];
    return line === undefined ? null : [{ value: line, known: { time } }];
  }),
  // https://docs.fluentd.org/output/file: the time, the tag and the record
  afterTime('Fluentd, a line of out_file', (text) => {
    const [, time, json] = FLUENTD_LINE.exec(text) ?? [];
    return json === undefined ? null : openJson(json, time);
  }),
  {
    // https://docs.fluentbit.io/manual/data-pipeline/outputs/file: the tag, the time and the record
    name: 'Fluent Bit, a line of the output file',
    of: 'TEXT',
    mark: /^[^\s:]+: \[\d{9}/,
    open: (text) => {
      const [, seconds, json] = text.endsWith('}]') ? (FLUENT_BIT_LINE.exec(text) ?? []) : [];
      const timeMs = Math.round(Number(seconds) * 1000);
      return json === undefined ? null : openJson(json, new Date(timeMs).toISOString());
    },
  },
];

/** Whether a line is one of a collector, so that its file is a text. */
export const isCollectedLine = (line: string): boolean =>
  COLLECTED_LINES.some((row) => row.of === 'TEXT' && row.open(line) !== null);

/** `2026-11-02T10:11:12Z {host="web1", job="auth"} Nov  2 10:11:12 web1 sshd[2345]: …` */
const LABELED_LINE =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\S*)\s+\{((?:\w+="(?:\\.|[^"\\])*"(?:, ?)?)*)\}\s+(\S.*)$/s;
/** `2026-11-02T10:11:12Z Nov  2 10:11:12 web1 sshd[2345]: …` */
const TIMED_LINE =
  /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\S*)\s+((?:<\d{1,3}>)?(?:1 )?(?:[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\S*) .*|(?:node=\S+ )?type=[A-Z_]+ msg=audit\(.*|\{".*)$/s;
/** `2026-11-02T10:11:12.123456789Z stdout F Nov  2 10:11:12 web1 sshd[2345]: …`; P is a part of a long line. */
const CONTAINER_LINE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\S*) std(?:out|err) [FP](?:|:\S+) (.*)$/s;
/** `2026-11-02T10:11:12+00:00	system.auth	{"host":"web1","ident":"sshd",…}` */
const FLUENTD_LINE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\S*)\t\S+\t(\{.*\})$/s;
/** `tail.0: [1793614272.500000000, {"log":"Nov  2 10:11:12 web1 sshd[2345]: …"}]` */
const FLUENT_BIT_LINE = /^[^\s:]+: \[(\d{9,10}(?:\.\d{1,9})?), (\{.*\})\]$/s;

/** Opens a record, and adds the time that the line has in place of the record. */
const openJson = (json: string, time: string | undefined): Opened => {
  try {
    const record = asFields(JSON.parse(json));
    const value =
      Object.hasOwn(record, 'date') || Object.hasOwn(record, '@timestamp')
        ? record
        : { date: time, ...record };
    return [{ value, known: { hostname: findHost(record), time } }];
  } catch {
    return null;
  }
};
