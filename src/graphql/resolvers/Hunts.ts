import { listBruteForceThenSuccess } from '../../domain/hunts/listBruteForceThenSuccess.ts';
import { listPasswordSpray } from '../../domain/hunts/listPasswordSpray.ts';
import { listFirstSeen } from '../../domain/hunts/listFirstSeen.ts';
import { listUnusualRdpSource } from '../../domain/hunts/listUnusualRdpSource.ts';
import { listConcurrentSessions } from '../../domain/hunts/listConcurrentSessions.ts';
import { listLongSessions } from '../../domain/hunts/listLongSessions.ts';
import { listNeverLocked } from '../../domain/hunts/listNeverLocked.ts';
import { listUnlockedAt } from '../../domain/hunts/listUnlockedAt.ts';
import { listReconnectFromNewSource } from '../../domain/hunts/listReconnectFromNewSource.ts';
import { listReconnectWithoutLogin } from '../../domain/hunts/listReconnectWithoutLogin.ts';
import { listOffHours } from '../../domain/hunts/listOffHours.ts';
import { listOrphans } from '../../domain/hunts/listOrphans.ts';
import { listLateralPaths } from '../../domain/hunts/listLateralPaths.ts';

import type { HuntsResolvers } from '../generated.ts';

export const Hunts: HuntsResolvers = {
  bruteForceThenSuccess: (_, input, context) => listBruteForceThenSuccess(context, input),
  passwordSpray: (_, input, context) => listPasswordSpray(context, input),
  firstSeen: (_, input, context) => listFirstSeen(context, input),
  unusualRdpSource: (_, input, context) => listUnusualRdpSource(context, input),
  concurrentSessions: (_, input, context) => listConcurrentSessions(context, input),
  longSessions: (_, input, context) => listLongSessions(context, input),
  neverLocked: (_, input, context) => listNeverLocked(context, input),
  unlockedAt: (_, input, context) => listUnlockedAt(context, input),
  reconnectFromNewSource: (_, input, context) => listReconnectFromNewSource(context, input),
  reconnectWithoutLogin: (_, input, context) => listReconnectWithoutLogin(context, input),
  offHours: (_, input, context) => listOffHours(context, input),
  orphans: (_, input, context) => listOrphans(context, input),
  lateralPaths: (_, input, context) => listLateralPaths(context, input),
};
