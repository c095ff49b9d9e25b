/** What a line says about the client of its connection. Without a pid, this is all that tells connections apart. */
export type Client = {
  readonly srcIp: string | undefined;
  readonly srcPort: number | undefined;
  /** Folded. Only of a line without a pid: PAM may rename the user of a process. */
  readonly account: string | undefined;
};

/** Whether two lines can be about the same client: what both say is equal. */
export const isSameClient = (a: Client, b: Client): boolean =>
  isSame(a.srcIp, b.srcIp) && isSame(a.srcPort, b.srcPort) && isSame(a.account, b.account);

const isSame = (a: string | number | undefined, b: string | number | undefined): boolean =>
  a === b || a === undefined || b === undefined;

/** What two lines about the same client say together. */
export const joinClients = (a: Client, b: Client): Client => ({
  srcIp: a.srcIp ?? b.srcIp,
  srcPort: a.srcPort ?? b.srcPort,
  account: a.account ?? b.account,
});
