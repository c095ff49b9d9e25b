import type { SyslogOrigin } from './parseOrigin.ts';

/** The title of the process that watches over a login: its user, and the number of the process. */
const MONITOR = /^([^\s:]{1,255}) \[priv\]\[(\d{1,10})\]: (.*)$/s;
const ACCOUNTING = /^(?:USER|DEAD)_PROCESS: /;

/**
 * macOS writes the title of sshd's process in place of its name: `sshd-session: ana [priv][4711]: text`. Only the title has the user of a record of
 * utmpx, so it is added to the text: `USER_PROCESS: 4715 ttys001 of ana`.
 */
export const unwrapMonitor = <Message extends SyslogOrigin>(message: Message): Message => {
  if (message.pid !== null || !message.program.startsWith('sshd')) return message;
  const [, user, pid, text] = MONITOR.exec(message.text) ?? [];
  if (text === undefined) return message;
  return {
    ...message,
    pid: Number(pid),
    text: ACCOUNTING.test(text) ? `${text} of ${user}` : text,
  };
};
