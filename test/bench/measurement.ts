/** One number of a run: a ratio beside its target, and what it was made of. */
export type Measurement = {
  readonly name: string;
  readonly ratio: number;
  /** Null for a number that has none. */
  readonly target: { readonly least: number } | { readonly most: number } | null;
  readonly detail: string;
  /** The numbers of the detail by name, for the JSON document; their units are in the names. */
  readonly values?: Readonly<Record<string, number>>;
};

/** Formats a measurement as two lines, the verdict first. */
export const formatMeasurement = ({ name, ratio, target, detail }: Measurement): string => {
  const verdict = { true: 'ok', false: 'FALLS SHORT', null: 'measured' }[`${isMet({ ratio, target })}`];
  return `${verdict.padEnd(12)}${ratio.toFixed(2)}  target ${describeTarget(target).padEnd(14)} ${name}\n${' '.repeat(18)}${detail}\n`;
};

const describeTarget = (target: Measurement['target']): string => {
  if (target === null) return 'none';
  return 'least' in target ? `at least ${target.least}` : `at most ${target.most}`;
};

/** Whether the ratio reaches its target; null without one. */
export const isMet = ({ ratio, target }: Pick<Measurement, 'ratio' | 'target'>): boolean | null => {
  if (target === null) return null;
  return 'least' in target ? ratio >= target.least : ratio <= target.most;
};

/** The middle value: rounds that something else on the machine disturbed do not move it. */
export const median = (values: readonly number[]): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
};

/** `1,234,567`. */
export const formatCount = (value: number): string => Math.round(value).toLocaleString('en-US');

/** The value that a hundredth of all exceed. */
export const percentile99 = (values: readonly number[]): number => percentile(values, 0.99);

/** The value that a twentieth of all exceed. */
export const percentile95 = (values: readonly number[]): number => percentile(values, 0.95);

const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
};
