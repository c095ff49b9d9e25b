import { listEvents } from '../../domain/listEvents.ts';
import { makeTotalCount } from '../../domain/listPage.ts';

import { selectHost } from '../../db/selectHosts.ts';

import { nameOfEnd } from '../../model/logonGraph/logonGraph.ts';

import type { LogonGraphEdgeResolvers, LogonGraphNodeResolvers, LogonGraphResolvers } from '../generated.ts';

export const LogonGraph: LogonGraphResolvers = {
  nodeTotalCount: ({ nodeCount }, { mode }) => makeTotalCount(nodeCount, mode),
  edgeTotalCount: ({ edgeCount }, { mode }) => makeTotalCount(edgeCount, mode),
};

export const LogonGraphNode: LogonGraphNodeResolvers = {
  kind: ({ end }) => end.kind,
  name: ({ end }) => nameOfEnd(end),
  srcIp: ({ end }) => ('srcIp' in end ? end.srcIp : null),
  srcHostname: ({ end }) => ('srcHostname' in end ? end.srcHostname : null),
  account: ({ end }) => ('account' in end ? end.account : null),
  host: ({ end }, _, { db }) => {
    if ('hostname' in end) return { hostname: end.hostname };
    return 'srcHostname' in end ? selectHost(db, end.srcHostname) : null;
  },
};

export const LogonGraphEdge: LogonGraphEdgeResolvers = {
  events: ({ where }, request, context) => listEvents(context, request, where),
};
