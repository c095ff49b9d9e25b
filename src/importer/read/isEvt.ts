/** The event log of Windows XP and Server 2003 begins with the size of its header and a magic. */
const EVT_MAGIC = Buffer.from('\x30\0\0\0LfLe', 'latin1');

export const isEvt = (beginning: Buffer): boolean =>
  beginning.subarray(0, EVT_MAGIC.length).equals(EVT_MAGIC);

export const EVT_ADVICE =
  'an event log of Windows XP or Server 2003 (.evt), which cannot be read; on a newer Windows, run "wevtutil epl OLD.evt NEW.evtx /lf:true", or open it in the Event Viewer and save it as .evtx';
