import type { CodegenConfig } from '@graphql-codegen/cli';

import { HUNTS_PRESET } from './codegenHunts.ts';
import { HUNT_NAMES, typeNameOf } from './src/domain/hunts/registry.ts';
import type { HuntName } from './src/domain/hunts/registry.ts';
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

/** Maps the types of a hunt to those that the registry infers from its search. */
const mapHunt = (name: HuntName): readonly (readonly [string, string])[] => {
  const type = typeNameOf(name);
  const registry = "import('../domain/hunts/registry.ts')";
  const match = `${registry}.MatchOf<'${name}'>`;
  const page = `${registry}.PageOf<'${name}'>`;
  return [
    [type, match],
    [`${type}Connection`, page],
    [`${type}Edge`, `{ readonly page: ${page}; readonly item: ${match} }`],
  ];
};

const MATCH_TYPES = {
  HostMatch: 'HOST',
  AccountMatch: 'ACCOUNT',
  UidMatch: 'UID',
  AddressMatch: 'ADDRESS',
  LoginIdMatch: 'LOGIN_ID',
};

/** The mapper of the matches of one kind. */
const mapMatch = (kind: string): string => `import('../model/search/searchMatch.ts').MatchOf<'${kind}'>`;

const CONTEXT_TYPES = ['HostStart', 'HostStop', 'HostSeen', 'Disconnect'];

const passedThrough = { input: 'unknown', output: 'string' };

/** What the explorer sends and receives. */
const TEXT_SCALARS = {
  DateTime: 'string',
  Duration: 'string',
  IPAddress: 'string',
  CIDR: 'string',
  LoginId: 'string',
  Port: 'number',
};

const config: CodegenConfig = {
  schema: 'schema.graphql',
  generates: {
    'src/explorer/api/documents.ts': {
      documents: 'src/explorer/api/*.graphql',
      plugins: ['typescript-operations', 'typed-document-node'],
      config: {
        documentMode: 'string',
        useTypeImports: true,
        enumType: 'string-literal',
        immutableTypes: true,
        scalars: TEXT_SCALARS,
        documentVariableSuffix: '',
        optimizeDocumentNode: true,
        dedupeFragments: true,
      },
    },
    'src/explorer/api/hunts.ts': { preset: HUNTS_PRESET },
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
          ...Object.fromEntries(
            CONTEXT_TYPES.map((type) => [type, `../model/contextEvent.ts#${type} as ${type}Model`]),
          ),
          ...mapList('ContextEvent', 'listContextEvents.ts#ContextEvent'),
          AuditEntry: '../model/audit/auditEntry.ts#AuditEntry as AuditEntryModel',
          ...mapList('AuditEntry', 'audit/listAuditEntries.ts#Audit'),
          Account: '../model/account.ts#Account as AccountModel',
          ...mapList('Account', 'listAccounts.ts#Account'),
          LoggedOn: '../domain/findLoggedOn.ts#LoggedOnRequest',
          HostCoverage: '../db/selectCoverage.ts#Coverage as HostCoverageModel',
          LoggedOnAccount: '../domain/findLoggedOn.ts#LoggedOnAccount as LoggedOnAccountModel',
          Search: '../domain/search/findMatches.ts#SearchAnswer',
          ...Object.fromEntries(Object.entries(MATCH_TYPES).map(([type, kind]) => [type, mapMatch(kind)])),
          LogonGraph: '../domain/getLogonGraph.ts#LogonGraph as LogonGraphModel',
          LogonGraphNode: '../model/logonGraph/logonGraph.ts#LogonNode',
          LogonGraphEdge: '../domain/getLogonGraph.ts#LogonGraphEdge as LogonGraphEdgeModel',
          ...mapStats('Event', 'event'),
          ...mapStats('Session', 'session'),
          PageInfo: '../domain/listPage.ts#PageEnds',
          Car: 'Record<never, never>',
          Hunts: 'Record<never, never>',
          LateralHop: '../domain/hunts/lateral/makePath.ts#ShownHop',
          LateralGraph: '../model/hunts/lateral/makeGraph.ts#LateralGraph as LateralGraphModel',
          ...Object.fromEntries(HUNT_NAMES.flatMap(mapHunt)),
        },
      },
    },
  },
};

// graphql-codegen reads the default export.
export default config;
