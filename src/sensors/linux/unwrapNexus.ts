import type { SyslogOrigin } from './parseOrigin.ts';

const SYSTEM_MESSAGE = /^%[A-Z][A-Z\d_-]*-[0-7]-SYSTEM_MSG$/;
const NEXUS = /^(.*) - (?:dcos_)?([A-Za-z][\w-]*)(?:\[(\d{1,10})\])?$/s;
/** The PAM services of these programs have the prefix, too. */
const SERVICE = /^(pam_\w+\()dcos_/;

/** NX-OS of Cisco writes the messages of its Linux programs with program and process at the end: `text - dcos_sshd[4711]`. */
export const unwrapNexus = <Message extends SyslogOrigin>(message: Message): Message => {
  if (!message.program.startsWith('%') || !SYSTEM_MESSAGE.test(message.program)) return message;
  const [, text, program = '', pid] = NEXUS.exec(message.text) ?? [];
  if (text === undefined) return message;
  return {
    ...message,
    program,
    pid: pid === undefined ? null : Number(pid),
    text: text.replace(SERVICE, '$1'),
  };
};
