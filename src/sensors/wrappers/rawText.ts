/**
 * Whether a text begins as a record of its own: a line of syslog with its time, a record of auditd, event XML or a JSON object. A message without
 * its header (`Accepted publickey for ana …`) does not.
 */
export const isRawText = (value: unknown): value is string => typeof value === 'string' && RAW.test(value);

const RAW =
  /^(?:<\d{1,3}>|[A-Z][a-z]{2} [ \d]\d (?:\d{4} )?\d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\S* \S|(?:node=\S+ )?type=[A-Z_]+ msg=audit\(|<Event[\s>]|<\?xml |\{\s*")/;
