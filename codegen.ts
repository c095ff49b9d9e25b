import type { CodegenConfig } from '@graphql-codegen/cli';

import { ACTIONS } from './src/model/action.ts';
import type { Action } from './src/model/action.ts';

/** The mapper of an action's type: its type in the model. */
const mapEvent = (action: Action): readonly [string, string] => {
  const type = `${action.charAt(0)}${action.slice(1).toLowerCase()}Event`;
  return [type, `../model/sessionEvent.ts#${type} as ${type}Model`];
};

/** The mappers of a list: its XPage and XEdge in src/domain, given as file#X. */
const mapList = (type: string, source: string): Readonly<Record<string, string>> => ({
  [`${type}Connection`]: `../domain/${source}Page`,
  [`${type}Edge`]: `../domain/${source}Edge as ${type}EdgeModel`,
});

/** The mappers of the statistics of events or of sessions. */
const mapStats = (subject: string, file: string): Readonly<Record<string, string>> => ({
  ...Object.fromEntries(
    ['Stats', 'StatsGroup', 'StatsBucket'].map((name) => [
      `${subject}${name}`,
      `../domain/get${subject}Stats.ts#${subject}${name} as ${subject}${name}Model`,
    ]),
  ),
  [`${subject}StatsKey`]: `../model/stats/${file}Stats.ts#${subject}StatsKey as ${subject}StatsKeyModel`,
});

const passedThrough = { input: 'unknown', output: 'string' };

