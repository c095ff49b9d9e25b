/** Value of a variable: in the demo, and on own data, where `own` is this value or the name of a fact that browser/readFacts.js reads. */
export type TabVariable = { readonly demo: unknown; readonly own: string | { readonly value: unknown } };

/** A query and the values of its variables. */
export type Example = {
  readonly query: string;
  readonly variables?: Readonly<Record<string, TabVariable>>;
};

/** An example with its place in the playground. */
export type Tab = Example & {
  /** Name of the operation, which GraphiQL shows on the tab. */
  readonly name: string;
  /** Heading in the menu. */
  readonly topic: string;
  /** Whether the tab is open on the first visit; the menu opens the others. */
  readonly isOpenAtFirst: boolean;
};

/** Day of the intrusion in the demo, the range of most tabs. */
export const DEMO_DAY = { from: '2026-11-16T00:00:00Z', until: '2026-11-17T00:00:00Z' };
