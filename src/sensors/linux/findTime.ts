/** The beginning of a line, divided after its time. */
export type TimedText = {
  /** In a notation that readSyslogTime reads. */
  readonly time: string;
  readonly rest: string;
};

/**
 * RFC 3164, also with one space before a day of one digit, the year after the day (Cisco, HP, macOS), and a fraction of the second. logread of
 * OpenWrt writes the day of the week before it and the year after it.
 */
const CLOCK =
  /^(?:[A-Z][a-z]{2} )?([A-Z][a-z]{2} {1,2}\d{1,2}(?: \d{4})? \d\d:\d\d:\d\d(?:\.\d{1,9})?(?: \d{4}(?=[ \t]))?)[ \t]+/;
const YEAR_FIRST = /^(\d{4} [A-Z][a-z]{2} {1,2}\d{1,2} \d\d:\d\d:\d\d(?:\.\d{1,9})?)[ \t]+/;
const ISO = /^(\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?)[ \t]+/;
/** `journalctl -o short-full` and `-o with-unit`. */
const FULL =
  /^[A-Z][a-z]{2} (\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})? (?:[A-Z]{3,5}|[+-]\d\d(?:\d\d)?))[ \t]+/;
/** Sophos UTM: `2026:11:16-10:00:00`. */
const SOPHOS = /^(\d{4}):(\d\d):(\d\d)-(\d\d:\d\d:\d\d)[ \t]+/;
/** `journalctl -o short-unix`. */
const UNIX = /^(\d{10}\.\d{6})[ \t]+/;

const OF_LETTERS = [CLOCK, FULL];
const OF_DIGITS = [ISO, UNIX, YEAR_FIRST];

/** Finds the time at the beginning of a line; null without one. */
export const findTime = (text: string): TimedText | null => {
  for (const notation of isDigit(text) ? OF_DIGITS : OF_LETTERS) {
    const [whole, time = ''] = notation.exec(text) ?? [];
    if (whole !== undefined) return { time, rest: text.slice(whole.length) };
  }
  const [whole, year, month, day, clock] = SOPHOS.exec(text) ?? [];
  return whole === undefined
    ? null
    : { time: `${year}-${month}-${day}T${clock}`, rest: text.slice(whole.length) };
};

const isDigit = (text: string): boolean => text < ':' && text >= '0';
