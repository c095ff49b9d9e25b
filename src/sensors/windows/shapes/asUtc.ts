/** Adds the zone to a time that is UTC although its text does not say so; returns anything else unchanged. */
export const asUtc = (time: unknown): unknown =>
  typeof time === 'string' && WITHOUT_ZONE.test(time) ? `${time.replace(' ', 'T')}Z` : time;

const WITHOUT_ZONE = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:\.\d{1,9})?$/;
