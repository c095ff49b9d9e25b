import type { ContextEvent, ContextKind } from '../model/contextEvent.ts';

import { joinList, nameOf, renderOnce } from './statement.ts';
import { canonicalTime } from './tables.ts';

/** A row of the table context_event as pg returns it. */
export type ContextRow = {
  readonly hostname: string;
  readonly time: string;
  readonly id: string;
  readonly kind: ContextKind;
  readonly login_id: string | null;
  readonly user: string | null;
  readonly user_name: string | null;
  readonly user_domain: string | null;
  readonly src_ip: string | null;
  readonly source_id: string | null;
  readonly ingested_at: string;
};

/** All columns of a ContextRow. */
export const CONTEXT_COLUMNS = renderOnce(
  joinList(
    (
      [
        'hostname',
        'time',
        'id',
        'kind',
        'login_id',
        'user',
        'user_name',
        'user_domain',
        'src_ip',
        'source_id',
        'ingested_at',
      ] satisfies (keyof ContextRow)[]
    ).map(nameOf),
  ),
);

/** Turns a row into the context event of its kind, with the fields that apply to it and no others. */
export const toContextEvent = (row: ContextRow): ContextEvent => {
  const base = {
    uuid: row.id,
    time: canonicalTime(row.time),
    hostname: row.hostname,
    sourceId: row.source_id,
    ingestedAt: canonicalTime(row.ingested_at),
  };
  if (row.kind !== 'DISCONNECT') return { kind: row.kind, ...base };
  return {
    kind: row.kind,
    ...base,
    loginId: row.login_id,
    user: row.user,
    userDomain: row.user_domain,
    userName: row.user_name,
    srcIp: row.src_ip,
  };
};
