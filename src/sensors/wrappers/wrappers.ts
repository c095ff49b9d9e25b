import { AUDITBEAT } from './auditbeat.ts';
import { CLOUD_LOGS } from './cloudLogs.ts';
import { COLLECTED_LINES } from './collectedLines.ts';
import { ELASTICSEARCH } from './elasticsearch.ts';
import { FLATTENED } from './flattened.ts';
import { LINE_IN_FIELD } from './lineInField.ts';
import { LOKI } from './loki.ts';
import { OCSF_RAW_DATA } from './ocsfRawData.ts';
import { OPEN_SSH } from './openSsh.ts';
import { OPEN_TELEMETRY } from './openTelemetry.ts';
import { OSQUERY } from './osquery.ts';
import { RESULT_LISTS } from './resultLists.ts';
import { SPLUNK } from './splunk.ts';
import { SYSLOG_CONTENT } from './syslogContent.ts';
import { SYSTEM_MODULE } from './systemModule.ts';
import { TEXT_CONTENT } from './textContent.ts';
import { WAZUH } from './wazuh.ts';
import { WINDOWS_EVENTS } from './windowsEvents.ts';
import { WINDOWS_TEXT } from './windowsText.ts';
import type { Wrapper } from './wrapper.ts';

/**
 * All wrappers, in the order in which they are tried. To add one, add its row here, and a test that the same login is the same event from its
 * raw log and through the wrapper (test/sensors/wrappers). A row must not open a record that a sensor reads as it is.
 */
export const WRAPPERS: readonly Wrapper[] = [
  ...ELASTICSEARCH,
  ...LOKI,
  ...COLLECTED_LINES,
  OPEN_TELEMETRY,
  ...WAZUH,
  ...WINDOWS_EVENTS,
  ...OPEN_SSH,
  ...OSQUERY,
  ...CLOUD_LOGS,
  AUDITBEAT,
  ...SYSTEM_MODULE,
  ...FLATTENED,
  OCSF_RAW_DATA,
  ...LINE_IN_FIELD,
  ...SPLUNK,
  ...RESULT_LISTS,
  ...WINDOWS_TEXT,
  ...TEXT_CONTENT,
  SYSLOG_CONTENT,
];
