/** What had to be assumed of times, to be shown to whoever can tell whether it is right. */
export type Assumption =
  /** The time zone of local times. CONTRADICTING: inferred from the records, which tell another than the one that was given. */
  | { readonly kind: 'ZONE'; readonly name: string; readonly from: 'INFERRED' | 'CONTRADICTING' | 'GIVEN' }
  /** The year of dates that have none. */
  | { readonly kind: 'YEAR'; readonly name: string; readonly from: 'NEWEST' | 'GIVEN' }
  /** How far the clock of a host was wrong. */
  | { readonly kind: 'SHIFT'; readonly name: string; readonly from: 'GIVEN' };

/** How many records an assumption was made for. */
export type CountedAssumption = Assumption & { readonly records: number };

/** A value with state: change it only through the functions here. */
export type Assumptions = Map<string, { readonly assumption: Assumption; records: number }>;

export const makeAssumptions = (): Assumptions => new Map();

export const countAssumption = (assumptions: Assumptions, assumption: Assumption): void => {
  const { kind, from, name } = assumption;
  const key = `${kind} ${from} ${name}`;
  const counted = assumptions.get(key);
  if (counted === undefined) assumptions.set(key, { assumption, records: 1 });
  else counted.records += 1;
};

export const listAssumptions = (assumptions: Assumptions): readonly CountedAssumption[] =>
  [...assumptions.values()].map(({ assumption, records }) => ({ ...assumption, records }));
