import { asFields } from '../../fields.ts';

/** PowerShell 7 writes ISO 8601 and Windows PowerShell `/Date(1700000000000)/`; either may be in a member `value`. */
export const readPowerShellDate = (value: unknown): unknown => {
  const text = typeof value === 'object' && value !== null ? asFields(value)['value'] : value;
  const milliseconds = typeof text === 'string' ? /^\/Date\((-?\d{1,15})\)\/$/.exec(text)?.[1] : undefined;
  if (milliseconds === undefined) return text;
  const date = new Date(Number(milliseconds));
  return Number.isNaN(date.getTime()) ? text : date.toISOString();
};
