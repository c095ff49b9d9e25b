/** An assumption about times or text. It is shown to the user, who can check it. */
export type Assumption =
  /** The time zone of local times. CONTRADICTING: inferred from the records, and different from the given one. */
  | { readonly kind: 'ZONE'; readonly name: string; readonly from: 'INFERRED' | 'CONTRADICTING' | 'GIVEN' }
  /** The year of dates without a year. */
  | { readonly kind: 'YEAR'; readonly name: string; readonly from: 'NEWEST' | 'GIVEN' }
  /** The error of a host's clock. */
  | { readonly kind: 'SHIFT'; readonly name: string; readonly from: 'GIVEN' }
  /** The encoding of text that is not UTF-8. */
  | { readonly kind: 'ENCODING'; readonly name: string; readonly from: 'ASSUMED' | 'GIVEN' };

/** An assumption and the number of records that it was made for. */
export type CountedAssumption = Assumption & { readonly records: number };

/** Mutable; changed only by the functions in this file. */
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
