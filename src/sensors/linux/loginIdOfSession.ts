/**
 * Makes the login id of a session that auditd (`ses`) and systemd-logind number alike: the number plus 2^32. The ids of other logins are
 * process ids, which are below 2^32, so that session 700 and process 700 of a host are not one session.
 */
export const loginIdOfSession = (session: string): string => `0x${(FIRST_ID + Number(session)).toString(16)}`;

const FIRST_ID = 0x1_0000_0000;
