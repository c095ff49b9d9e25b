import { expect } from '@jest/globals';

import type { Api } from '../api.ts';
import { ask, uuidOf } from '../companyLog.ts';

/** A hunt's field, the types of the arguments that a test gives, and what of a match it compares besides the evidence. */
export type Question = {
  readonly root: 'car' | 'hunts';
  readonly field: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly select: string;
  /** Of the whole answer. */
  readonly also?: string;
};

/** What was answered: the matches, whose evidence is the ids of the events, and the rest. */
export type Answered = { readonly matches: readonly any[]; readonly rest: any };

/** Makes what asks a hunt for all of its matches, each with all of its evidence. */
export const makeAsk = ({ root, field, variables, select, also = '' }: Question) => {
  const declared = Object.entries(variables).map(([name, type]) => `$${name}: ${type}`);
  const given = Object.keys(variables).map((name) => `${name}: $${name}`);
  const query = `query (${declared.join(', ')}) { ${root} { ${field}(${given.join(', ')}, first: 1000) { totalCount { value } truncated ${also}
    nodes { ${select} evidence(first: 1000) { totalCount(mode: EXACT) { value } nodes { id } } } } } }`;
  return async (server: Api, parameters: object): Promise<Answered> => {
    const {
      totalCount: { value: total },
      truncated,
      nodes,
      ...rest
    } = (await ask(server, query, parameters))[root][field];
    expect({ total, truncated }).toEqual({ total: nodes.length, truncated: false });
    const matches = nodes.map(({ evidence, ...match }: any) => {
      expect(evidence.totalCount.value).toBe(evidence.nodes.length);
      return { ...match, evidence: evidence.nodes.map(uuidOf) };
    });
    return { matches, rest };
  };
};
