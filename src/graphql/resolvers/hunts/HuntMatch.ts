import { listEvidence } from '../../../domain/hunts/listEvidence.ts';

import type { HuntMatchResolvers } from '../../generated.ts';

/** What every match has; their types inherit it. No field is of the interface itself, so nothing is to be told apart. */
export const HuntMatch: Omit<HuntMatchResolvers, '__resolveType'> = {
  evidence: ({ evidence }, page, context) => listEvidence(context, evidence, page),
};
