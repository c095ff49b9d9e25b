import { listSimultaneousLogins } from '../../domain/hunts/listSimultaneousLogins.ts';
import { listMultiHostLogins } from '../../domain/hunts/listMultiHostLogins.ts';

import type { CarResolvers } from '../generated.ts';

export const Car: CarResolvers = {
  simultaneousLogins: (_, input, context) => listSimultaneousLogins(context, input),
  multiHostLogins: (_, input, context) => listMultiHostLogins(context, input),
};
