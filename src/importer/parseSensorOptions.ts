import { Refusal } from '../model/refusal.ts';
import { parseHostname } from '../model/values/hostname.ts';

import { parseShift } from '../sensors/parseShift.ts';
import { NO_OPTIONS } from '../sensors/sensor.ts';
import type { SensorOptions } from '../sensors/sensor.ts';
import { parseInputZone } from '../sensors/timeZone.ts';

/** The options with information that records lack, as given on the command line. */
export type SensorArguments = {
  readonly timezone?: string;
  readonly year?: string;
  readonly host?: string;
  readonly shift?: readonly string[];
  readonly 'terminal-services'?: boolean;
};

/** Parses the options with information that records lack; returns an error message for the first invalid one. */
export const parseSensorOptions = ({
  timezone,
  year,
  host,
  shift = [],
  'terminal-services': terminalServices,
}: SensorArguments): SensorOptions | string => {
  const timeZone = timezone === undefined ? null : parseInputZone(timezone);
  if (timezone !== undefined && timeZone === null) {
    return '--timezone must be an IANA name such as America/New_York, local, or an offset such as -04:00';
  }
  if (year !== undefined && !/^(?:19|20)\d\d$/.test(year)) return '--year must be a year such as 2026';
  if (host !== undefined && !isHostname(host)) return '--host must be a host name or an IP address';
  const shifts = shift.flatMap((text) => parseShift(text) ?? []);
  if (shifts.length < shift.length) {
    return '--shift must be a host and an ISO 8601 duration in weeks, days, hours, minutes or seconds, such as WS5=-P730D or WS5=PT1H';
  }
  const byHost = new Map(shifts.map((one) => [one.hostname, one]));
  if (byHost.size < shifts.length) return '--shift was given twice for one host';
  return {
    ...NO_OPTIONS,
    timeZone,
    year: year === undefined ? null : Number(year),
    hostname: host ?? null,
    shifts: byHost,
    terminalServices: terminalServices === true ? 'READ' : 'SKIP',
  };
};

const isHostname = (text: string): boolean => {
  try {
    parseHostname(text, 'FULL');
    return true;
  } catch (error) {
    if (error instanceof Refusal) return false;
    throw error;
  }
};
