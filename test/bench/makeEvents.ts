import type { EventToRecord } from '../../src/domain/recordItems.ts';
import type { Action } from '../../src/model/action.ts';

import { makeRandom } from '../support/makeRandom.ts';

/** How many events to make, spread evenly over a range of time. */
export type EventsRange = {
  readonly count: number;
  readonly fromMs: number;
  readonly untilMs: number;
  /** Another seed makes other events of the same company. */
  readonly seed: number;
  readonly size?: CompanySize;
};

/** How large a company is, besides its four domain controllers, and the share of its sessions that never log out. */
export type CompanySize = {
  readonly workstations: number;
  readonly servers: number;
  readonly people: number;
  readonly abandoned: number;
};

const LARGE: CompanySize = { workstations: 4700, servers: 300, people: 3000, abandoned: 0 };
const DOMAIN_SID = 'S-1-5-21-1407437180-2914830171-1108432377';

/**
 * Makes the logons of a company as Windows' Security log has them, in order of time and the same ones for the same seed: people at their
 * workstations, machine accounts and shares over the network (most of it at the four domain controllers), services, remote
 * desktops, failed logins.
 */
export function* makeEvents({
  count,
  fromMs,
  untilMs,
  seed,
  size = LARGE,
}: EventsRange): Generator<EventToRecord, void> {
  const random = makeRandom(seed);
  const company: Company = { random, hosts: new Map(), size };
  for (let index = 0; index < count; index += 1) {
    const timeMs = fromMs + ((index + random()) * (untilMs - fromMs)) / count;
    const microseconds = String(Math.floor(random() * 1000)).padStart(3, '0');
    const time = `${new Date(timeMs).toISOString().slice(0, -1)}${microseconds}Z`;
    const scene = SCENES[Math.floor(random() * SCENES.length)] ?? network;
    const { action, host, ...fields } = scene(company);
    host.records += 1;
    const sourceId = `windows/security/${host.records}`;
    yield { action, input: { time, hostname: `${host.name}.corp.example`, sourceId, ...fields } };
  }
}

/** A session that is open at a host, as its events name it. */
type Open = { readonly user: string; readonly uid: string; readonly loginId: string; isLocked: boolean };
type Host = { readonly name: string; readonly open: Open[]; records: number };
type Company = {
  readonly random: () => number;
  readonly hosts: Map<string, Host>;
  readonly size: CompanySize;
};
type Scene = (company: Company) => { readonly action: Action; readonly host: Host } & Record<string, unknown>;

const pick = ({ random }: Company, count: number): number => Math.floor(random() * count);

const hostNamed = ({ hosts }: Company, name: string): Host => {
  const host = hosts.get(name) ?? { name, open: [], records: 0 };
  hosts.set(name, host);
  return host;
};

/** A server; every second time one of the four domain controllers. */
const aServer = (company: Company): Host =>
  hostNamed(
    company,
    company.random() < 0.5 ? `DC0${1 + pick(company, 4)}` : `SRV${pick(company, company.size.servers)}`,
  );

const person = (number: number, { size }: Company) => {
  const one = number % size.people;
  return { user: `CORP\\user${one}`, uid: `${DOMAIN_SID}-${5000 + one}` };
};
const machine = (number: number) => ({ user: `CORP\\WS${number}$`, uid: `${DOMAIN_SID}-${1100 + number}` });
const addressOf = (number: number): string => `10.${20 + (number >> 8)}.${number & 255}.15`;

const newSession = (company: Company, account: { readonly user: string; readonly uid: string }): Open => ({
  ...account,
  loginId: `0x${(0x10000 + pick(company, 2 ** 36)).toString(16)}`,
  isLocked: false,
});

/** A session that is abandoned has no further events. */
const open = ({ random, size }: Company, host: Host, session: Open): void => {
  if (size.abandoned === 0 || random() >= size.abandoned) host.open.push(session);
};

const fieldsOf = ({ user, uid, loginId }: Open) => ({ user, uid, loginId });

/** Opens a session, or closes one that is open. */
const openOrClose =
  (
    loginType: 'REMOTE' | 'RDP',
    accountOf: (number: number, company: Company) => { user: string; uid: string },
  ): Scene =>
  (company) => {
    const host = aServer(company);
    const closed = company.random() < 0.5 ? host.open.shift() : undefined;
    if (closed !== undefined) return { action: 'LOGOUT', host, ...fieldsOf(closed), loginType };
    const number = pick(company, company.size.workstations);
    const session = newSession(company, accountOf(number, company));
    open(company, host, session);
    const from = { srcIp: addressOf(number), srcPort: 49_152 + pick(company, 16_000) };
    return { action: 'LOGIN', host, ...fieldsOf(session), loginType, loginSuccessful: true, ...from };
  };

const network = openOrClose('REMOTE', machine);
const share = openOrClose('REMOTE', person);
const remoteDesktop = openOrClose('RDP', person);

const desk: Scene = (company) => {
  const number = pick(company, company.size.workstations);
  const host = hostNamed(company, `WS${number}`);
  const [session] = host.open;
  if (session === undefined) {
    const opened = newSession(company, person(number, company));
    open(company, host, opened);
    return { action: 'LOGIN', host, ...fieldsOf(opened), loginType: 'INTERACTIVE', loginSuccessful: true };
  }
  if (!session.isLocked && company.random() < 0.2) {
    host.open.shift();
    return { action: 'LOGOUT', host, ...fieldsOf(session), loginType: 'INTERACTIVE' };
  }
  session.isLocked = !session.isLocked;
  return { action: session.isLocked ? 'LOCK' : 'UNLOCK', host, ...fieldsOf(session) };
};

const service: Scene = (company) => ({
  action: 'LOGIN',
  host: hostNamed(company, `WS${pick(company, company.size.workstations)}`),
  user: 'NT AUTHORITY\\SYSTEM',
  uid: 'S-1-5-18',
  loginId: '0x3e7',
  loginType: 'LOCAL',
  loginSuccessful: true,
});

const failure: Scene = (company) => ({
  action: 'LOGIN',
  host: aServer(company),
  user: `CORP\\user${pick(company, company.size.people)}`,
  loginType: 'REMOTE',
  loginSuccessful: false,
  srcIp: addressOf(pick(company, company.size.workstations)),
  srcPort: 50_000,
});

/** One of these, each as likely, makes the next event. */
const SCENES: readonly Scene[] = [
  network,
  network,
  network,
  network,
  network,
  network,
  share,
  share,
  share,
  desk,
  desk,
  desk,
  desk,
  desk,
  service,
  service,
  service,
  remoteDesktop,
  failure,
];
