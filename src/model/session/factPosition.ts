/**
 * The positions of facts of one time. Events are ordered by their uuid, which contains the record number and the place in the life of a session; host
 * starts come before them and host stops after them. All positions compare as text.
 */

export const HOST_START_POSITION = '';

/** Sorts after every uuid. */
export const HOST_STOP_POSITION = '~';

/**
 * The position of a Disconnect: after the logins, and before the locks, that have its record number. It is a uuid, so that the database can
 * compare events with it too.
 */
export const positionOfDisconnect = (uuid: string): string => `${uuid.slice(0, 14)}81ff-bfff-ffffffffffff`;
