import { eachInSlices } from '../../model/mapInSlices.ts';
import type { PairKey } from '../../model/session/session.ts';

import { textsParameter } from '../binaryArrays.ts';

/** The host names and login ids of pairs, as parameters of a statement. */
export const pairColumns = (
  pairs: readonly PairKey[],
): readonly [hostnames: string | Buffer, loginIds: string | Buffer] => [
  textsParameter(pairs.map(({ hostname }) => hostname)),
  textsParameter(pairs.map(({ loginId }) => loginId)),
];

type ReadRow<Row, T> = { readonly read: (row: Row) => T; readonly weigh: () => number };

/** Groups rows by the ordinal of their pair. */
export const groupByPair = async <Row extends { readonly index: string }, T>(
  length: number,
  rows: readonly Row[],
  { read, weigh }: ReadRow<Row, T>,
): Promise<readonly (readonly T[])[]> => {
  const groups: T[][] = Array.from({ length }, () => []);
  await eachInSlices(rows, (row) => groups[Number(row.index) - 1]?.push(read(row)), weigh);
  return groups;
};
