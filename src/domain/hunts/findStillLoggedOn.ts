import type { LoginsSince } from '../../model/hunts/loginsSince.ts';

import type { ListContext } from '../listContext.ts';

/** Whether a user had an open session at the moment that was asked about. */
export const findStillLoggedOn = async (
  { lists }: Pick<ListContext, 'lists'>,
  { open }: LoginsSince,
): Promise<boolean> => {
  const stretch = {
    asOf: '',
    field: 'STARTED',
    scan: 'ASCENDING',
    after: null,
    before: null,
    limit: 1,
  } as const;
  return (await lists.sessions({ ...stretch, predicate: open })).length > 0;
};
