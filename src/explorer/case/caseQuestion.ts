import {
  TimelineMarksFragmentDoc,
  TimelineSessionsFragmentDoc,
  TypedDocumentString,
} from '../api/documents.ts';
import type { TimelineMarksFragment, TimelineSessionsFragment } from '../api/documents.ts';
import { marksIn, sessionsIn } from '../api/timelineFilters.ts';
import type { Asked } from '../api/timelineFilters.ts';
import type { Pin } from '../state/case.ts';

/** What the API answers about a lane; null: no event names its host or account. */
export type LaneAnswer = {
  /** Of the host, as the API writes it. */
  readonly hostname?: string;
  /** Of the account, as the API writes it. */
  readonly user?: string;
  readonly sessions: TimelineSessionsFragment;
  /** The marks. */
  readonly events: TimelineMarksFragment;
} | null;

export type CaseAnswer = Readonly<Record<string, LaneAnswer>>;

export type CaseVariables = Readonly<Record<string, unknown>>;

/** The name of a lane's field in the answer. */
export const laneField = (index: number): string => `lane${index}`;

/**
 * Makes the question for all lanes of a case, one field for each, so that each uses the index of its host or account. The API limits tokens and
 * aliases: the filters are variables, and only the lanes have aliases. At most the first 500 sessions of a lane are asked for.
 */
export const makeCaseQuestion = (pins: readonly Pin[]): TypedDocumentString<CaseAnswer, CaseVariables> =>
  new TypedDocumentString(`
query Case($order: SessionOrder!${pins.map(declareLane).join('')}) {
${pins.map(askLane).join('\n')}
}
${TimelineSessionsFragmentDoc.toString()}
${TimelineMarksFragmentDoc.toString()}`);

/** The variables of the question. */
export const makeCaseVariables = (pins: readonly Pin[], asked: Asked): CaseVariables => ({
  order: { field: 'STARTED', direction: 'ASCENDING' },
  ...Object.fromEntries<unknown>(
    pins.flatMap(({ host, account }, index): readonly (readonly [string, unknown])[] => {
      const onHost = host !== null && account !== null ? { hostname: { eq: host } } : {};
      return [
        [`name${index}`, account ?? host],
        [`sessions${index}`, { ...sessionsIn(asked), ...onHost }],
        [`marks${index}`, { ...marksIn(asked), ...onHost }],
      ];
    }),
  ),
});

const declareLane = (_: Pin, index: number): string =>
  ` $name${index}: String! $sessions${index}: SessionFilter! $marks${index}: SessionEventFilter!`;

const askLane = ({ account }: Pin, index: number): string => {
  const field = account === null ? `host(hostname: $name${index})` : `account(user: $name${index})`;
  return `  ${laneField(index)}: ${field} {
    ${account === null ? 'hostname' : 'user'}
    sessions(filter: $sessions${index} order: $order first: 500) { ...TimelineSessions }
    events(filter: $marks${index} order: OLDEST_FIRST first: 1000) { ...TimelineMarks }
  }`;
};
