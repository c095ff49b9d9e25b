import { listLocalAccountLogins } from '../../domain/hunts/listLocalAccountLogins.ts';
import { listLoginActivity } from '../../domain/hunts/listLoginActivity.ts';
import { listLoginsSince } from '../../domain/hunts/listLoginsSince.ts';
import { listMultiHostLogins } from '../../domain/hunts/listMultiHostLogins.ts';
import { listRemoteDesktopLogins } from '../../domain/hunts/listRemoteDesktopLogins.ts';
import { listSimultaneousLogins } from '../../domain/hunts/listSimultaneousLogins.ts';

import type { CarResolvers } from '../generated.ts';

export const Car: CarResolvers = {
  simultaneousLogins: (_, input, context) => listSimultaneousLogins(context, input),
  multiHostLogins: (_, input, context) => listMultiHostLogins(context, input),
  loginActivity: (_, input, context) => listLoginActivity(context, input),
  loginsSince: (_, input, context) => listLoginsSince(context, input),
  localAccountLogins: (_, input, context) => listLocalAccountLogins(context, input),
  remoteDesktopLogins: (_, input, context) => listRemoteDesktopLogins(context, input),
};
