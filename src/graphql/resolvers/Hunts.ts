import { listBruteForceThenSuccess } from '../../domain/hunts/listBruteForceThenSuccess.ts';
import { listPasswordSpray } from '../../domain/hunts/listPasswordSpray.ts';

import type { HuntsResolvers } from '../generated.ts';

export const Hunts: HuntsResolvers = {
  bruteForceThenSuccess: (_, input, context) => listBruteForceThenSuccess(context, input),
  passwordSpray: (_, input, context) => listPasswordSpray(context, input),
};
