import type { SyslogOrigin } from './parseOrigin.ts';

/** Behind the name of the program: the display, the process and the text. */
const DISPLAY = /^:\d{1,5}(?:\.\d{1,5})?\[(\d{1,10})\]: (.*)$/s;

/** The login screen of KDE 4 writes the display between its name and its process: `kdm: :0[4711]: text`. */
export const unwrapKdm = <Message extends SyslogOrigin>(message: Message): Message => {
  if (message.program !== 'kdm') return message;
  const [, pid, text] = DISPLAY.exec(message.text) ?? [];
  return text === undefined ? message : { ...message, pid: Number(pid), text };
};
