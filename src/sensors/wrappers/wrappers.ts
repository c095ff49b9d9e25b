import { ELASTICSEARCH } from './elasticsearch.ts';
import { LOKI } from './loki.ts';
import { OPEN_TELEMETRY } from './openTelemetry.ts';
import { TEXT_CONTENT } from './textContent.ts';
import { WAZUH } from './wazuh.ts';
import type { Wrapper } from './wrapper.ts';

/**
 * All wrappers, in the order in which they are tried. To add one, add its row here, and a test that the same login is the same event from its
 * raw log and through the wrapper (test/sensors/wrappers). A row must not open a record that a sensor reads as it is.
 */
export const WRAPPERS: readonly Wrapper[] = [
  ...ELASTICSEARCH,
  ...LOKI,
  OPEN_TELEMETRY,
  ...WAZUH,
  ...TEXT_CONTENT,
];
