import { HUNTS } from '../api/hunts.ts';
import { TypedDocumentString } from '../api/documents.ts';
import type { HuntVariables } from './arguments.ts';
import type { Hunt, HuntCount, HuntPage, HuntResult } from './hunt.ts';

type Question<Answer> = TypedDocumentString<HuntResult<Answer>, HuntVariables>;

type Questions = { readonly matches: Question<HuntPage>; readonly count: Question<HuntCount> };

/** The questions of each hunt, by its name. */
const QUESTIONS: ReadonlyMap<string, Questions> = new Map(
  HUNTS.map(({ name, query, countQuery }) => [
    name,
    { matches: new TypedDocumentString(query), count: new TypedDocumentString(countQuery) },
  ]),
);

/** Returns the questions of a hunt: always the same object for the same hunt. */
export const questionsOf = ({ name }: Hunt): Questions => {
  const questions = QUESTIONS.get(name);
  if (questions === undefined) throw new Error(`No hunt is named ${name}.`);
  return questions;
};

/** Finds a hunt by the name of its field. */
export const findHunt = (name: string): Hunt | null => HUNTS.find((hunt) => hunt.name === name) ?? null;
