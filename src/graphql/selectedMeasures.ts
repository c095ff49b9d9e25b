import type { GraphQLResolveInfo } from 'graphql';

import type { SelectedFields } from '../domain/getStats.ts';

import { selectedFields } from './selectedFields.ts';

/** The fields that a statistics query selects of the whole, of its groups and of their buckets. */
export const selectedMeasures = (info: GraphQLResolveInfo): SelectedFields => {
  const ofGroups = selectedFields(info, ['groups']);
  return {
    ofAll: selectedFields(info, []),
    ofGroups,
    ofBuckets: ofGroups.includes('buckets') ? selectedFields(info, ['groups', 'buckets']) : null,
  };
};
