import { Refusal } from '../../model/refusal.ts';
import { parseHostname } from '../../model/values/hostname.ts';

import { NO_OPTIONS } from '../../sensors/sensor.ts';
import type { SensorOptions } from '../../sensors/sensor.ts';
import { parseInputZone } from '../../sensors/timeZone.ts';

import { RECORDS_PER_STEP } from './bodyRecords.ts';

/**
 * Parses the query of `/ingest` and `/upload`: `timezone` and `host` apply to records without their own, `terminalServices=true` also reads records
 * of Terminal Services, and `logind=true` those of systemd-logind. Returns a message if the query is invalid.
 */
export const parseIngestQuery = (query: unknown): SensorOptions | string => {
  const {
    timezone,
    host,
    terminalServices: asked,
    logind: askedLogind,
    ...others
  } = query as Readonly<Record<string, unknown>>;
  const [unknown] = Object.keys(others);
  if (unknown !== undefined)
    return 'Unknown query parameter; the parameters are timezone, host, terminalServices and logind.';
  const timeZone = typeof timezone === 'string' ? parseInputZone(timezone) : null;
  if (timezone !== undefined && timeZone === null) {
    return 'timezone is not a valid time zone; send an IANA name such as America/New_York, or an offset such as -04:00 (encode + as %2B).';
  }
  if (asked !== undefined && asked !== 'true') return 'terminalServices must be true or omitted.';
  if (askedLogind !== undefined && askedLogind !== 'true') return 'logind must be true or omitted.';
  const logind = askedLogind === 'true' ? 'READ' : 'SKIP';
  const terminalServices = asked === 'true' ? 'READ' : 'SKIP';
  const options = {
    ...NO_OPTIONS,
    timeZone,
    terminalServices,
    logind,
    input: 'REQUEST',
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