const config: CodegenConfig = {
  schema: 'schema.graphql',
  generates: {
    'src/graphql/generated.ts': {
      plugins: ['typescript', 'typescript-resolvers'],
      config: {
        useTypeImports: true,
        enumsAsTypes: true,
        immutableTypes: true,
        importExtension: '',
        emitLegacyCommonJSImports: false,
        addInterfaceFieldResolverTypes: true,
        contextType: './context.ts#GraphqlContext',
        scalars: {
          ID: { input: 'string', output: 'string' },
          DateTime: passedThrough,
          Duration: passedThrough,
          IPAddress: passedThrough,
          CIDR: passedThrough,
          LoginId: passedThrough,
          Port: { input: 'unknown', output: 'number' },
        },
        mappers: {
          ...Object.fromEntries(ACTIONS.map(mapEvent)),
          Overview: 'Record<never, never>',
          ...mapList('SessionEvent', 'listEvents.ts#Event'),
          Session: '../model/session/session.ts#StoredSession',
          ...mapList('Session', 'listSessions.ts#Session'),
          Host: '../model/host.ts#HostKey',
          ...mapList('Host', 'listHosts.ts#Host'),
          HostStart: '../model/hostStart.ts#NewHostStart',
          ...mapList('HostStart', 'listHostStarts.ts#HostStart'),
          AuditEntry: '../model/audit/auditEntry.ts#AuditEntry as AuditEntryModel',
          ...mapList('AuditEntry', 'audit/listAuditEntries.ts#Audit'),
          Account: '../model/account.ts#Account as AccountModel',
          ...mapList('Account', 'listAccounts.ts#Account'),
          LoggedOn: '../domain/findLoggedOn.ts#LoggedOn as LoggedOnModel',
          LoggedOnAccount: '../domain/findLoggedOn.ts#LoggedOnAccount as LoggedOnAccountModel',
          ...mapStats('Event', 'event'),
          ...mapStats('Session', 'session'),
          PageInfo: '../domain/listPage.ts#PageEnds',
          Car: 'Record<never, never>',
          Hunts: 'Record<never, never>',
          SimultaneousLogins:
            '../model/hunts/simultaneousLogins.ts#SimultaneousLogins as SimultaneousLoginsModel',
          SimultaneousLoginsConnection: '../domain/hunts/listSimultaneousLogins.ts#SimultaneousLoginsPage',
          SimultaneousLoginsEdge:
            '../domain/hunts/listSimultaneousLogins.ts#SimultaneousLoginsEdge as SimultaneousLoginsEdgeModel',
          MultiHostLogins: '../model/hunts/multiHostLogins.ts#MultiHostLogins as MultiHostLoginsModel',
          MultiHostLoginsHost: '../db/hunts/selectHostsOf.ts#HostOfLogins',
          MultiHostLoginsConnection: '../domain/hunts/listMultiHostLogins.ts#MultiHostLoginsPage',
          MultiHostLoginsEdge:
            '../domain/hunts/listMultiHostLogins.ts#MultiHostLoginsEdge as MultiHostLoginsEdgeModel',
          LoginActivity: '../model/hunts/loginActivity.ts#LoginActivity as LoginActivityModel',
          ExcludedUser: '../model/hunts/loginActivity.ts#TopUser',
          LoginActivityConnection: '../domain/hunts/listLoginActivity.ts#LoginActivityPage',
          LoginActivityEdge:
            '../domain/hunts/listLoginActivity.ts#LoginActivityEdge as LoginActivityEdgeModel',
          LocalAccountLogins:
            '../model/hunts/localAccountLogins.ts#LocalAccountLogins as LocalAccountLoginsModel',
          LocalAccountLoginsConnection: '../domain/hunts/listLocalAccountLogins.ts#LocalAccountLoginsPage',
          LocalAccountLoginsEdge:
            '../domain/hunts/listLocalAccountLogins.ts#LocalAccountLoginsEdge as LocalAccountLoginsEdgeModel',
          RemoteDesktopLogins:
            '../model/hunts/remoteDesktopLogins.ts#RemoteDesktopLogins as RemoteDesktopLoginsModel',
          RemoteDesktopLoginsConnection: '../domain/hunts/listRemoteDesktopLogins.ts#RemoteDesktopLoginsPage',
          RemoteDesktopLoginsEdge:
            '../domain/hunts/listRemoteDesktopLogins.ts#RemoteDesktopLoginsEdge as RemoteDesktopLoginsEdgeModel',
          LoginsSince: '../model/hunts/loginsSince.ts#LoginsSince as LoginsSinceModel',
          LoginsSinceConnection: '../domain/hunts/listLoginsSince.ts#LoginsSincePage',
          LoginsSinceEdge: '../domain/hunts/listLoginsSince.ts#LoginsSinceEdge as LoginsSinceEdgeModel',
          BruteForceThenSuccess:
            '../model/hunts/bruteForceThenSuccess.ts#BruteForceThenSuccess as BruteForceThenSuccessModel',
          BruteForceThenSuccessConnection:
            '../domain/hunts/listBruteForceThenSuccess.ts#BruteForceThenSuccessPage',
          BruteForceThenSuccessEdge:
            '../domain/hunts/listBruteForceThenSuccess.ts#BruteForceThenSuccessEdge as BruteForceThenSuccessEdgeModel',
          PasswordSpray: '../model/hunts/passwordSpray.ts#PasswordSpray as PasswordSprayModel',
          PasswordSprayConnection: '../domain/hunts/listPasswordSpray.ts#PasswordSprayPage',
          PasswordSprayEdge:
            '../domain/hunts/listPasswordSpray.ts#PasswordSprayEdge as PasswordSprayEdgeModel',
          FirstSeen: '../model/hunts/firstSeen.ts#FirstSeen as FirstSeenModel',
          FirstSeenConnection: '../domain/hunts/listFirstSeen.ts#FirstSeenPage',
          FirstSeenEdge: '../domain/hunts/listFirstSeen.ts#FirstSeenEdge as FirstSeenEdgeModel',
          UnusualRdpSource: '../model/hunts/unusualRdpSource.ts#UnusualRdpSource as UnusualRdpSourceModel',
          UnusualRdpSourceConnection: '../domain/hunts/listUnusualRdpSource.ts#UnusualRdpSourcePage',
          UnusualRdpSourceEdge:
            '../domain/hunts/listUnusualRdpSource.ts#UnusualRdpSourceEdge as UnusualRdpSourceEdgeModel',
          ConcurrentSessions:
            '../model/hunts/concurrentSessions.ts#ConcurrentSessions as ConcurrentSessionsModel',
          ConcurrentSessionsConnection: '../domain/hunts/listConcurrentSessions.ts#ConcurrentSessionsPage',
          ConcurrentSessionsEdge:
            '../domain/hunts/listConcurrentSessions.ts#ConcurrentSessionsEdge as ConcurrentSessionsEdgeModel',
          LongSessions: '../model/hunts/longSessions.ts#LongSessions as LongSessionsModel',
          LongSessionsConnection: '../domain/hunts/listLongSessions.ts#LongSessionsPage',
          LongSessionsEdge: '../domain/hunts/listLongSessions.ts#LongSessionsEdge as LongSessionsEdgeModel',
          NeverLocked: '../model/hunts/neverLocked.ts#NeverLocked as NeverLockedModel',
          NeverLockedConnection: '../domain/hunts/listNeverLocked.ts#NeverLockedPage',
          NeverLockedEdge: '../domain/hunts/listNeverLocked.ts#NeverLockedEdge as NeverLockedEdgeModel',
          UnlockedAt: '../model/hunts/unlockedAt.ts#UnlockedAt as UnlockedAtModel',
          UnlockedAtConnection: '../domain/hunts/listUnlockedAt.ts#UnlockedAtPage',
          UnlockedAtEdge: '../domain/hunts/listUnlockedAt.ts#UnlockedAtEdge as UnlockedAtEdgeModel',
          ReconnectFromNewSource:
            '../model/hunts/reconnectFromNewSource.ts#ReconnectFromNewSource as ReconnectFromNewSourceModel',
          ReconnectFromNewSourceConnection:
            '../domain/hunts/listReconnectFromNewSource.ts#ReconnectFromNewSourcePage',
          ReconnectFromNewSourceEdge:
            '../domain/hunts/listReconnectFromNewSource.ts#ReconnectFromNewSourceEdge as ReconnectFromNewSourceEdgeModel',
          ReconnectWithoutLogin:
            '../model/hunts/reconnectWithoutLogin.ts#ReconnectWithoutLogin as ReconnectWithoutLoginModel',
          ReconnectWithoutLoginConnection:
            '../domain/hunts/listReconnectWithoutLogin.ts#ReconnectWithoutLoginPage',
          ReconnectWithoutLoginEdge:
            '../domain/hunts/listReconnectWithoutLogin.ts#ReconnectWithoutLoginEdge as ReconnectWithoutLoginEdgeModel',
          OffHours: '../model/hunts/offHours.ts#OffHours as OffHoursModel',
          OffHoursConnection: '../domain/hunts/listOffHours.ts#OffHoursPage',
          OffHoursEdge: '../domain/hunts/listOffHours.ts#OffHoursEdge as OffHoursEdgeModel',
          Orphans: '../model/hunts/orphans.ts#Orphans as OrphansModel',
          OrphanRate: '../model/hunts/orphans.ts#OrphanRate as OrphanRateModel',
          OrphansConnection: '../domain/hunts/listOrphans.ts#OrphansPage',
          OrphansEdge: '../domain/hunts/listOrphans.ts#OrphansEdge as OrphansEdgeModel',
          LateralPaths: '../model/hunts/lateralPaths.ts#LateralPaths as LateralPathsModel',
          LateralHop: '../model/hunts/lateral/linkHops.ts#Hop',
          LateralGraph: '../model/hunts/lateral/makeGraph.ts#LateralGraph as LateralGraphModel',
          LateralGraphNode: '../model/hunts/lateral/makeGraph.ts#GraphNode',
          LateralPathsConnection: '../domain/hunts/listLateralPaths.ts#LateralPathsPage',
          LateralPathsEdge: '../domain/hunts/listLateralPaths.ts#LateralPathsEdge as LateralPathsEdgeModel',
        },
      },
    },
  },
};

// graphql-codegen reads the default export.
export default config;
