const DAY_MS = 86_400_000;

/**
 * How long notes are kept after their record was received, in milliseconds. An attack leaves many notes about failed logins, which matter for
 * seconds. Those of logins also survive an outage in which a shipper waits, and those of sessions matter until the logout.
 */
export const KEPT_MS = { FAILED: 600_000, LOGIN: DAY_MS, SESSION: 30 * DAY_MS } as const;
