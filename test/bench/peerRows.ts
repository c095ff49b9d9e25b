import { isDeepStrictEqual } from 'node:util';

/** A row with the names and values of each field; a field without a value is absent. */
export type Row = Readonly<Record<string, string>>;

/** RFC 3339, or as Postgres writes a timestamptz. */
const TIME = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?(?:Z|\+00(?::00)?)$/;

/** Writes the rows of servers in one form: times to the microsecond, numbers as text, no fields without a value. */
export const toRows = (rows: readonly object[]): readonly Row[] =>
  rows.map((row) =>
    Object.fromEntries(
      Object.entries(row)
        .filter(([, value]) => value !== null && value !== undefined)
        .map(([name, value]) => [name, toText(value)] as const)
        .toSorted(([a], [b]) => (a < b ? -1 : 1)),
    ),
  );

/** @throws Error with the first row that differs, or if there are no rows. */
export const checkSameRows = (question: string, answers: Readonly<Record<string, readonly Row[]>>): void => {
  const [[first, expected] = ['', []], ...others] = Object.entries(answers);
  if (expected.length === 0) throw new Error(`${question}: ${first} answers without rows.`);
  for (const [name, rows] of others) {
    const length = Math.max(rows.length, expected.length);
    for (let index = 0; index < length; index += 1) {
      if (!isDeepStrictEqual(rows[index], expected[index])) {
        const [one, other] = [expected[index], rows[index]].map((row) => JSON.stringify(row ?? null));
        throw new Error(`${question}: row ${index} of ${first} is ${one}, of ${name} ${other}.`);
      }
    }
  }
};

const toText = (value: unknown): string => {
  const text = String(value);
  const [, day, time, fraction = ''] = TIME.exec(text) ?? [];
  return day === undefined ? text : `${day}T${time}.${fraction.padEnd(6, '0')}Z`;
};
