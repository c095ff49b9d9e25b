import {
  TimelineMarksFragmentDoc,
  TimelineSessionsFragmentDoc,
  TypedDocumentString,
} from '../api/documents.ts';
import type { TimelineMarksFragment, TimelineSessionsFragment } from '../api/documents.ts';
import type { Pin } from '../state/case.ts';

/** What the API answers about a lane; null: no event names its host or account. */
export type LaneAnswer = {
  /** The name of the host or account as the API spells it. */
  readonly name: string;
  readonly sessions: TimelineSessionsFragment;
  readonly marks: TimelineMarksFragment;
} | null;

export type CaseAnswer = Readonly<Record<string, LaneAnswer>>;

export type CaseVariables = Readonly<Record<string, unknown>>;

/** The name of a lane's field in the answer. */
export const laneField = (index: number): string => `lane${index}`;

/**
 * Makes the question for all lanes of a case, one field for each, so that each uses the index of its host or account. More than the
 * first 500 sessions of a lane are not asked for.
 */
export const makeCaseQuestion = (pins: readonly Pin[]): TypedDocumentString<CaseAnswer, CaseVariables> =>
  new TypedDocumentString(`
query Case($range: TimeRange!, $time: TimeFilter!, $noNoise: Boolean!${pins.map(declareNames).join('')}) {
${pins.map(askLane).join('\n')}
}
${TimelineSessionsFragmentDoc.toString()}
${TimelineMarksFragmentDoc.toString()}`);

/** The variables of the question. */
export const makeCaseVariables = (
  pins: readonly Pin[],
  { from, until, noNoise }: { readonly from: string; readonly until: string; readonly noNoise: boolean },
): CaseVariables => ({
  range: { from, until },
  time: { from, until },
  noNoise,
  ...Object.fromEntries(
    pins.flatMap(({ host, account }, index) => [
      ...(host === null ? [] : [[`host${index}`, host] as const]),
      ...(account === null ? [] : [[`account${index}`, account] as const]),
    ]),
  ),
});

const declareNames = ({ host, account }: Pin, index: number): string =>
  `${host === null ? '' : `, $host${index}: String!`}${account === null ? '' : `, $account${index}: String!`}`;

const askLane = ({ host, account }: Pin, index: number): string => {
  const [field, name] =
    account === null
      ? [`host(hostname: $host${index})`, 'hostname']
      : [`account(user: $account${index})`, 'user'];
  const onHost = host === null || account === null ? '' : `hostname: { eq: $host${index} } `;
  return `  ${laneField(index)}: ${field} {
    name: ${name}
    sessions(filter: { ${onHost}or: [{ overlaps: $range }, { startedAt: $time }] excludeNoise: $noNoise } order: { field: STARTED, direction: ASCENDING } first: 500) {
      ...TimelineSessions
    }
    marks: events(
      filter: { ${onHost}time: $time or: [{ loginSuccessful: { eq: false } }, { action: { eq: RECONNECT } }] excludeNoise: $noNoise }
      order: OLDEST_FIRST
      first: 1000
    ) {
      ...TimelineMarks
    }
  }`;
};
