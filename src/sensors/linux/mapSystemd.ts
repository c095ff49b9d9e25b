import type { MappedMessage } from './mappedMessage.ts';
import type { SyslogMessage } from './parseSyslog.ts';

/** Versions spell the targets differently: `Power-Off`, `System Power Off`, `poweroff.target - System Power Off`. */
const TARGET =
  /^Reached target (?:(?:poweroff|reboot|halt)\.target - )?(?:System )?(?:Power[- ]Off|Reboot|Halt)\.$/;

/**
 * Maps a message of systemd about the end of a shutdown; null for any other. Only the system's manager, process 1, shuts down: managers of users
 * also write `Reached target Shutdown.`, at each logout. Some syslogs leave out the pid.
 * https://github.com/systemd/systemd/blob/main/src/core/main.c
 */
export const mapSystemd = ({ pid, text }: Pick<SyslogMessage, 'pid' | 'text'>): MappedMessage | null =>
  (pid === null || pid === 1) && (text === 'Shutting down.' || TARGET.test(text))
    ? { kind: 'HOST_STOP', sensorEvent: 'systemd shutdown' }
    : null;
