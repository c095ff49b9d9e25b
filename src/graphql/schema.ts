import { readFileSync } from 'node:fs';

import { makeExecutableSchema } from '@graphql-tools/schema';
import type { GraphQLSchema } from 'graphql';

import { findFieldMistakes } from './findFieldMistakes.ts';
import * as events from './resolvers/SessionEvent.ts';
import { Account } from './resolvers/Account.ts';
import { Car } from './resolvers/Car.ts';
import * as connections from './resolvers/connections.ts';
import * as hosts from './resolvers/Host.ts';
import { Hunts } from './resolvers/Hunts.ts';
import * as simultaneousLogins from './resolvers/hunts/SimultaneousLogins.ts';
import * as multiHostLogins from './resolvers/hunts/MultiHostLogins.ts';
import * as loginActivity from './resolvers/hunts/LoginActivity.ts';
import * as localAccountLogins from './resolvers/hunts/LocalAccountLogins.ts';
import * as remoteDesktopLogins from './resolvers/hunts/RemoteDesktopLogins.ts';
import * as loginsSince from './resolvers/hunts/LoginsSince.ts';
import * as bruteForceThenSuccess from './resolvers/hunts/BruteForceThenSuccess.ts';
import * as passwordSpray from './resolvers/hunts/PasswordSpray.ts';
import * as firstSeen from './resolvers/hunts/FirstSeen.ts';
import * as unusualRdpSource from './resolvers/hunts/UnusualRdpSource.ts';
import * as concurrentSessions from './resolvers/hunts/ConcurrentSessions.ts';
import * as longSessions from './resolvers/hunts/LongSessions.ts';
import * as neverLocked from './resolvers/hunts/NeverLocked.ts';
import * as unlockedAt from './resolvers/hunts/UnlockedAt.ts';
import * as reconnectFromNewSource from './resolvers/hunts/ReconnectFromNewSource.ts';
import * as reconnectWithoutLogin from './resolvers/hunts/ReconnectWithoutLogin.ts';
import * as offHours from './resolvers/hunts/OffHours.ts';
import * as orphans from './resolvers/hunts/Orphans.ts';
import * as lateralPaths from './resolvers/hunts/LateralPaths.ts';
import * as ingestPayloads from './resolvers/IngestPayload.ts';
import { HuntMatch } from './resolvers/hunts/HuntMatch.ts';
import { Mutation } from './resolvers/Mutation.ts';
import { Overview } from './resolvers/Overview.ts';
import { PageInfo } from './resolvers/PageInfo.ts';
import { Query } from './resolvers/Query.ts';
import { Session } from './resolvers/Session.ts';
import * as stats from './resolvers/stats.ts';
import { SCALARS } from './scalars.ts';

const SCHEMA_FILE = new URL('../../schema.graphql', import.meta.url);

const RESOLVERS = {
  ...SCALARS,
  Query,
  Mutation,
  ...ingestPayloads,
  Overview,
  ...events,
  ...connections,
  PageInfo,
  Session,
  Account,
  ...hosts,
  ...stats,
  Car,
  Hunts,
  HuntMatch,
  ...reconnectFromNewSource,
  ...reconnectWithoutLogin,
  ...lateralPaths,
  ...orphans,
  ...offHours,
  ...unlockedAt,
  ...neverLocked,
  ...longSessions,
  ...concurrentSessions,
  ...unusualRdpSource,
  ...firstSeen,
  ...passwordSpray,
  ...bruteForceThenSuccess,
  ...loginsSince,
  ...remoteDesktopLogins,
  ...localAccountLogins,
  ...loginActivity,
  ...multiHostLogins,
  ...simultaneousLogins,
};

/**
 * Builds the schema of schema.graphql with its resolvers.
 *
 * @throws Error that names every field without a resolver or a cost.
 */
export const makeSchema = (typeDefs = readFileSync(SCHEMA_FILE, 'utf8')): GraphQLSchema => {
  const schema = makeExecutableSchema({
    typeDefs,
    resolvers: RESOLVERS,
    inheritResolversFromInterfaces: true,
  });
  const mistakes = findFieldMistakes(schema);
  if (mistakes.length > 0) throw new Error(mistakes.join('\n'));
  return schema;
};
