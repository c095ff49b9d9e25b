import type { Fields } from '../../fields.ts';

import type { MessageTemplate } from './templates.ts';

/** The fields of a message, or why it is not certain what they are. */
export type MessageReading =
  | { readonly kind: 'FIELDS'; readonly fields: Fields }
  | { readonly kind: 'UNCLEAR'; readonly problem: string };

/**
 * Reads the fields of an English message by its labels. Line breaks and tabs may have become spaces, as some shippers write messages in
 * one line.
 *
 * Users choose names, and a name may contain a label or a line break. Then the labels are not in the order of the template, or the name extends
 * over lines. Such a message is unclear: it must not become an event with a part of a name.
 */
export const parseMessage = (message: string, { labels, required }: MessageTemplate): MessageReading => {
  if (labels.length === 0) return { kind: 'FIELDS', fields: {} };
  const found = [...message.matchAll(LABEL)];
  const fields: Record<string, string> = {};
  let place = -1;
  for (const [index, match] of found.entries()) {
    const name = match[1] ?? '';
    const next = labels.findIndex(({ label }, at) => at > place && label === name);
    const field = labels[next]?.field;
    if (field === undefined) return unclear(`"${name}" is not where its message has it`);
    place = next;
    if (field === null) continue;
    const value = message.slice(match.index + match[0].length, found[index + 1]?.index).trim();
    const isName = NAME_FIELDS.has(field);
    if (isName && LINE_BREAK.test(value)) return unclear(`"${name}" extends over lines`);
    // No message of Windows ends with a name.
    if (isName && found[index + 1] === undefined) return unclear(`it may be cut in "${name}"`);
    if (ADDRESS_FIELDS.has(field) && BROKEN_ADDRESS.test(value))
      return unclear(`"${name}" extends over lines`);
    const text = isName ? value : firstWordOf(value);
    if (field === 'TargetUserSid') fields[field] = readSid(value);
    else fields[field] = text;
  }
  const missing = required.find((field) => fields[field] === undefined);
  return missing === undefined ? { kind: 'FIELDS', fields } : unclear(`${missing} is missing`);
};

/** Names may contain spaces. The other values are one word. */
const NAME_FIELDS: ReadonlySet<string> = new Set([
  'TargetUserName',
  'TargetDomainName',
  'WorkstationName',
  'AccountName',
  'AccountDomain',
  'ClientName',
]);

const ADDRESS_FIELDS: ReadonlySet<string> = new Set(['IpAddress', 'ClientAddress']);
/** Format-List of Windows PowerShell breaks lines at the width of the window, also inside a word. */
const BROKEN_ADDRESS = /^\S+[\r\n]+[\da-f:.%]+(?:[\r\n]|$)/i;

/** A section or a label of the messages. */
const LABEL =
  /(?<=^|\s)(Subject|Logon Information|New Logon|Account For Which Logon Failed|Failure Information|Process Information|Network Information|Detailed Authentication Information|Session|Additional Information|Security ID|Account Name|Account Domain|Logon ID|Linked Logon ID|Network Account Name|Network Account Domain|Logon GUID|Logon Type|Restricted Admin Mode|Remote Credential Guard|Virtual Account|Elevated Token|Impersonation Level|Failure Reason|Status|Sub Status|Process ID|Process Name|Caller Process ID|Caller Process Name|Workstation Name|Source Network Address|Source Port|Logon Process|Authentication Package|Transited Services|Package Name \(NTLM only\)|Key Length|Session ID|Session Name|Client Name|Client Address):(?=\s|$)/g;

const LINE_BREAK = /[\r\n]/;
const SID = /^S-1-[\d-]+$/i;

/** Programs that show messages write the name of an account in place of its SID; '' for the name of an account of a person. */
const readSid = (value: string): string =>
  SID.test(value) ? value : (WELL_KNOWN.get(value.replace(AUTHORITY, '').toUpperCase()) ?? '');

const AUTHORITY = /^NT AUTHORITY\\/i;
/** Names of a person's account have a domain, also that of the host. */
const WELL_KNOWN: ReadonlyMap<string, string> = new Map([
  ['ANONYMOUS LOGON', 'S-1-5-7'],
  ['IUSR', 'S-1-5-17'],
  ['SYSTEM', 'S-1-5-18'],
  ['LOCAL SERVICE', 'S-1-5-19'],
  ['NETWORK SERVICE', 'S-1-5-20'],
]);

const firstWordOf = (value: string): string => /^\S*/.exec(value)?.[0] ?? '';

const unclear = (problem: string): MessageReading => ({ kind: 'UNCLEAR', problem });
