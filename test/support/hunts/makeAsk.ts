import { expect } from '@jest/globals';

import type { Api } from '../api.ts';
import { ask, uuidOf } from '../companyLog.ts';

/** The field of a hunt, the types of the arguments that a test passes, and the fields of a match to compare in addition to the evidence. */
export type Question = {
  readonly root: 'car' | 'hunts';
  readonly field: string;
  readonly variables: Readonly<Record<string, string>>;
  readonly select: string;
  /** Fields of the whole result to select. */
  readonly also?: string;
};

/** A result: the matches, with evidence as a list of event ids, and all other fields. */
export type Answered = { readonly matches: readonly any[]; readonly rest: any };

/** Returns a function that runs a hunt over the API and returns all matches, each with all of its evidence. */
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
