/** Where a variable gets its value: in the demo, and from the newest events of other data (a fact of browser/readFacts.js, or this value). */
export type TabVariable = { readonly demo: unknown; readonly own: string | { readonly value: unknown } };

/** An example: a query and what fills its variables. */
export type Example = {
  readonly query: string;
  readonly variables?: Readonly<Record<string, TabVariable>>;
};

/** An example as a tab of the playground. */
export type Tab = Example & {
  /** The name of the operation, which GraphiQL shows on the tab. */
  readonly name: string;
  /** Its place in the menu. */
  readonly topic: string;
  /** Whether the visitor finds it open; the menu opens the others. */
  readonly isOpenAtFirst: boolean;
};

/** The day of the demo's intrusion, which most tabs look at. */
export const DEMO_DAY = { from: '2026-11-16T00:00:00Z', until: '2026-11-17T00:00:00Z' };
