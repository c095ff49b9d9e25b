import { listSimultaneousLogins } from '../../domain/hunts/listSimultaneousLogins.ts';

import type { CarResolvers } from '../generated.ts';

export const Car: CarResolvers = {
  simultaneousLogins: (_, input, context) => listSimultaneousLogins(context, input),
};
