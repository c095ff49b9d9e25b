import { Refusal } from '../../model/refusal.ts';
import { parseHostname } from '../../model/values/hostname.ts';

import { NO_OPTIONS } from '../../sensors/sensor.ts';
import type { SensorOptions } from '../../sensors/sensor.ts';
import { parseTimeZone } from '../../sensors/timeZone.ts';

import { RECORDS_PER_STEP } from './bodyRecords.ts';

/**
 * Parses what `/ingest?timezone=…&host=…` says of records that do not say it themselves, and `terminalServices=true`; a text says
 * what is wrong.
 */
export const parseIngestQuery = (query: unknown): SensorOptions | string => {
  const { timezone, host, terminalServices: asked, ...others } = query as Readonly<Record<string, unknown>>;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    return 'The address has a parameter that is not known; it takes timezone, host and terminalServices.';
  const timeZone = typeof timezone === 'string' ? parseTimeZone(timezone) : null;
  if (timezone !== undefined && timeZone === null) {
    return 'timezone is no zone; send an IANA name such as America/New_York, or an offset such as -04:00 (+ is %2B).';
  }
  if (asked !== undefined && asked !== 'true') return 'terminalServices is true, or left out of the address.';
  const terminalServices = asked === 'true' ? 'READ' : 'SKIP';
  // A request stands alone: what sshd and PAM tell of a session of logind may be in another.
  const options = {
    ...NO_OPTIONS,
    timeZone,
    terminalServices,
    logind: 'SKIP',
    eventsAtOnce: RECORDS_PER_STEP,
  } as const;
  if (host === undefined) return options;
  try {
    return { ...options, hostname: parseHostname(host, 'FULL') };
  } catch (error) {
    if (error instanceof Refusal) return `host: ${error.message}`;
    throw error;
  }
};
