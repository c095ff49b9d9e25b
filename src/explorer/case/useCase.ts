import { useEffect, useMemo, useRef } from 'preact/hooks';

import type { TypedDocumentString } from '../api/documents.ts';
import { useAnswer } from '../api/useAnswer.ts';
import type { Answered } from '../api/useAnswer.ts';
import { formatPin } from '../state/case.ts';
import { toIso } from '../state/times.ts';
import { usePage } from '../state/usePageState.ts';
import type { AnsweredPin } from './caseLanes.ts';
import { laneField, makeCaseQuestion, makeCaseVariables } from './caseQuestion.ts';
import type { CaseAnswer, CaseVariables, LaneAnswer } from './caseQuestion.ts';

export type CaseData = {
  readonly question: TypedDocumentString<CaseAnswer, CaseVariables>;
  readonly variables: CaseVariables;
  readonly answered: Answered<CaseAnswer>;
  /** The lanes in the order of the address. One that was just pinned has no answer until it arrives. */
  readonly lanes: readonly AnsweredPin[];
};

/** Asks for the lanes of the case. Lanes that were there keep their answers of the same range while another one is added or taken out. */
export const useCase = (): CaseData => {
  const { state, range } = usePage();
  const { pins, isNoiseShown } = state;
  const pinned = pins.map(formatPin).join('\n');
  const question = useMemo(() => makeCaseQuestion(pins), [pinned]);
  const asked = { from: toIso(range.from), until: toIso(range.until), noNoise: !isNoiseShown };
  const variables = makeCaseVariables(pins, asked);
  const answered = useAnswer(question, pins.length === 0 ? null : variables);
  const known = useRef(new Map<string, LaneAnswer>());
  const keyOf = (pin: string): string => JSON.stringify([pin, asked]);
  const lanes = useMemo(
    () =>
      pins.map((pin, index) => ({
        pin,
        answer: answered.data?.[laneField(index)] ?? known.current.get(keyOf(formatPin(pin))) ?? null,
      })),
    [pinned, answered.data, JSON.stringify(asked)],
  );
  useEffect(() => {
    known.current = new Map(lanes.map(({ pin, answer }) => [keyOf(formatPin(pin)), answer]));
  }, [lanes]);
  return { question, variables, answered, lanes };
};
