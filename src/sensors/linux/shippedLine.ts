import type { NameFolding } from '../nameFolding.ts';
import type { CommonInput } from '../sessionEventInput.ts';

import type { ReadLine } from './numberEvents.ts';
import { addressOf } from './readAttempt.ts';

/** A line of a request, and the process and connection that it is about. */
export type ShippedLine = ReadLine & {
  /** The pid, or the program and the address of the client if the line has none. */
  readonly process: string;
  /** The names of the connection in notes, the most precise first: without a pid, its lines may state less or more of the client. */
  readonly connections: readonly string[];
  /** Whether the first name is that of one connection: it has the pid or the port. Otherwise those of a user from an address share it. */
  readonly isExact: boolean;
  /** What the line says about the client. A pid may be used again within minutes. */
  readonly client: Client;
  readonly common: CommonInput;
};

type Client = { readonly srcIp?: string; readonly srcPort?: number };

type PartOfLine = Omit<ShippedLine, 'process' | 'connections' | 'isExact' | 'client'> & {
  readonly pid?: number | undefined;
};

/** Names the process and the connection of a line. */
export const makeShippedLine = (
  names: NameFolding,
  { pid, ...line }: PartOfLine,
  { srcIp, srcPort }: { readonly srcIp?: string | undefined; readonly srcPort?: number | undefined },
): ShippedLine => {
  const { message, common } = line;
  const address = addressOf(srcIp);
  const client = {
    ...(address === undefined ? {} : { srcIp: address }),
    ...(srcPort === undefined ? {} : { srcPort }),
  };
  const ofProcess = pid ?? message.pid;
  if (ofProcess !== null) {
    const process = `${ofProcess}`;
    return { ...line, process, connections: [process], isExact: true, client };
  }
  const processOf = (ofAddress: string): string => `${message.program} ${ofAddress}`;
  const process = processOf(address ?? '');
  const account = common.user === undefined ? '' : names.foldAccount(common.user);
  const connections = [
    ...(srcPort === undefined ? [] : [`${process} ${srcPort}`]),
    `${process} of ${account}`,
    // The name of the connection in a line that does not state the address.
    ...(address === undefined ? [] : [`${processOf('')} of ${account}`]),
  ];
  return { ...line, process, connections, isExact: srcPort !== undefined, client };
};
