import type { CountedAssumption } from '../../sensors/assumptions.ts';
import type { TimeZone } from '../../sensors/timeZone.ts';

/** Warns when the given time zone was not used because records contain another one. */
export const listOverridden = (
  assumptions: readonly CountedAssumption[],
  given: TimeZone | null,
): readonly string[] =>
  given === null
    ? []
    : assumptions
        .filter(({ kind, from }) => kind === 'ZONE' && from === 'CONTRADICTING')
        .map(
          ({ name, records }) =>
            `--timezone ${given.name} was not used for ${records.toLocaleString('en-US')} record${records === 1 ? '' : 's'}: they contain the offset ${name}`,
        );
