import type { CodegenConfig } from '@graphql-codegen/cli';

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
          LoginEvent: '../model/sessionEvent.ts#LoginEvent as LoginEventModel',
          LogoutEvent: '../model/sessionEvent.ts#LogoutEvent as LogoutEventModel',
          ReconnectEvent: '../model/sessionEvent.ts#ReconnectEvent as ReconnectEventModel',
          LockEvent: '../model/sessionEvent.ts#LockEvent as LockEventModel',
          UnlockEvent: '../model/sessionEvent.ts#UnlockEvent as UnlockEventModel',
          Overview: 'Record<never, never>',
          SessionEventConnection: '../domain/listEvents.ts#EventPage',
          SessionEventEdge: '../domain/listEvents.ts#EventEdge',
          Session: '../model/session/session.ts#StoredSession',
          SessionConnection: '../domain/listSessions.ts#SessionPage',
          SessionEdge: '../domain/listSessions.ts#SessionEdge as SessionEdgeModel',
          Host: '../model/host.ts#HostKey',
          HostConnection: '../domain/listHosts.ts#HostPage',
          HostEdge: '../domain/listHosts.ts#HostEdge as HostEdgeModel',
          HostStart: '../model/hostStart.ts#NewHostStart',
          HostStartConnection: '../domain/listHostStarts.ts#HostStartPage',
          HostStartEdge: '../domain/listHostStarts.ts#HostStartEdge as HostStartEdgeModel',
          Account: '../model/account.ts#Account as AccountModel',
          AccountConnection: '../domain/listAccounts.ts#AccountPage',
          AccountEdge: '../domain/listAccounts.ts#AccountEdge as AccountEdgeModel',
          LoggedOn: '../domain/findLoggedOn.ts#LoggedOn as LoggedOnModel',
          LoggedOnAccount: '../domain/findLoggedOn.ts#LoggedOnAccount as LoggedOnAccountModel',
          PageInfo: '../domain/listPage.ts#PageEnds',
        },
      },
    },
  },
};

// graphql-codegen reads the default export.
export default config;
