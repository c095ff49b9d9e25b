import { canonicalAddress } from '../../model/values/ipAddress.ts';

import { asFields } from '../fields.ts';
import type { Fields } from '../fields.ts';
import { DIGIT } from './marks.ts';
import type { Opened, Wrapper } from './wrapper.ts';

/**
 * Alerts and archives of Wazuh: a line in full_log, or a Windows event in data.win, whose names begin in lower case.
 * https://documentation.wazuh.com/current/user-manual/manager/event-logging.html
 */
export const WAZUH: readonly Wrapper[] = [
  {
    name: 'Wazuh, a Windows event',
    of: 'OBJECT',
    marks: ['win'],
    open: ({ win }) => {
      const { system, eventdata } = asFields(win);
      return typeof system === 'object' && system !== null
        ? [{ value: makeEvent(asFields(system), asFields(eventdata)) }]
        : null;
    },
  },
  { name: 'Wazuh, an alert or archive', of: 'OBJECT', marks: ['agent', 'decoder'], open: openAlert },
  {
    name: 'Wazuh, an alert without its decoder',
    of: 'OBJECT',
    marks: ['agent', 'full_log'],
    open: openAlert,
  },
  {
    // The dashboard's reports in CSV
    name: 'Wazuh, a row',
    of: 'OBJECT',
    marks: ['full_log', 'timestamp'],
    open: ({ full_log: line, timestamp, 'agent.name': name }) =>
      typeof line === 'string' ? openAlert({ full_log: line, timestamp, agent: { name } }) : null,
  },
  {
    name: 'Wazuh, archives.log',
    of: 'TEXT',
    mark: DIGIT,
    open: (text) => {
      const [, agent, manager = '', location = '', line] = ARCHIVED_LINE.exec(text) ?? [];
      if (line === undefined) return null;
      const name = agent ?? manager;
      return [{ value: line, known: { hostname: findHost({ location, agent: { name } }) } }];
    },
  },
];

function openAlert(record: Fields): Opened {
  const { data, full_log: line, timestamp, rule } = record;
  const time = typeof timestamp === 'string' ? timestamp : undefined;
  const known = { hostname: findHost(record), time };
  if (Object.hasOwn(asFields(data), 'win')) return [{ value: data, known }];
  if (typeof line === 'string') return [{ value: line, known }];
  if (typeof rule !== 'object' || rule === null) return null;
  return /authentication|login/.test(String(asFields(rule)['groups'])) ? { reason: WITHOUT_LINE } : [];
}

/** Alerts about vulnerabilities and configurations have no line, and the option no_full_log of a rule leaves it out. */
const WITHOUT_LINE =
  'an alert of Wazuh about a login without its line (no_full_log); import the log of the host, or archives.json';

/** `2026 Nov 02 10:11:13 (web1) any->/var/log/auth.log Nov  2 10:11:12 web1 sshd[712]: …`; without an agent the name of the manager is there. */
const ARCHIVED_LINE = /^\d{4} [A-Z][a-z]{2} \d\d \d\d:\d\d:\d\d (?:\(([^)\s]+)\) )?([^\s>()]+)->(\S+) (.*)$/s;

/** The host of a line that names none. The agent of a line that came by syslog is the manager, and its location is the sender's address. */
const findHost = ({ predecoder, location, agent }: Fields): string | undefined => {
  const sender = typeof location === 'string' ? canonicalAddress(location) : null;
  const names = [asFields(predecoder)['hostname'], sender, asFields(agent)['name']];
  return names.find((name) => typeof name === 'string');
};

/** Makes the event as evtx_dump writes it. */
const makeEvent = (system: Fields, eventData: Fields): Fields => ({
  Event: {
    System: {
      Provider: { '#attributes': { Name: system['providerName'] } },
      EventID: system['eventID'],
      TimeCreated: { '#attributes': { SystemTime: system['systemTime'] } },
      EventRecordID: system['eventRecordID'],
      Channel: system['channel'],
      Computer: system['computer'],
    },
    EventData: Object.fromEntries(
      Object.entries(eventData).map(([name, value]) => [name.charAt(0).toUpperCase() + name.slice(1), value]),
    ),
  },
});
